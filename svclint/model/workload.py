"""What makes pods: the labels and the ports that its pods will have."""

from collections.abc import Iterator
from typing import NamedTuple

from svclint.model.field import Field
from svclint.model.located import Located
from svclint.model.resource import Resource, read_labels
from svclint.policy.pods import pod_kind
from svclint.source.place import Place
from svclint.yaml.node import Mapping, Node, Sequence

_DEPTH = 12  # a pod template in a custom resource lies near its root; CRDs nest far deeper


class ContainerPort(NamedTuple):
    """A declared port: `name` is empty where it has none, `host_port` 0."""

    name: Located[str | None]
    number: Located[int | None]
    protocol: str
    host_port: int


class Container(NamedTuple):
    """A container of a pod template. `sidecar` is an init container that keeps running (restartPolicy: Always)."""

    name: str
    init: bool
    sidecar: bool
    ports: tuple[ContainerPort, ...]


class Workload(Resource):
    """An object that makes pods, or one of its pod templates.

    `labels` are the object's own, `pod_labels` the template's; `containers` come in the order of the manifest, init
    containers last. `template` is the place of the whole pod template: its text tells what else is said there.
    `ports_declared` is False where the manifest does not describe the containers. Only the facts are kept, not the nodes:
    a repository has thousands.
    """

    def __init__(self, root: Field, template: Field, *, ports_declared: bool = True) -> None:
        super().__init__(root)
        spec = template.child("spec")
        self.pod_labels = read_labels(template.at("metadata.labels"))
        self.containers = (*_containers(spec, "containers"), *_containers(spec, "initContainers"))
        self.ports_declared = ports_declared
        node = template.node
        self.template: Place = Place(node.file, node.begin, node.end) if node else root.place
        self.labels = read_labels(root.at("metadata.labels"))


def _containers(spec: Field, name: str) -> Iterator[Container]:
    init = name == "initContainers"
    for item in spec.child(name).items():
        sidecar = init and item.child("restartPolicy").text().value == "Always"
        ports = tuple(_port(port) for port in item.child("ports").items())
        yield Container(item.child("name").text().value or "", init, sidecar, ports)


def _port(item: Field) -> ContainerPort:
    return ContainerPort(
        name=item.child("name").text(),
        number=item.child("containerPort").number(),
        protocol=item.child("protocol").text(absent="TCP").value or "TCP",
        host_port=item.child("hostPort").number().value or 0,
    )


def read_workloads(root: Field, kind: str, group: str) -> Iterator[Workload]:
    """The workloads that an object stands for: one for a known kind, one for each pod template found in an unknown one."""
    known = pod_kind(kind, group)
    if known:
        template = root.at(known.template)
        if isinstance(template.node, Mapping):
            yield Workload(root, template, ports_declared=known.ports_declared)
        return
    for template in _embedded(root, _DEPTH):
        yield Workload(root, template)


def _embedded(field: Field, depth: int) -> Iterator[Field]:
    """The pod templates below a field: objects whose spec has a list of containers."""
    node = field.node
    if not depth:
        return
    if isinstance(node, Mapping):
        spec = node.get("spec")
        if isinstance(spec, Mapping) and _is_containers(spec.get("containers")):
            yield field
            return
        for name in field.names():
            yield from _embedded(field.child(name), depth - 1)
    elif isinstance(node, Sequence):
        for item in field.items():
            yield from _embedded(item, depth - 1)


def _is_containers(node: Node | None) -> bool:
    return isinstance(node, Sequence) and all(isinstance(item, Mapping) for item in node.items)
