"""The files as they are now, and which of them differ from what they were."""

from collections.abc import Callable

from svclint.record import NamedTuple
from svclint.source.file import SourceFile


class Current(NamedTuple):
    """The files as they are now.

    `files` are those that are compared: all that were read, but not through a link, since a link has no versions of
    its own. `known` are the paths that are there, read or not: no other is taken for deleted, and of those only the ones that
    `wanted` accepts.
    """

    files: tuple[SourceFile, ...]
    known: frozenset[str]
    wanted: Callable[[str], bool]


def same(old: str, new: str) -> bool:
    """Whether two texts are equal, whatever their line breaks are (git may change those on checkout)."""
    return old == new or old.replace("\r\n", "\n") == new.replace("\r\n", "\n")


def differing(current: Current, old: dict[str, SourceFile]) -> tuple[SourceFile, ...]:
    """The previous texts of the files that differ, sorted by path; a new file's is empty.

    `old` holds all previous texts by path, or at least those of files that differ or were deleted.
    """
    found = [
        old.get(file.path, SourceFile(file.path, ""))
        for file in current.files
        if not (file.path in old and same(old[file.path].text, file.text))
    ]
    found += (file for path, file in old.items() if path not in current.known and current.wanted(path))
    return tuple(sorted(found, key=lambda file: file.path))
