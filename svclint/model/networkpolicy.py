"""NetworkPolicies: which pods they select, and the ports of pods that they let through."""

from svclint.model.field import Field
from svclint.model.labelselector import LabelSelector, read_label_selector
from svclint.model.located import Located
from svclint.model.resource import Resource
from svclint.record import NamedTuple


class PolicyPort(NamedTuple):
    """A port of pods, or the name of a container's port; None where it is absent (all ports) or does not decode.

    `end_port` is the last of a range, 0 where it is none.
    """

    port: Located[int | str] | None
    end_port: int
    protocol: str


class PolicyPeer(NamedTuple):
    """Who is at the other end. None for a selector that is absent, or where the peer is a range of addresses."""

    pods: LabelSelector | None
    namespaces: LabelSelector | None
    is_block: bool


class PolicyRule(NamedTuple):
    """A rule of ingress or egress: no `ports` means all of them, no `peers` anyone."""

    ports: tuple[PolicyPort, ...]
    peers: tuple[PolicyPeer, ...]


class NetworkPolicy(Resource):
    """A NetworkPolicy. The ports of `ingress` are those of the pods that `selector` selects, those of `egress` of the peers."""

    def __init__(self, root: Field) -> None:
        super().__init__(root)
        self.selector: LabelSelector = read_label_selector(root.at("spec.podSelector"))
        self.ingress = tuple(_rule(item, "from") for item in root.at("spec.ingress").items())
        self.egress = tuple(_rule(item, "to") for item in root.at("spec.egress").items())


def read_network_policy(root: Field, kind: str, api_version: str) -> NetworkPolicy | None:
    """The NetworkPolicy that an object is; None where it is none."""
    if kind != "NetworkPolicy" or api_version.rpartition("/")[0] not in ("networking.k8s.io", "extensions"):
        return None
    return NetworkPolicy(root)


def _rule(item: Field, peers: str) -> PolicyRule:
    ports = tuple(_port(port) for port in item.child("ports").items())
    return PolicyRule(ports, tuple(_peer(peer) for peer in item.child(peers).items()))


def _port(item: Field) -> PolicyPort:
    port = item.child("port").number_or_text(absent=0)
    protocol = item.child("protocol").text(absent="TCP").value or "TCP"
    located = Located(port.value, port.place, port.path, port.written) if port.value else None
    return PolicyPort(located, item.child("endPort").number().value or 0, protocol)


def _peer(item: Field) -> PolicyPeer:
    pods, namespaces = item.child("podSelector"), item.child("namespaceSelector")
    return PolicyPeer(
        read_label_selector(pods) if pods.present else None,
        read_label_selector(namespaces) if namespaces.present else None,
        item.child("ipBlock").present,
    )
