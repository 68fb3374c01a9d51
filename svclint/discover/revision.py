"""What a commit says the files said, without asking git which differ: no filter, hook or index refresh is run."""

from svclint.discover import git
from svclint.discover.blobs import blob_id, blobs
from svclint.discover.current import Current, differing
from svclint.discover.read import LARGEST, source
from svclint.discover.root import Root
from svclint.record import NamedTuple
from svclint.rule.snapshot import Skipped
from svclint.source.decode import encode
from svclint.source.file import SourceFile


class Old(NamedTuple):
    """The texts in a commit of the files that differ or are deleted (empty for new ones), and those that this clone cannot give.

    `clean` tells that nothing which the commit has is other now; new files make no difference to it.
    """

    files: tuple[SourceFile, ...]
    skipped: tuple[Skipped, ...]
    clean: bool


def from_commit(root: Root, commit: str, current: Current) -> Old:
    """The old texts.

    At most two processes: one for the paths, one for all contents. Raises DiscoverError where git fails.
    """
    present = {file.path for file in current.files}
    ids = {path: name for path, name in git.tree(root.path, commit) if path in present or current.wanted(path)}
    unchanged = {file.path for file in current.files if file.path in ids and is_blob(file, ids[file.path])}
    asked = {path: name for path, name in ids.items() if path not in unchanged and (path in present or path not in current.known)}
    contents = dict(blobs(root.path, dict.fromkeys(asked.values())))
    old: dict[str, SourceFile] = {}
    skipped: list[Skipped] = []
    for path, name in asked.items():
        content = contents[name]
        if isinstance(content, bytes):
            old[path] = source(path, content)
        else:
            skipped.append(Skipped(path, f"its previous version {content}"))
    left_out = unchanged.union(path for path, _ in skipped)
    files = tuple(file for file in current.files if file.path not in left_out)
    found = differing(current._replace(files=files), old)
    return Old(found, tuple(skipped), not skipped and not any(file.path in old for file in found))


def is_blob(file: SourceFile, name: str) -> bool:
    """Whether the file is the blob of that id; also where only its line breaks were changed on checkout.

    A file that was cut is not compared: nothing in it will be read.
    """
    if len(file.text) > LARGEST:
        return True
    if blob_id(encode(file, file.text), len(name)) == name:
        return True
    return "\r\n" in file.text and blob_id(encode(file, file.text.replace("\r\n", "\n")), len(name)) == name
