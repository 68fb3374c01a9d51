"""Standard input, read once, where somebody named it."""

import os
import sys

from svclint.discover.read import LARGEST, Reading, source
from svclint.discover.root import Root
from svclint.discover.targets import relative
from svclint.discover.trouble import DiscoverError, reason


def read_stdin(root: Root, against: str = "none") -> bytes | None:
    """What is on standard input, where a path or `against` is "-"; else None, and nothing is read.

    No more than of a file is read. Raises DiscoverError where there is no standard input.
    """
    if not root.stdin and not root.buffer and against != "-":
        return None
    if sys.stdin is None:
        raise DiscoverError("standard input is closed")
    try:
        return sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise DiscoverError(f"standard input cannot be read: {reason(error)}") from None


def stand_in(root: Root, reading: Reading, data: bytes) -> Reading:
    """What was read, with `data` as the content of the one file that standard input stands for, whatever is on disk.

    A symbolic link's content is that of the file it leads to. Raises DiscoverError where that is out of the tree.
    """
    target = os.path.realpath(os.path.join(root.path, root.buffer))
    if not target.startswith(os.path.join(root.path, "")):
        raise DiscoverError(f"--stdin-filename {root.named[0].given}: a symbolic link out of the tree")
    files = {file.path: file for file in reading.files}
    for path in {root.buffer, relative(target, root.path, directory=False)}:
        if path == root.buffer or path in files:
            files[path] = source(path, data)
    return Reading(
        tuple(files[path] for path in sorted(files)),
        tuple(one for one in reading.skipped if one.path != root.buffer),
        (),
        reading.links,
    )
