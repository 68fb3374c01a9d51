"""Services that stand in another file than before: which became which."""

import posixpath
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from svclint.model.service import Service

Together: TypeAlias = Callable[[str, str], bool]
"""Whether what stood in the file at the first path may be deployed from the one at the second path now."""
_Like: TypeAlias = Callable[[Service, Service], bool]


def follow(
    old: Sequence[Service], new: Sequence[Service], together: Together
) -> tuple[list[tuple[Service, Service]], list[Service], list[Service]]:
    """Of Services with one identity: those that moved, those that are gone, and those that are new.

    What has the same text, folder or end of its path is followed before the rest. Services that might have become each other, nobody can
    tell which, are in none of the three.
    """
    left, right = list(old), list(new)
    moved = []
    for like in (_same_text, _same_folder, _same_tail, _any):
        for one in tuple(left):
            fits = [other for other in right if like(one, other) and together(one.file.path, other.file.path)]
            if fits and (like is _same_text or (len(fits) == 1 and _is_only(fits[0], left, like, together))):
                moved.append((one, fits[0]))
                left.remove(one)
                right.remove(fits[0])
    gone = [one for one in left if not any(together(one.file.path, other.file.path) for other in right)]
    come = [other for other in right if not any(together(one.file.path, other.file.path) for one in left)]
    return moved, gone, come


def _is_only(new: Service, old: Iterable[Service], like: _Like, together: Together) -> bool:
    return sum(like(one, new) and together(one.file.path, new.file.path) for one in old) == 1


def _same_text(one: Service, other: Service) -> bool:
    """Where this holds for several it makes no difference which is which."""
    return _text(one) == _text(other)


def _same_folder(one: Service, other: Service) -> bool:
    return one.file.directory == other.file.directory


def _same_tail(one: Service, other: Service) -> bool:
    return one.file.path.split("/")[-2:] == other.file.path.split("/")[-2:]


def _any(_: Service, __: Service) -> bool:
    return True


def _text(service: Service) -> str:
    return service.root.place.text


class Homes:
    """The folders that are deployed as one, by what lies in them: a kustomization, a chart."""

    def __init__(self, folders: Iterable[str], builds: Iterable[frozenset[str]]) -> None:
        self._folders = frozenset(folders)
        self._builds = tuple(builds)

    def together(self, old: str, new: str) -> bool:
        """Whether the innermost such folder around one path holds that around the other, or one kustomization builds from both."""
        here, there = self._around(old), self._around(new)
        if f"{here}/".startswith(f"{there}/") or f"{there}/".startswith(f"{here}/") or "" in (here, there):
            return True
        return any(new in files and any(path.startswith(f"{here}/") for path in files) for files in self._builds)

    def _around(self, path: str) -> str:
        folder = posixpath.dirname(path)
        while folder and folder not in self._folders:
            folder = posixpath.dirname(folder)
        return folder
