"""Taking an annotation away from an object."""

from svclint.model.field import Field
from svclint.source.edit import Edit
from svclint.yaml.edit import remove_entry
from svclint.yaml.node import Mapping


def remove_annotation(root: Field, name: str) -> Edit | None:
    """Deletes an annotation; where it is the only one, the whole map. None where it is not written in the object itself."""
    metadata = root.child("metadata")
    annotations = metadata.child("annotations")
    if annotations.site or not isinstance(annotations.node, Mapping):
        return None
    if len(annotations.node.entries) > 1:
        return remove_entry(annotations.node, name)
    return remove_entry(metadata.node, "annotations") if isinstance(metadata.node, Mapping) and not metadata.site else None
