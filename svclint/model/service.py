"""A Service and its types: the picture that the whole tool is drawn around."""

from functools import cached_property
from typing import ClassVar

from svclint.model.field import Field
from svclint.model.located import Located
from svclint.model.resource import Labels, Resource, read_labels
from svclint.policy.lifecycle import Stage
from svclint.record import NamedTuple


class ServicePort(NamedTuple):
    """An entry of spec.ports after defaulting; a value of None is of a type that does not decode.

    `target_port` is located at `port` where it is absent, since that is where its value comes from; `node_port` is 0
    where none is asked for. `defaulted` tells that targetPort is not given. `field` is the entry itself.
    """

    field: Field
    name: Located[str | None]
    port: Located[int | None]
    protocol: Located[str | None]
    target_port: Located[int | str | None]
    node_port: Located[int | None]
    defaulted: bool


def _read_port(field: Field) -> ServicePort:
    port = field.child("port").number()
    target = field.child("targetPort").number_or_text(absent=0)
    defaulted = target.value in (0, "")  # SetDefaults_Service: both mean "the same as port"
    if defaulted:
        target = Located(port.value, port.place, target.path, written=False)
    return ServicePort(
        field=field,
        name=field.child("name").text(),
        port=port,
        protocol=field.child("protocol").text(absent="TCP"),
        target_port=target,
        node_port=field.child("nodePort").number(),
        defaulted=defaulted,
    )


class Service(Resource):
    """A Service of any type; of none of the four below where `type` is not one of theirs.

    What is absent reads as the API server defaults it (pkg/apis/core/v1/defaults.go SetDefaults_Service).
    """

    TYPE: ClassVar[str] = ""
    HAS_NODE_PORTS: ClassVar[bool] = False
    STAGE: ClassVar[Stage | None] = None

    def __init__(self, root: Field) -> None:
        super().__init__(root)
        self.root = root

    @cached_property
    def spec(self) -> Field:
        """The field `spec`."""
        return self.root.child("spec")

    @cached_property
    def type(self) -> Located[str | None]:
        """The type as written; ClusterIP where it is absent or empty."""
        written = self.spec.child("type").text(absent="ClusterIP")
        return written._replace(value="ClusterIP") if written.value == "" else written

    @cached_property
    def ports(self) -> tuple[ServicePort, ...]:
        """The ports in their order."""
        return tuple(_read_port(item) for item in self.spec.child("ports").items())

    @cached_property
    def labels(self) -> Labels:
        """The Service's own labels, which monitors select it by."""
        return read_labels(self.root.at("metadata.labels"))

    @cached_property
    def selector(self) -> Labels:
        """The pairs that a pod must have; empty where the Service selects nothing by itself."""
        return read_labels(self.spec.child("selector"))

    @cached_property
    def cluster_ip(self) -> Located[str | None]:
        """spec.clusterIP, or the first of clusterIPs; empty where the server is to choose."""
        written = self.spec.child("clusterIP").text()
        if written.value == "":
            for first in self.spec.child("clusterIPs").items():
                return first.text()
        return written

    @property
    def is_headless(self) -> bool:
        """Whether the Service has no cluster IP: DNS then answers with the pods themselves."""
        return False

    @property
    def stage(self) -> Stage | None:
        """Where the Service stands in its life cycle; None where its type is none."""
        return self.STAGE


class ClusterIPService(Service):
    """Reachable inside the cluster, by one address or, headless, by those of its pods."""

    TYPE = "ClusterIP"
    STAGE = Stage.CLUSTER_IP

    @property
    def is_headless(self) -> bool:
        """Whether clusterIP is exactly None: the word is case-sensitive."""
        return self.cluster_ip.value == "None"

    @property
    def stage(self) -> Stage | None:
        """ClusterIP, or headless."""
        return Stage.HEADLESS if self.is_headless else Stage.CLUSTER_IP


class NodePortService(Service):
    """Also reachable on a port of every node."""

    TYPE = "NodePort"
    HAS_NODE_PORTS = True
    STAGE = Stage.NODE_PORT


class LoadBalancerService(Service):
    """Also reachable through a load balancer outside the cluster."""

    TYPE = "LoadBalancer"
    HAS_NODE_PORTS = True
    STAGE = Stage.LOAD_BALANCER


class ExternalNameService(Service):
    """An alias in DNS: no address, no pods, no proxying."""

    TYPE = "ExternalName"
    STAGE = Stage.EXTERNAL_NAME


SERVICE_TYPES: dict[str, type[Service]] = {
    kind.TYPE: kind for kind in (ClusterIPService, NodePortService, LoadBalancerService, ExternalNameService)
}


def read_service(root: Field) -> Service:
    """A v1 Service as the class of its type; the plain Service where `type` is no type."""
    written = root.at("spec.type").text(absent="ClusterIP").value
    return SERVICE_TYPES.get(written or "ClusterIP" if written is not None else "", Service)(root)
