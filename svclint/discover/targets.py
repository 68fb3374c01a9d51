"""The paths that the user named: what is there, and what each is called below the root."""

import os
import stat
from collections.abc import Sequence

from svclint.discover.trouble import DiscoverError, Trouble, reason
from svclint.record import NamedTuple


class Named(NamedTuple):
    """A file or directory that the user named. `given` is what the user wrote.

    `path` is absolute. Symbolic links in it are resolved, but not a file's own name: a link to a file is a file.
    """

    given: str
    path: str
    directory: bool

    @property
    def parent(self) -> str:
        """The directory that is named, or that the named file lies in."""
        return self.path if self.directory else os.path.dirname(self.path)


def look(paths: Sequence[str], cwd: str) -> tuple[tuple[Named, ...], tuple[Trouble, ...]]:
    """What the user named, in order; paths are relative to `cwd`."""
    named: list[Named] = []
    troubles: list[Trouble] = []
    parents: dict[str, str] = {}
    for given in paths:
        path = os.path.join(cwd, given)
        try:
            mode = os.stat(path if given else "").st_mode
            if stat.S_ISDIR(mode):
                os.scandir(path).close()  # may it be listed?
                named.append(Named(given, os.path.realpath(path), directory=True))
            elif stat.S_ISREG(mode):
                parent, name = os.path.split(path)
                if parent not in parents:
                    parents[parent] = os.path.realpath(parent)
                named.append(Named(given, os.path.join(parents[parent], name), directory=False))
            else:
                troubles.append(Trouble(given, "neither a file nor a directory"))
        except OSError as error:
            troubles.append(Trouble(given, reason(error)))
    return tuple(named), tuple(troubles)


def stood_for(given: str, cwd: str) -> Named:
    """The file that standard input is the content of; it may be new. Raises DiscoverError where it cannot be a file."""
    path = os.path.join(cwd, given)
    if os.path.isdir(path) or path.endswith(("/", os.sep)):
        raise DiscoverError(f"--stdin-filename {given}: is a directory")
    if os.path.exists(path) and not os.path.isfile(path):
        raise DiscoverError(f"--stdin-filename {given}: is no regular file")
    parent, name = os.path.split(path)
    return Named(given, os.path.join(os.path.realpath(parent), name), directory=False)


def existing(directory: str) -> str:
    """The directory, or the innermost one above it that there is."""
    while not os.path.isdir(directory) and os.path.dirname(directory) != directory:
        directory = os.path.dirname(directory)
    return directory


def relative(path: str, root: str, *, directory: bool) -> str:
    """A path as `Snapshot` has it: from the root, with "/"; a directory ends in "/", and the root itself is empty."""
    below = os.path.relpath(path, root).replace(os.sep, "/")
    if not directory:
        return below
    return "" if below == "." else below + "/"
