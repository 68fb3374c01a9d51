"""The globs of the settings: as in .gitignore, without negation."""

import re

from svclint.source.pattern import pattern

_ESCAPED = pattern(r"\\(.)")


class Glob:
    r"""A pattern for paths relative to the repository root, with `/`; raises ValueError for a text that is none.

    As git reads it: `*`, `?` and `[a-z]` stay within one name, `\*` is a star, `**` spans any number of folders. A pattern with a
    `/` before its end starts at the root, one without matches a name at any depth. What matches a folder
    matches all that is in it; with a `/` at the end only that.
    """

    __slots__ = ("_inside", "_runs", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        if not text.strip("/"):
            raise ValueError(f'the glob "{text}" matches nothing')
        if text.startswith("!"):
            raise ValueError(f'the glob "{text}" is negated, which has no meaning here')
        names = text.removeprefix("./").strip("/").split("/")
        # A run is a row of names without a ** among them.
        self._inside = text.endswith("/") or names[-1] == "**"
        anchored = "/" in text.removeprefix("./").rstrip("/")
        runs: list[list[re.Pattern[str]]] = [[]] if anchored else [[], []]
        for name in names[:-1] if names[-1] == "**" else names:
            if name == "**":
                runs.append([])
            else:
                runs[-1].append(_pattern(name))
        self._runs = runs

    def __repr__(self) -> str:
        return f"Glob({self.text!r})"

    def matches(self, path: str) -> bool:
        """Whether the file at `path`, or a folder that it is in, is meant. Takes time linear in the folders of the path for each `**`."""
        names = path.split("/")
        first, *rest = self._runs
        if not _stands_at(first, names, 0):
            return False
        at = len(first)
        for run in rest:
            # The earliest fit leaves the most names to the runs that follow: no need to come back.
            found = next((start for start in range(at, len(names) - len(run) + 1) if _stands_at(run, names, start)), None)
            if found is None:
                return False
            at = found + len(run)
        return at < len(names) or not self._inside


def _pattern(name: str) -> re.Pattern[str]:
    from fnmatch import translate  # noqa: PLC0415 - most settings have no globs

    return re.compile(translate(_ESCAPED.sub(r"[\1]", name).replace("[^", "[!")))


def _stands_at(run: list[re.Pattern[str]], names: list[str], start: int) -> bool:
    return len(names) - start >= len(run) and all(pattern.match(names[start + i]) for i, pattern in enumerate(run))
