"""The reading end of the pipeline: from the user's words to a Snapshot."""

import os
from collections.abc import Callable, Iterable, Mapping

from svclint.discover.against import Against, choose
from svclint.discover.current import Current
from svclint.discover.exclude import Exclude, is_manifest
from svclint.discover.hook import hook_index
from svclint.discover.listing import Listing, list_files
from svclint.discover.previous import previous
from svclint.discover.read import Reading, read, source
from svclint.discover.root import STDIN, Root
from svclint.discover.stdin import stand_in
from svclint.discover.trouble import Trouble
from svclint.rule.baseline import Baseline
from svclint.rule.snapshot import Snapshot
from svclint.source.file import SourceFile


def discover(
    root: Root,
    *,
    against: str = "auto",
    exclude: Iterable[str] = (),
    force_exclude: bool = False,
    tracked_only: bool = False,
    stdin: bytes | None = None,
    baseline: Baseline | None = None,
    variables: Mapping[str, str] | None = None,
) -> tuple[Snapshot, tuple[Trouble, ...]]:
    """Read everything below `root` (of `find_root`), and what it said before; the second value is what the user named in vain.

    `exclude` are patterns as in a .gitignore file at the root; they drop named files only with `force_exclude`.
    `tracked_only` reads nothing that git does not track, named files excepted. `stdin` is the content of standard input,
    where a path or `against` is "-", or where it stands for a file; `variables` are those of the environment, None for the process's own.
    `baseline` is handed on. In a hook of git, `auto` reads what is staged. Raises DiscoverError where `against` names nothing or git fails.
    """
    if not root.named and not root.stdin:
        return Snapshot(root.path, (), ()), root.troubles
    variables = os.environ if variables is None else variables
    excluded, reach = Exclude(exclude), root.reach()

    def wanted(path: str) -> bool:
        return is_manifest(path) and reach(path) and not excluded.file(path)

    index = hook_index(root, variables) if against == "auto" and not root.buffer else ""
    old = choose(root, against, variables, staged=index != "")
    if root.stdin:
        return _stream(root, old, source(STDIN, stdin or b""), wanted, variables)._replace(baseline=baseline), root.troubles
    listing = list_files(root, excluded, force_exclude=force_exclude, tracked_only=tracked_only or index != "", without=old.place(root))
    reading = _read(root, listing, index, wanted, stdin)
    current = Current(
        tuple(file for file in reading.files if file.path not in reading.links),
        listing.absent.union((file.path for file in reading.files), (path for path, _ in reading.skipped)),
        wanted,
    )
    before, unread = previous(root, old, current, stdin, variables)
    skipped, targets = (*listing.skipped, *reading.skipped, *unread), frozenset(root.targets)
    return Snapshot(root.path, reading.files, targets, before, skipped, root.partial, baseline), (*root.troubles, *reading.troubles)


def _stream(root: Root, old: Against, file: SourceFile, wanted: Callable[[str], bool], variables: Mapping[str, str]) -> Snapshot:
    """Standard input as the only file."""
    before, unread = previous(root, old, Current((file,), frozenset({STDIN}), wanted), None, variables)
    return Snapshot(root.path, (file,), frozenset(root.targets), before, unread, partial=True)


def _read(root: Root, listing: Listing, index: str, wanted: Callable[[str], bool], stdin: bytes | None) -> Reading:
    """What the work tree has, with standard input for the file that it stands for; or what is staged in an index."""
    reading = read(root.path, listing.paths, listing.named)
    if root.buffer in listing.named:
        return stand_in(root, reading, stdin or b"")
    if not index:
        return reading
    from svclint.discover.staged import as_staged  # noqa: PLC0415  only a hook needs it

    return as_staged(root, index, reading, wanted)
