"""What a kustomization file says about other files: which it uses, and which are patches rather than objects."""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from svclint.model.field import Field, root_field
from svclint.source.file import SourceFile
from svclint.yaml.node import Mapping
from svclint.yaml.read import read_all

KUSTOMIZATION_NAMES = frozenset({"kustomization.yaml", "kustomization.yml", "Kustomization"})

_USED = ("resources", "bases", "components")
_PATCH_LISTS = ("patches", "patchesStrategicMerge", "patchesJson6902")


class Kustomization(NamedTuple):
    """`uses` are the paths of files and folders that it builds from, `patches` those of its patch files, both relative
    to the root; `inline` is the text of the patches written in the file itself.
    """

    directory: str
    uses: tuple[str, ...] = ()
    patches: tuple[str, ...] = ()
    inline: str = ""


def read_kustomization(file: SourceFile) -> Kustomization:
    """The kustomization in a file; an empty one where it cannot be read."""
    directory = posixpath.dirname(file.path)
    root = next((document.root for document in read_all(file)), None)
    if not isinstance(root, Mapping):
        return Kustomization(directory)
    field = root_field(root)
    uses = [path for name in _USED for path in _texts(field.child(name))]
    patches: list[str] = []
    inline: list[str] = []
    for name in _PATCH_LISTS:
        for item in field.child(name).items():
            text = item.text().value
            path = text or item.child("path").text().value
            # patchesStrategicMerge takes a path or the patch itself
            (inline if path and "\n" in path else patches).append(path or "")
            inline.append(item.child("patch").text().value or "")
    return Kustomization(directory, _paths(directory, uses), _paths(directory, patches), "\n".join(filter(None, inline)))


def _texts(field: Field) -> Iterator[str]:
    for item in field.items():
        yield item.text().value or ""


def _paths(directory: str, written: list[str]) -> tuple[str, ...]:
    """Paths relative to the root; what is empty, a URL, or leads out of the root is not in the workspace."""
    joined = (posixpath.normpath(posixpath.join(directory, path)) for path in written if path and "://" not in path)
    return tuple("" if path == "." else path for path in joined if not path.startswith(".."))
