"""Where the tree starts that the named paths are part of."""

import os
from collections.abc import Callable, Sequence
from typing import Final

from svclint.discover.git import WorkTree, work_tree
from svclint.discover.targets import Named, existing, look, relative, stood_for
from svclint.discover.trouble import DiscoverError, Trouble, reason
from svclint.record import NamedTuple

STDIN: Final = "<stdin>"
"""The path of standard input in a snapshot."""


class Root(NamedTuple):
    """The directory that everything is relative to, and what the user named in it.

    `path` is absolute and resolved: the top of the git work tree that all named paths lie in, else their common
    parent; the current directory for standard input. `cwd` is what other paths of the user are relative to.
    `context` is the directory, as a target has it, that other files are read from; None: the root, as far as that is sensible. `buffer`
    is the path of the one target that standard input stands for; `stdin` tells that it stands for itself.
    """

    path: str
    cwd: str
    work_tree: WorkTree
    named: tuple[Named, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    stdin: bool = False
    context: str | None = None
    buffer: str = ""

    @property
    def settings(self) -> str:
        """Where the settings file is looked for: the top of the work tree, for standard input too; without git, `path`."""
        return self.work_tree.top or self.path

    @property
    def targets(self) -> tuple[str, ...]:
        """The named paths as `Snapshot.targets` has them."""
        return (STDIN,) if self.stdin else tuple(dict.fromkeys(self.relative(named) for named in self.named))

    @property
    def partial(self) -> bool:
        """Whether some of what is below the root is not to be read."""
        return self.context not in (None, "")

    def reach(self) -> Callable[[str], bool]:
        """A test for the paths that are to be read: targets, and what is in the context."""
        files = frozenset(self.targets)
        places = (self.context or "", *(one for one in files if one == "" or one.endswith("/")))
        return lambda path: path.startswith(places) or path in files

    def relative(self, named: Named) -> str:
        """A named path from the root; a directory ends in "/", the root itself is empty."""
        return relative(named.path, self.path, directory=named.directory)


def find_root(paths: Sequence[str], cwd: str | None = None, *, context: str = "", stands_for: str = "") -> Root:
    """The root of the named paths (none: the current directory; "-": standard input), with one git process.

    `context` is the directory that all but the named files is read from. `stands_for` is the file that standard input is the
    content of: it is then what is named. Where the named paths lie in several work trees, or one of them in none, there is no git. Raises
    DiscoverError for "-" beside other paths, for paths that have no common parent, and for a `context` or a `stands_for` that is none.
    """
    cwd = os.path.abspath(cwd) if cwd else _cwd()
    if "-" in paths and len(paths) > 1:
        raise DiscoverError("`-` is standard input and stands alone, without other paths")
    if stands_for:
        named = _stood_for(paths, stands_for, cwd)
        root = _rooted(cwd, (named,), (), context)
        return root._replace(buffer=root.relative(named))
    if "-" in paths:
        if context:
            raise DiscoverError("--context: standard input is judged by itself; --stdin-filename makes it a file among others")
        path = os.path.realpath(cwd)
        return Root(path, cwd, work_tree(path), stdin=True)
    return _rooted(cwd, *look(paths or (".",), cwd), context)


def _rooted(cwd: str, named: tuple[Named, ...], troubles: tuple[Trouble, ...], context: str) -> Root:
    around = _context(context, cwd)
    parents = {existing(one.parent) for one in named} or {os.path.realpath(cwd)}
    try:
        common = os.path.commonpath(parents)
        found = work_tree(common)
        path = found.top or (os.path.commonpath((common, around)) if around else common)
    except ValueError as error:
        raise DiscoverError("the named paths are on different drives and have no common parent") from error
    root = Root(path, cwd, found, named, troubles)
    if not around:
        return root
    if not os.path.join(around, "").startswith(os.path.join(path, "")):
        raise DiscoverError(f"--context {context}: is outside the repository {path}")
    return root._replace(context=relative(around, path, directory=True))


def _context(given: str, cwd: str) -> str:
    """The directory, absolute and resolved; empty where none is given."""
    if not given:
        return ""
    path = os.path.realpath(os.path.join(cwd, given))
    if not os.path.isdir(path):
        raise DiscoverError(f"--context {given}: {'is not a directory' if os.path.exists(path) else 'no such directory'}")
    return path


def _stood_for(paths: Sequence[str], given: str, cwd: str) -> Named:
    if [one for one in paths if one != "-"]:
        raise DiscoverError(f"--stdin-filename {given}: standard input is checked, and no other path beside it")
    return stood_for(given, cwd)


def _cwd() -> str:
    try:
        return os.getcwd()
    except OSError as error:
        raise DiscoverError(f"the current directory cannot be read: {reason(error)}") from None
