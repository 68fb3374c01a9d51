"""Which fields a transformer changes (kustomize api/filters/fieldspec, api/internal/konfig/builtinpluginconsts)."""

from collections.abc import Callable

from svclint.model.field import Field
from svclint.record import NamedTuple
from svclint.source.place import Place
from svclint.workspace.kustomize.graft import is_null, made_mapping, own_fields, own_items, text_of, with_fields, with_items
from svclint.workspace.kustomize.merge import PatchError
from svclint.yaml.node import Entry, Mapping, Node, Scalar

Setter = Callable[[Node | None], Node]
"""What makes the new value of a field from the present one, None for one that is created."""


class FieldSpec(NamedTuple):
    """A path of names separated by `/` in the objects of a kind; empty patterns match every one. `create` adds what is missing."""

    path: str
    kind: str = ""
    group: str = ""
    version: str = ""
    create: bool = False

    def fits(self, group: str, version: str, kind: str) -> bool:
        """Whether objects of a kind have the field."""
        return self.kind in ("", kind) and self.group in ("", group) and self.version in ("", version)

    def apply(self, root: Mapping, setter: Setter, at: Place) -> Mapping:
        """The object with the field set; itself where nothing changes. What is created is placed at `at`.

        Raises PatchError where the path leads through a scalar.
        """
        changed = _set(root, _split(self.path), self.create, setter, at)
        assert isinstance(changed, Mapping)
        return changed


def _spec(path: str, kind: str, group: str = "", version: str = "", *, create: bool = True) -> FieldSpec:
    return FieldSpec(path, kind, group, version, create)


OWN_LABELS = FieldSpec("metadata/labels", create=True)
TEMPLATE_LABELS = (
    OWN_LABELS,
    _spec("spec/template/metadata/labels", "ReplicationController", version="v1"),
    _spec("spec/template/metadata/labels", "Deployment"),
    _spec("spec/template/metadata/labels", "ReplicaSet"),
    _spec("spec/template/metadata/labels", "DaemonSet"),
    _spec("spec/template/metadata/labels", "StatefulSet", "apps"),
    _spec("spec/template/metadata/labels", "Job", "batch"),
    _spec("spec/jobTemplate/metadata/labels", "CronJob", "batch"),
    _spec("spec/jobTemplate/spec/template/metadata/labels", "CronJob", "batch"),
)
COMMON_LABELS = (
    _spec("spec/selector", "Service", version="v1"),
    _spec("spec/selector", "ReplicationController", version="v1"),
    _spec("spec/selector/matchLabels", "Deployment"),
    _spec("spec/selector/matchLabels", "ReplicaSet"),
    _spec("spec/selector/matchLabels", "DaemonSet"),
    _spec("spec/selector/matchLabels", "StatefulSet", "apps"),
    _spec("spec/selector/matchLabels", "Job", "batch", create=False),
    _spec("spec/jobTemplate/spec/selector/matchLabels", "CronJob", "batch", create=False),
    *TEMPLATE_LABELS,
)
REPLICAS = tuple(_spec("spec/replicas", kind) for kind in ("Deployment", "ReplicationController", "ReplicaSet", "StatefulSet"))
NAME = FieldSpec("metadata/name")
NAMESPACE = FieldSpec("metadata/namespace", create=True)


class Configuration(NamedTuple):
    """The fields that `configurations` add to the built-in ones; they hold in all that builds from it, too."""

    common_labels: tuple[FieldSpec, ...] = ()
    labels: tuple[FieldSpec, ...] = ()
    template_labels: tuple[FieldSpec, ...] = ()
    name_prefix: tuple[FieldSpec, ...] = ()
    name_suffix: tuple[FieldSpec, ...] = ()
    namespace: tuple[FieldSpec, ...] = ()
    replicas: tuple[FieldSpec, ...] = ()

    def with_(self, other: "Configuration") -> "Configuration":
        """Both, each field once."""
        return self if not any(other) else Configuration(*(_together(mine, more) for mine, more in zip(self, other, strict=True)))


def _together(mine: tuple[FieldSpec, ...], more: tuple[FieldSpec, ...]) -> tuple[FieldSpec, ...]:
    return tuple(dict.fromkeys((*mine, *more)))


_NAMES = ("commonLabels", "labels", "templateLabels", "namePrefix", "nameSuffix", "namespace", "replicas")


def read_configuration(root: Field) -> Configuration:
    """The fields that a file of `configurations` names."""
    return Configuration(*(read_specs(root.child(name)) for name in _NAMES))


def read_specs(listed: Field) -> tuple[FieldSpec, ...]:
    """The fields of a list of them."""
    return tuple(_read(item) for item in listed.items() if text_of(item.child("path").node))


def _read(item: Field) -> FieldSpec:
    path, kind, group, version, create = (text_of(item.child(name).node) for name in ("path", "kind", "group", "version", "create"))
    return FieldSpec(path.strip("/"), kind, group, version, create == "true")


def _split(path: str) -> list[str]:
    r"""The names of a path; `\/` is a slash in a name."""
    return [name.replace("\0", "/") for name in path.replace("\\/", "\0").split("/")]


def _set(node: Node, names: list[str], create: bool, setter: Setter, at: Place) -> Node:  # noqa: FBT001, PLR0911 - handed down; one return for each shape
    if not names:
        return setter(node)
    if is_null(node):
        return node
    if isinstance(node, Scalar):
        raise PatchError("a field below a scalar")
    if not isinstance(node, Mapping):
        items = own_items(node)
        changed = [_set(item, names, create, setter, at) for item in items]
        return node if all(map(lambda one, other: one is other, items, changed)) else with_items(node, changed)
    name, rest = names[0].removesuffix("[]"), names[1:]
    entry = node.fields.get(name)
    if entry is None or is_null(entry.value):
        if not create or name != names[0]:
            return node
        value = _set(made_mapping({}, at), rest, create, setter, at) if rest else setter(None)
        key = entry.key if entry else Scalar(at.file, at.begin, at.end, name)
        return with_fields(node, own_fields(node) | {name: Entry(key, value)})
    value = _set(entry.value, rest, create, setter, at)
    if value is entry.value:
        return node
    fields = own_fields(node)
    owned = fields[name]
    if owned.value is not entry.value:  # reached through an alias: what is set below has its own place
        value = _set(owned.value, rest, create, setter, at)
    fields[name] = Entry(entry.key, value)
    return with_fields(node, fields)
