"""From paths to texts: reads files, and follows no symbolic link out of the root."""

import os
import stat
from collections.abc import Iterable, Mapping
from typing import Final

from svclint.discover.ancestors import Ancestors
from svclint.discover.trouble import Trouble, reason
from svclint.record import NamedTuple
from svclint.rule.snapshot import Skipped
from svclint.source.decode import decode
from svclint.source.file import SourceFile

LARGEST: Final = 100 << 20
"""Bytes of the largest file that is read whole; of a larger one, one byte more."""

# No waiting for a named pipe's writer, and no symbolic link; Windows has neither flag.
_FLAGS: Final = (
    os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)


class Reading(NamedTuple):
    """What came of reading. `links` are the paths of those files that were read through a symbolic link in the tree."""

    files: tuple[SourceFile, ...]
    skipped: tuple[Skipped, ...]
    troubles: tuple[Trouble, ...]
    links: frozenset[str]


def read(root: str, paths: Iterable[str], named: Mapping[str, str]) -> Reading:
    """The files at `paths`, relative to the directory `root` (absolute, resolved), in the given order.

    `named` maps those paths that the user named to what the user wrote: they become a Trouble where the operating
    system refuses them; the others are counted as skipped.
    """
    prefix = root.rstrip("/") + "/"
    below_link = Ancestors(lambda directory: os.path.islink(prefix + directory))
    files: list[SourceFile] = []
    skipped: list[Skipped] = []
    troubles: list[Trouble] = []
    links: set[str] = set()
    for path in paths:
        try:
            # git lists what was tracked below a directory that has become a link; it is deleted, whatever the link leads to.
            if below_link.any(path[: max(path.rfind("/"), 0)]):
                continue
            data = _content(prefix, path, links)
        except OSError as error:
            if path in named:
                troubles.append(Trouble(named[path], reason(error)))
            elif not isinstance(error, FileNotFoundError | NotADirectoryError):
                skipped.append(Skipped(path, reason(error)))
            continue
        if isinstance(data, bytes):
            files.append(source(path, data))
        elif data:
            skipped.append(Skipped(path, data))
    return Reading(tuple(files), tuple(skipped), tuple(troubles), frozenset(links))


def source(path: str, data: bytes) -> SourceFile:
    """The decoded file; one that was cut keeps as many characters as bytes were read, so that its length shows it."""
    return decode(path, data) if len(data) <= LARGEST else SourceFile(path, data.decode("latin-1"))


def read_bytes(path: str) -> bytes:
    """At most LARGEST + 1 bytes of a regular file.

    Raises OSError: what the operating system says, and IsADirectoryError for all else that is no regular file.
    """
    descriptor = os.open(path, _FLAGS)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise IsADirectoryError(0, "not a regular file")
        wanted = min(status.st_size, LARGEST) + 1
        data = os.read(descriptor, wanted)
        if len(data) == status.st_size:
            return data
        # It grew, it is too large, or the file system gave less than was asked for.
        pieces = [data]
        left = LARGEST + 1 - len(data)
        while left and (piece := os.read(descriptor, min(left, 1 << 20))):
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)
    finally:
        os.close(descriptor)


def _content(prefix: str, path: str, links: set[str]) -> bytes | str:
    """The bytes, or why there are none: an empty reason for directories and submodules, which are left out in silence."""
    try:
        if hasattr(os, "O_NOFOLLOW") or not os.path.islink(prefix + path):
            return read_bytes(prefix + path)
    except IsADirectoryError:
        return ""
    except OSError:
        if not os.path.islink(prefix + path):
            raise
    return _linked(prefix, path, links)


def _linked(prefix: str, path: str, links: set[str]) -> bytes | str:
    """What a symbolic link leads to, if that is a file within the root."""
    target = os.path.realpath(prefix + path)
    if not target.startswith(os.path.join(os.path.realpath(prefix), "")):
        return "a symbolic link out of the tree"
    if not os.path.exists(target):
        return "a symbolic link to nothing"
    try:
        data = read_bytes(target)
    except IsADirectoryError:
        return ""
    links.add(path)
    return data
