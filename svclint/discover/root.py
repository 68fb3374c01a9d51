"""Where the tree starts that the named paths are part of."""

import os
from collections.abc import Sequence
from typing import Final

from svclint.discover.git import WorkTree, work_tree
from svclint.discover.targets import Named, look, relative
from svclint.discover.trouble import DiscoverError, Trouble
from svclint.record import NamedTuple

STDIN: Final = "<stdin>"
"""The path of standard input in a snapshot."""


class Root(NamedTuple):
    """The directory that everything is relative to, and what the user named in it.

    `path` is absolute and resolved: the top of the git work tree that all named paths lie in, else their common
    parent; the current directory for standard input. `cwd` is what other paths of the user are relative to.
    """

    path: str
    cwd: str
    work_tree: WorkTree
    named: tuple[Named, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    stdin: bool = False

    @property
    def settings(self) -> str:
        """Where the settings file is looked for: the top of the work tree, for standard input too; without git, `path`."""
        return self.work_tree.top or self.path

    @property
    def targets(self) -> tuple[str, ...]:
        """The named paths as `Snapshot.targets` has them."""
        return (STDIN,) if self.stdin else tuple(dict.fromkeys(self.relative(named) for named in self.named))

    def relative(self, named: Named) -> str:
        """A named path from the root; a directory ends in "/", the root itself is empty."""
        return relative(named.path, self.path, directory=named.directory)


def find_root(paths: Sequence[str], cwd: str | None = None) -> Root:
    """The root of the named paths (none: the current directory; "-": standard input), with one git process.

    Where the named paths lie in several work trees, or one of them in none, there is no git. Raises DiscoverError for "-" beside
    other paths, and for paths that have no common parent.
    """
    cwd = os.path.abspath(cwd or os.getcwd())
    if "-" in paths:
        if len(paths) > 1:
            raise DiscoverError("`-` is standard input and stands alone, without other paths")
        path = os.path.realpath(cwd)
        return Root(path, cwd, work_tree(path), stdin=True)
    named, troubles = look(paths or (".",), cwd)
    try:
        common = os.path.commonpath({one.parent for one in named}) if named else os.path.realpath(cwd)
    except ValueError as error:
        raise DiscoverError("the named paths are on different drives and have no common parent") from error
    found = work_tree(common)
    return Root(found.top or common, cwd, found, named, troubles)
