"""What is known of a cluster's Service network: its CIDRs, its families, and which addresses it can give."""

from ipaddress import IPv4Address, IPv4Network, IPv6Network, ip_network

from svclint.apiserver.address import Address
from svclint.policy.cluster import ClusterPolicy
from svclint.policy.version import version_at_least

_BITMAP = 65536
"""How many IPv6 addresses of a range the server used at most before 1.33."""


class Network:
    """The Service network of a cluster. Nothing is known without CIDRs: no address is then out of range.

    `families` are those that the cluster has, its default first; empty where unknown. `dual_stack` is None where
    unknown. Raises ValueError where a CIDR of the policy is none.
    """

    __slots__ = ("_bitmap", "_cidrs", "dual_stack", "families")

    def __init__(self, cluster: ClusterPolicy, kubernetes_version: str) -> None:
        self._cidrs: list[IPv4Network | IPv6Network] = [ip_network(cidr.strip(), strict=False) for cidr in cluster.service_cidrs]
        self._bitmap = not version_at_least(kubernetes_version, 1, 33)
        self.families: tuple[str, ...] = tuple(dict.fromkeys(f"IPv{cidr.version}" for cidr in self._cidrs))
        self.dual_stack: bool | None = cluster.dual_stack
        if self.families:
            self.dual_stack = len(self.families) == 2

    @property
    def taken(self) -> Address | None:
        """The address of the Service `kubernetes`: the first of the first CIDR."""
        return self._cidrs[0].network_address + 1 if self._cidrs else None

    def fault(self, address: Address) -> str:
        """Why the cluster cannot give an address to a Service; empty where it can, as far as is known."""
        if not self._cidrs:
            return ""
        own = [cidr for cidr in self._cidrs if address in cidr]
        if not own:
            mine = next((cidr for cidr in self._cidrs if cidr.version == address.version), None)
            return _out_of(mine, address) if self._bitmap and mine else "the provided network does not match the current range"
        return "" if any(self._gives(cidr, address) for cidr in own) else _out_of(own[0], address)

    def _gives(self, cidr: IPv4Network | IPv6Network, address: Address) -> bool:
        """Whether an allocator hands out an address of its own range (pkg/registry/core/service/ipallocator)."""
        offset = int(address) - int(cidr.network_address)
        if isinstance(address, IPv4Address):
            return 0 < offset < cidr.num_addresses - 1
        return 0 < offset < (min(cidr.num_addresses, _BITMAP) if self._bitmap else cidr.num_addresses)


def _out_of(cidr: IPv4Network | IPv6Network, address: Address) -> str:
    return f"the provided IP ({address}) is not in the valid range. The range of valid IPs is {cidr}"
