"""The numbers and addresses that a cluster has given away (pkg/registry/core/service portallocator, ipallocator)."""

from svclint.apiserver.address import Address
from svclint.apiserver.data import AutomaticIP, AutomaticPort
from svclint.apiserver.network import Network
from svclint.policy.cluster import ClusterPolicy

TAKEN = "provided port is already allocated"
"""What the server says of a node port that is another's."""
IP_TAKEN = "provided IP is already allocated"
"""What it says of such a cluster IP."""


class Allocator:
    """One cluster's stock, changed by committed claims alone.

    Numbers that the server chooses itself are symbols (see data.py): they never collide with anything.
    """

    def __init__(self, cluster: ClusterPolicy, kubernetes_version: str) -> None:
        self.network = Network(cluster, kubernetes_version)
        self.node_ports = cluster.node_ports
        self.ports: set[int] = set()
        self.addresses: set[Address] = {self.network.taken} if self.network.taken else set()
        self.chosen = 0

    def claim(self) -> "Claim":
        """The start of a request."""
        return Claim(self)


class Claim:
    """What one request takes: at once for itself, for others once it is committed."""

    def __init__(self, stock: Allocator) -> None:
        self._stock = stock
        self._ports: set[int] = set()
        self._addresses: set[Address] = set()

    @property
    def network(self) -> Network:
        """The Service network of the cluster."""
        return self._stock.network

    def port(self, number: int) -> str:
        """Take a node port; why it cannot be had, or nothing."""
        node_ports = self._stock.node_ports
        if number not in node_ports:
            return f"provided port is not in the valid range. The range of valid ports is {node_ports}"
        if number in self._ports or number in self._stock.ports:
            return TAKEN
        self._ports.add(number)
        return ""

    def any_port(self) -> int:
        """A node port of the server's choice."""
        self._stock.chosen += 1
        return AutomaticPort(self._stock.chosen)

    def address(self, address: Address, text: str) -> str:
        """Take a cluster IP, written as `text`; why it cannot be had, or nothing."""
        fault = self.network.fault(address, text)
        if not fault and (address in self._addresses or address in self._stock.addresses):
            fault = IP_TAKEN
        if not fault:
            self._addresses.add(address)
        return fault

    def any_address(self, family: str) -> str:
        """A cluster IP of the server's choice."""
        return AutomaticIP(family)

    def commit(self) -> None:
        """The request was accepted: what it took is gone for others."""
        self._stock.ports |= self._ports
        self._stock.addresses |= self._addresses
