"""The reading end of the pipeline: from the user's words to a Snapshot."""

from collections.abc import Iterable

from svclint.discover.against import choose
from svclint.discover.current import Current
from svclint.discover.exclude import Exclude, is_manifest
from svclint.discover.listing import list_files
from svclint.discover.previous import previous
from svclint.discover.read import read, source
from svclint.discover.root import STDIN, Root
from svclint.discover.trouble import Trouble
from svclint.rule.snapshot import Snapshot


def discover(
    root: Root,
    *,
    against: str = "auto",
    exclude: Iterable[str] = (),
    force_exclude: bool = False,
    tracked_only: bool = False,
    stdin: bytes | None = None,
) -> tuple[Snapshot, tuple[Trouble, ...]]:
    """Read everything below `root` (of `find_root`), and what it said before; the second value is what the user named in vain.

    `exclude` are patterns as in a .gitignore file at the root; they drop named files only with `force_exclude`.
    `tracked_only` reads nothing that git does not track, named files excepted. `stdin` is the content of standard input,
    where a path or `against` is "-". Raises DiscoverError where `against` names nothing, or git fails.
    """
    if not root.named and not root.stdin:
        return Snapshot(root.path, (), ()), root.troubles
    old = choose(root, against)
    excluded = Exclude(exclude)
    if root.stdin:
        file = source(STDIN, stdin or b"")
        current = Current((file,), frozenset({STDIN}), lambda path: is_manifest(path) and not excluded.file(path))
        before, unread = previous(root, old, current, None)
        return Snapshot(root.path, (file,), root.targets, before, unread), root.troubles
    listing = list_files(root, excluded, force_exclude=force_exclude, tracked_only=tracked_only, without=old.place(root))
    reading = read(root.path, listing.paths, listing.named)
    current = Current(
        tuple(file for file in reading.files if file.path not in reading.links),
        listing.absent.union((file.path for file in reading.files), (path for path, _ in reading.skipped)),
        lambda path: is_manifest(path) and not excluded.file(path),
    )
    before, unread = previous(root, old, current, stdin)
    skipped = (*listing.skipped, *reading.skipped, *unread)
    return Snapshot(root.path, reading.files, root.targets, before, skipped), (*root.troubles, *reading.troubles)
