"""What makes pods: the labels and the ports that its pods will have."""

from collections.abc import Iterator, Sequence

from svclint.model.field import Field
from svclint.model.located import Located
from svclint.model.podtemplate import PodTemplate, find_templates
from svclint.model.resource import Labels, Resource, read_labels
from svclint.policy.pods import PodSetting
from svclint.record import NamedTuple
from svclint.source.place import Place

_PLAIN_SELECTORS = ("ReplicationController", "DeploymentConfig")  # a map of labels, older than matchLabels
_NONE = Labels()
_HOOKS = frozenset(("helm.sh/hook", "argocd.argoproj.io/hook"))


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

    `labels` are the object's own, `pod_labels` the template's; `match_labels` those that the object's own selector wants of
    the template. `containers` come in the order of the manifest, init containers last. `template` is the place of the whole
    pod template: its text tells what else is said there. `ports_declared` is False where the manifest does not describe the
    containers. `part` tells the templates of one object apart: leader and worker, the name of a replicated job or of a group of
    workers; "" where there is one for all. Only the facts are kept, not the nodes: a repository has thousands.

    `replicas` is None where nothing is said, and has the value None where what is said is no integer. `ordinals_start` and
    `service_name` are a StatefulSet's; the latter is None elsewhere, and has the value "" where a StatefulSet has none.
    `runs_to_end`: the pods are made to finish, those of a Job, of a Helm hook or test.
    """

    def __init__(self, root: Field, found: PodTemplate) -> None:
        super().__init__(root)
        self.pod_labels = read_labels(found.labels)
        self.containers = (*_containers(found.containers, init=False), *_containers(found.spec.child("initContainers"), init=True))
        self.ports_declared = found.ports_declared
        self.part = found.part
        node = found.whole.node
        self.template: Place = Place(node.file, node.begin, node.end) if node else root.place
        metadata = root.child("metadata")
        self.labels = read_labels(metadata.child("labels"))
        self.match_labels = _match_labels(found.holder, self.kind)
        replicas = found.holder.child("replicas")
        self.replicas: Located[int | None] | None = replicas.number() if replicas.present else None
        stateful = self.kind == "StatefulSet"
        self.ordinals_start: int = found.holder.at("ordinals.start").number().value or 0 if stateful else 0
        self.service_name: Located[str | None] | None = found.holder.child("serviceName").text() if stateful else None
        self.host_network: bool = found.spec.child("hostNetwork").is_true
        self.runs_to_end: bool = found.ends or not _HOOKS.isdisjoint(metadata.child("annotations").names())


def _match_labels(holder: Field, kind: str) -> Labels:
    selector = holder.child("selector")
    if not selector.present:
        return _NONE
    return read_labels(selector if kind in _PLAIN_SELECTORS else selector.child("matchLabels"))


def _containers(field: Field, *, init: bool) -> Iterator[Container]:
    for item in field.items():
        sidecar = init and item.word("restartPolicy") == "Always"
        ports = tuple(_port(port) for port in item.child("ports").items())
        yield Container(item.word("name") or "", init, sidecar, ports)


def _port(item: Field) -> ContainerPort:
    return ContainerPort(
        name=item.child("name").text(),
        number=item.child("containerPort").number(),
        protocol=item.child("protocol").text(absent="TCP").value or "TCP",
        host_port=item.child("hostPort").number().value or 0,
    )


def read_workloads(root: Field, kind: str, api_version: str, described: Sequence[PodSetting] = ()) -> Iterator[Workload]:
    """The workloads that an object stands for: one for each of its pod templates. `described` are the kinds that the settings tell of."""
    for template in find_templates(root, kind, api_version, described):
        yield Workload(root, template)
