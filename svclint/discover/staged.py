"""What is about to be committed: in a hook of git, the content of the index, whatever the work tree says."""

from collections.abc import Callable

from svclint.discover import git
from svclint.discover.blobs import blobs
from svclint.discover.read import Reading, source
from svclint.discover.revision import is_blob
from svclint.discover.root import Root
from svclint.rule.snapshot import Skipped


def as_staged(root: Root, index: str, reading: Reading, wanted: Callable[[str], bool]) -> Reading:
    """What was read of the work tree, with the content of the index where that is another one.

    Files that are not in the index are left out, unless the user named them; `wanted` tells which others are read.
    Raises DiscoverError where git fails.
    """
    named = frozenset(root.relative(one) for one in root.named if not one.directory)
    ids = {path: name for path, name in git.staged(root.path, index).items() if path in named or wanted(path)}
    files = {
        file.path: file
        for file in reading.files
        if file.path in reading.links or (is_blob(file, ids[file.path]) if file.path in ids else file.path in named)
    }
    other = {path: name for path, name in ids.items() if path not in files}
    contents = dict(blobs(root.path, dict.fromkeys(other.values())))
    skipped = [one for one in reading.skipped if one.path not in other]
    for path, name in other.items():
        content = contents[name]
        if isinstance(content, bytes):
            files[path] = source(path, content)
        else:
            skipped.append(Skipped(path, f"what is staged of it {content}"))
    return reading._replace(files=tuple(files[path] for path in sorted(files)), skipped=tuple(skipped))
