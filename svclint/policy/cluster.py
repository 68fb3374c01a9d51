"""What is known of the cluster that the manifests go to."""

from functools import cached_property

from svclint.policy.portrange import PortRange
from svclint.record import NamedTuple


class _Cluster(NamedTuple):
    node_port_range: str = "30000-32767"
    service_cidrs: tuple[str, ...] = ()
    dual_stack: bool | None = None


class ClusterPolicy(_Cluster):
    """The API server's flags, as far as they are known: an unknown one is never guessed.

    `node_port_range` is `--service-node-port-range` in any of its spellings; `service_cidrs` is
    `--service-cluster-ip-range`; `dual_stack` None means that two CIDRs of two families decide.
    """

    @cached_property
    def node_ports(self) -> PortRange:
        """The node-port range as numbers. Raises ValueError where `node_port_range` is no range."""
        return PortRange.parse(self.node_port_range)
