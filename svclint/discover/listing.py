"""Which files there are to read."""

import os
from bisect import bisect_left

from svclint.discover import git
from svclint.discover.exclude import Exclude, is_manifest
from svclint.discover.root import Root
from svclint.discover.walk import walk
from svclint.record import NamedTuple
from svclint.rule.snapshot import Skipped


class Listing(NamedTuple):
    """The paths to read, sorted, without repeats.

    `named` maps the files that the user named one by one to what the user wrote. `absent` are tracked files that a sparse checkout
    leaves out of the work tree; `skipped` the directories that could not be listed.
    """

    paths: tuple[str, ...]
    named: dict[str, str]
    absent: frozenset[str]
    skipped: tuple[Skipped, ...]


def list_files(root: Root, exclude: Exclude, *, force_exclude: bool = False, tracked_only: bool = False, without: str = "") -> Listing:
    """The manifests below the root, and the named files whatever they are called.

    Of what is not named, only what is in the root's context. `exclude` drops named files only with `force_exclude`. `without` is a path
    (a directory ends in "/") that is left out of the context, because it holds previous versions. A named directory in which nothing
    is listed is walked for itself, so that rendered manifests in an ignored directory can be checked.
    """
    named = {root.relative(one): one.given for one in root.named if not one.directory}
    if force_exclude:
        named = {path: given for path, given in named.items() if not exclude.file(path)}
    directories = [root.relative(one) for one in root.named if one.directory]
    starts = directories if root.context is None else list(dict.fromkeys((root.context, *directories)))
    reach = root.reach()
    absent: frozenset[str] = frozenset()
    skipped: list[Skipped] = []
    if root.work_tree.top:
        tracked, absent = git.listed(root.path, tracked_only=tracked_only)
        found = sorted({path for path in tracked if is_manifest(path) and reach(path) and not exclude.file(path)})
    elif not root.partial:
        found, skipped = walk(root.path, "", exclude) if "" in starts or _has_bounds(root.path) else ([], [])
        found.sort()
    else:
        found = []  # walked below
    for directory in () if tracked_only and root.work_tree.top else starts:
        if directory and (not _holds(found, directory) or (root.partial and not root.work_tree.top)):
            more, unlisted = walk(root.path, directory, exclude)
            found = sorted({*found, *more})
            skipped += unlisted
    paths = (path for path in sorted({*found, *named}) if path in named or not _lies_in(path, without))
    return Listing(tuple(paths), named, absent, tuple(dict.fromkeys(skipped)))


def _has_bounds(path: str) -> bool:
    """Whether a directory may be read as context that nobody named: not the whole disk, nor a whole home."""
    return path not in (os.path.dirname(path), os.path.realpath(os.path.expanduser("~")))


def _holds(paths: list[str], directory: str) -> bool:
    at = bisect_left(paths, directory)
    return at < len(paths) and paths[at].startswith(directory)


def _lies_in(path: str, place: str) -> bool:
    return place != "" and (path == place or (place.endswith("/") and path.startswith(place)))
