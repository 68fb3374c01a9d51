"""Labels that change together.

kustomize's label transformer puts one and the same YAML node into all fields of an object (api/filters/labels, SetEntry). Whatever
later changes it in one of them, a patch or another label, changes it in all: in the selector, too, when only `metadata.labels` was
meant. A JSON patch ends that, because it makes a new object.
"""

from collections.abc import Iterator

from svclint.workspace.kustomize.graft import with_field
from svclint.yaml.node import Mapping, Node, Scalar

_HOLDERS = tuple(
    tuple(path.split("/"))
    for path in (
        "metadata/labels",
        "spec/selector",
        "spec/selector/matchLabels",
        "spec/template/metadata/labels",
        "spec/jobTemplate/metadata/labels",
        "spec/jobTemplate/spec/selector/matchLabels",
        "spec/jobTemplate/spec/template/metadata/labels",
    )
)
_Held = tuple[tuple[str, ...], str, "Shared"]


class Shared(Scalar):
    """A label that stands in several fields; those with the same `group` are one."""

    __slots__ = ("group",)

    def __init__(self, like: Scalar, group: object) -> None:
        super().__init__(like.file, like.begin, like.end, like.text, like.style, like.tag, like.alias)
        self.group = group


def spread(before: Mapping, after: Mapping) -> Mapping:
    """The object with what became of a shared label in one field carried into all others."""
    held = list(_held(before))
    new: dict[int, Scalar] = {}
    for path, key, was in held:
        now = _at(after, (*path, key))
        if isinstance(now, Scalar) and now is not was:
            new[id(was.group)] = now
    for path, key, was in held if new else ():
        value, now = new.get(id(was.group)), _at(after, (*path, key))
        if value is not None and isinstance(now, Scalar):
            after = _with(after, (*path, key), Shared(value, was.group))
    return after


def parted(root: Mapping) -> Mapping:
    """The object with each label standing for itself."""
    for path, key, was in list(_held(root)):
        alone = Scalar(was.file, was.begin, was.end, was.text, was.style, was.tag, was.alias)
        root = _with(root, (*path, key), alone)
    return root


def _held(root: Mapping) -> Iterator[_Held]:
    for path in _HOLDERS:
        holder = _at(root, path)
        if isinstance(holder, Mapping):
            for key, entry in holder.fields.items():
                if isinstance(entry.value, Shared):
                    yield path, key, entry.value


def _at(node: Node | None, path: tuple[str, ...]) -> Node | None:
    for name in path:
        node = node.get(name) if isinstance(node, Mapping) else None
    return node


def _with(node: Mapping, path: tuple[str, ...], value: Node) -> Mapping:
    entry = node.fields[path[0]]
    below = _with(entry.value, path[1:], value) if path[1:] and isinstance(entry.value, Mapping) else value
    return with_field(node, path[0], below, entry.key)
