"""What is known of a cluster's Service network: its CIDRs, its families, and which addresses it can give."""

from svclint.apiserver.address import Address, Cidr, parse_cidr
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
        self._cidrs = [_cidr(text) for text in cluster.service_cidrs]
        self._bitmap = not version_at_least(kubernetes_version, 1, 33)
        self.families: tuple[str, ...] = tuple(dict.fromkeys(f"IPv{cidr.address.version}" for cidr in self._cidrs))
        self.dual_stack = len(self.families) == 2 if self.families else cluster.dual_stack

    @property
    def taken(self) -> Address | None:
        """The address of the Service `kubernetes`: the first of the first CIDR."""
        first = self._cidrs[0] if self._cidrs else None
        return Address(first.address.version, first.first + 1) if first else None

    def fault(self, address: Address, text: str) -> str:
        """Why the cluster cannot give an address, written as `text`, to a Service; empty where it can, as far as is known."""
        own = [cidr for cidr in self._cidrs if cidr.holds(address)]
        if not self._cidrs or any(self._gives(cidr, address) for cidr in own):
            return ""
        others = [cidr for cidr in self._cidrs if cidr.address.version == address.version] if self._bitmap else []
        for cidr in own or others:
            return f"the provided IP ({text}) is not in the valid range. The range of valid IPs is {cidr.text}"
        return "the provided network does not match the current range"

    def _gives(self, cidr: Cidr, address: Address) -> bool:
        """Whether an allocator hands out an address of its own range (pkg/registry/core/service/ipallocator)."""
        offset = address.value - cidr.first
        if address.version == 4:
            return 0 < offset < cidr.size - 1
        return 0 < offset < (min(cidr.size, _BITMAP) if self._bitmap else cidr.size)


def _cidr(text: str) -> Cidr:
    cidr = parse_cidr(text.strip())
    if cidr is None:
        raise ValueError(f'"{text}" is no CIDR: write 10.96.0.0/12')
    return cidr
