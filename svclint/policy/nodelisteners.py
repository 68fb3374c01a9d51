"""What listens on the nodes of most clusters, below the default node-port range. Data."""

from collections.abc import Collection

from svclint.record import NamedTuple

_ALL = ("TCP", "UDP", "SCTP")


class Listener(NamedTuple):
    """`who` listens on `ports` of a node, by `protocols`."""

    who: str
    ports: tuple[int, ...]
    protocols: tuple[str, ...] = ("TCP",)


# The ports of https://kubernetes.io/docs/reference/networking/ports-and-protocols/ and of the network add-ons' own documentation.
LISTENERS = (
    Listener("SSH", (22,)),
    Listener("an ingress controller on the host", (80, 443)),
    Listener("BGP", (179,)),
    Listener("etcd", (2379, 2380)),
    Listener("Cilium's health checks", (4240,)),
    Listener("Cilium's Hubble", (4244,)),
    Listener("kube-apiserver", (6443,)),
    Listener("Weave Net", (6783,), ("TCP", "UDP")),
    Listener("Weave Net", (6784,), ("UDP",)),
    Listener("MetalLB's memberlist", (7946,), ("TCP", "UDP")),
    Listener("VXLAN", (8472,), ("UDP",)),
    Listener("Calico's health checks", (9099,)),
    Listener("node-exporter", (9100,)),
    Listener("kube-proxy's metrics", (10249,)),
    Listener("the kubelet", (10250,)),
    Listener("the kubelet's read-only port", (10255,)),
    Listener("kube-proxy's health checks", (10256,)),
    Listener("kube-controller-manager", (10257,)),
    Listener("kube-scheduler", (10259,)),
)
_BY_PORT = {(port, protocol): listener.who for listener in LISTENERS for port in listener.ports for protocol in listener.protocols}


def listener_on(port: int, protocols: Collection[str] = _ALL) -> str:
    """Who listens on a port of a node by one of some protocols; empty where nobody is known to."""
    return next((_BY_PORT[port, protocol] for protocol in _ALL if protocol in protocols and (port, protocol) in _BY_PORT), "")
