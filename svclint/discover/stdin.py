"""Standard input, read once, where somebody named it."""

import sys

from svclint.discover.root import Root
from svclint.discover.trouble import DiscoverError


def read_stdin(root: Root, against: str = "none") -> bytes | None:
    """What is on standard input, where a path or `against` is "-"; else None, and nothing is read.

    Raises DiscoverError where there is no standard input.
    """
    if not root.stdin and against != "-":
        return None
    if sys.stdin is None:
        raise DiscoverError("standard input is closed")
    return sys.stdin.buffer.read()
