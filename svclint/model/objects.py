"""The objects of a document: lists taken apart, each object read as what it is."""

from collections.abc import Iterator, Sequence

from svclint.model.autoscaler import read_autoscaler
from svclint.model.endpoints import read_endpoints
from svclint.model.field import Field, root_field
from svclint.model.resource import Resource
from svclint.model.service import read_service
from svclint.model.workload import read_workloads
from svclint.policy.pods import PodSetting
from svclint.yaml import node as nodes
from svclint.yaml.node import Mapping, Node, Scalar

_NESTED_LISTS = 4


def read_objects(root: Node | None, described: Sequence[PodSetting] = ()) -> Iterator[Resource]:
    """The Services, workloads, autoscalers and endpoints of a document, in its order; items of a List in theirs.

    `described` are the kinds with pods that the settings tell of.
    """
    for field in object_roots(root):
        yield from read_object(field, described)


def object_roots(root: Node | None) -> Iterator[Field]:
    """The objects of a document, in its order; items of a List in theirs."""
    return _roots(root, _NESTED_LISTS)


def read_object(field: Field, described: Sequence[PodSetting] = ()) -> Iterator[Resource]:
    """An object as what it is: a Service, endpoints, an autoscaler, or the workloads that it stands for; nothing for any other."""
    kind = field.word("kind") or ""
    version = field.word("apiVersion") or ""
    if "$patch" in field.names():
        return  # a directive of a kustomize patch: there is no such object
    if kind == "Service" and version == "v1":
        yield read_service(field)
    elif endpoints := read_endpoints(field, kind, version):
        yield endpoints
    elif kind != "Service" or "/" in version:
        yield from read_workloads(field, kind, version, described)
        if scaler := read_autoscaler(field, kind, version):
            yield scaler


def _roots(node: Node | None, depth: int) -> Iterator[Field]:
    if not isinstance(node, Mapping):
        return
    items = node.get("items")
    if isinstance(items, nodes.Sequence) and depth and (root_field(node).word("kind") or "").endswith("List"):
        for item in items.items:
            yield from _roots(_typed(item, node), depth - 1)
    else:
        yield root_field(node)


def _typed(item: Node, parent: Mapping) -> Node:
    """An item of a typed list with the kind and apiVersion that it may leave to the list: ServiceList says Service."""
    kind = parent.fields["kind"]
    if not isinstance(item, Mapping) or "kind" in item.fields or not isinstance(kind.value, Scalar) or kind.value.text == "List":
        return item
    listed = kind.value
    own = kind._replace(value=Scalar(listed.file, listed.begin, listed.end, listed.text.removesuffix("List")))
    inherited = {name: parent.fields[name] for name in ("apiVersion",) if name in parent.fields}
    fields = {**inherited, "kind": own, **item.fields}
    return Mapping(item.file, item.begin, item.end, item.entries, fields, alias=item.alias)
