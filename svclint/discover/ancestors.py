"""A property that a directory hands down to all that lies in it."""

from collections.abc import Callable


class Ancestors:
    """Answers whether a directory, or one above it, has a property. Each directory is tested at most once."""

    __slots__ = ("_known", "_test")

    def __init__(self, test: Callable[[str], bool]) -> None:
        self._test = test
        self._known: dict[str, bool] = {"": False}

    def any(self, directory: str) -> bool:
        """Whether the test holds for `directory` (relative, without "/" at its end) or for one above it, the root excepted."""
        known = self._known.get(directory)
        return self._look(directory) if known is None else known

    def _look(self, directory: str) -> bool:
        found = False
        for end in [*(at for at, letter in enumerate(directory) if letter == "/"), len(directory)]:
            above = directory[:end]
            known = self._known.get(above)
            if known is None:
                known = self._known[above] = found or self._test(above)
            found = known
        return found
