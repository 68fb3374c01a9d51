"""What the files said before."""

from collections.abc import Mapping

from svclint.discover.against import Against
from svclint.discover.current import Current, differing, same
from svclint.discover.exclude import Exclude
from svclint.discover.read import read, read_bytes, source
from svclint.discover.root import Root
from svclint.discover.trouble import DiscoverError, reason
from svclint.discover.walk import walk
from svclint.rule.snapshot import Previous, Skipped
from svclint.source.file import SourceFile


def previous(
    root: Root, against: Against, current: Current, stdin: bytes | None, variables: Mapping[str, str]
) -> tuple[Previous, tuple[Skipped, ...]]:
    """The previous versions, and those that could not be read. `stdin` is what `--against -` compares with.

    `variables` are the environment's. Raises DiscoverError where what the user named cannot be read at all.
    """
    if against.commit:
        return _from_commit(root, against, current, variables)
    if against.directory:
        files, skipped = _from_directory(root, against, current)
    elif against.file:
        files, skipped = _from_file(root, against, current, stdin), ()
    else:
        return Previous(why_not=against.why_not), ()
    return _labelled(against, files)._replace(may_be_live=True), skipped


def _from_commit(root: Root, against: Against, current: Current, variables: Mapping[str, str]) -> tuple[Previous, tuple[Skipped, ...]]:
    """The old texts of the commit, or of the one that continuous integration names where nothing differs from HEAD."""
    from svclint.discover.base import integrated  # noqa: PLC0415  only a run against a commit needs it
    from svclint.discover.revision import from_commit  # noqa: PLC0415  the same

    old = from_commit(root, against.commit, current)
    named = integrated(root.path, against.commit, variables) if against.auto and old.clean else None
    if named is None:
        return _labelled(against, old.files), old.skipped
    if not named.commit:
        return Previous(why_not=named.why_not), ()
    old = from_commit(root, named.commit, current)
    return _labelled(named, old.files), old.skipped


def _labelled(against: Against, files: tuple[SourceFile, ...]) -> Previous:
    return Previous(against.label, tuple(file.as_of(against.label) for file in files))


def _from_directory(root: Root, against: Against, current: Current) -> tuple[tuple[SourceFile, ...], tuple[Skipped, ...]]:
    """The files at the same paths below another directory, which mirrors the target if that is one directory, else the root."""
    mirrored = root.targets[0] if len(root.targets) == 1 and root.targets[0].endswith("/") else ""
    here = {file.path[len(mirrored) :]: file for file in current.files if file.path.startswith(mirrored)}
    paths, unlisted = walk(against.directory, "", Exclude())
    reading = read(against.directory, sorted({*paths, *here}), {})
    unread = {path for path, _ in reading.skipped}
    old = {mirrored + file.path: SourceFile(mirrored + file.path, file.text, file.encoding, file.defect) for file in reading.files}
    prefix = against.label.rstrip("/") + "/"
    skipped = tuple(Skipped(prefix + path, why) for path, why in (*unlisted, *reading.skipped))
    return differing(current._replace(files=tuple(file for path, file in here.items() if path not in unread)), old), skipped


def _from_file(root: Root, against: Against, current: Current, stdin: bytes | None) -> tuple[SourceFile, ...]:
    """One file: the previous text of the target if that is one file.

    Else it holds all that there was, under its own name: every current file then differs from it.
    """
    try:
        data = (stdin or b"") if against.file == "-" else read_bytes(against.file)
    except OSError as error:
        raise DiscoverError(f"--against {against.label}: {reason(error)}") from error
    target = root.targets[0] if len(root.targets) == 1 else ""
    if target == "" or target.endswith("/"):
        return (source(against.label, data), *(SourceFile(file.path, "") for file in current.files))
    old = source(target, data)
    return () if any(file.path == target and same(old.text, file.text) for file in current.files) else (old,)
