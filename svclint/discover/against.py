"""What `--against` means: where the previous versions are."""

import os
from collections.abc import Mapping

from svclint.discover import git
from svclint.discover.root import STDIN, Root
from svclint.discover.targets import relative
from svclint.discover.trouble import DiscoverError
from svclint.record import NamedTuple
from svclint.source.nearest import nearest


class Against(NamedTuple):
    """Where the previous versions are: one of `commit` (an id), `directory` and `file` (absolute, or "-").

    With none of them, `why_not` says why changes are not judged. `label` is what the user calls it. `auto`: HEAD was chosen
    because nothing else was said; where nothing differs from it, what continuous integration names comes instead.
    """

    label: str = ""
    why_not: str = ""
    commit: str = ""
    directory: str = ""
    file: str = ""
    auto: bool = False

    def place(self, root: Root) -> str:
        """The directory or file as a path from the root (a directory ends in "/"), where it lies below and holds no target; else empty."""
        path = self.directory or self.file
        if path in ("", "-") or root.stdin or not path.startswith(os.path.join(root.path, "")):
            return ""
        place = relative(path, root.path, directory=bool(self.directory))
        return "" if any(target.startswith(place) for target in root.targets) else place


def choose(root: Root, against: str, variables: Mapping[str, str], *, staged: bool = False) -> Against:
    """Where the previous versions are that `against` names: auto, none, "-", or a revision, directory or file.

    A path with a separator in it that exists is a path; any other name is a revision if there is one, else a path
    relative to `root.cwd`. `variables` are the environment's; `staged` tells that what is staged is judged.
    Raises DiscoverError for a name that is none of them, and where both sides are standard input.
    """
    if against == "none":
        return Against(why_not="--against none")
    if against == "auto":
        return _auto(root, variables, staged=staged)
    if against == "-":
        if root.stdin or root.buffer:
            raise DiscoverError("--against -: standard input cannot be both the manifests and their previous versions")
        return Against(STDIN, file="-")
    path = os.path.join(root.cwd, against)
    is_path = os.path.exists(path) and against != ""
    if root.work_tree.top and not (is_path and ("/" in against or os.sep in against)):
        commit = git.commit(root.path, against)
        if commit:
            return Against(against, commit=commit)
    if not is_path:
        raise DiscoverError(_unknown(root, against))
    if os.path.isdir(path):
        return Against(against, directory=os.path.realpath(path))
    return Against(against, file=os.path.realpath(path))


def _auto(root: Root, variables: Mapping[str, str], *, staged: bool) -> Against:
    if root.stdin:
        return Against(why_not="standard input has no previous version")
    if not root.work_tree.top:
        return Against(why_not=root.work_tree.why_not)
    if not root.work_tree.head:
        return Against(why_not="no commit yet")
    if variables.get("PRE_COMMIT_FROM_REF"):
        from svclint.discover.base import pushed  # noqa: PLC0415  only for a push, or a run of pre-commit over a range

        found = pushed(root.path, variables)
        if found:
            return found
    return Against("HEAD, as staged" if staged else "HEAD", commit=root.work_tree.head, auto=True)


def _unknown(root: Root, against: str) -> str:
    if not root.work_tree.top:
        return f"--against {against}: no such directory or file, and no revision either: {root.work_tree.why_not}"
    message = f"--against {against}: no such revision, directory or file"
    meant = nearest(against, git.branches(root.path))
    if meant:
        return f"{message}; did you mean {meant}?"
    return f"{message}; this clone is shallow, the revision may have to be fetched first" if git.is_shallow(root.path) else message
