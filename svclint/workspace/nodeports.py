"""The node ports that Services ask the allocator for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from svclint.model.located import Located
from svclint.model.service import Service
from svclint.policy.portrange import PortRange


def node_port_claims(service: Service, node_ports: PortRange) -> Iterator[Located[int]]:
    """Each number once, where it is first asked for; those outside the range never reach the allocator's table.

    The allocator knows numbers only, not protocols (pkg/registry/core/service/portallocator/allocator.go).
    """
    if not service.HAS_NODE_PORTS:
        return
    seen: set[int] = set()
    asked = [port.node_port for port in service.ports]
    if service.TYPE == "LoadBalancer" and service.spec.child("externalTrafficPolicy").text().value == "Local":
        asked.append(service.spec.child("healthCheckNodePort").number())
    for number in asked:
        if number.value and number.value in node_ports and number.value not in seen:
            seen.add(number.value)
            yield Located(number.value, number.place, number.path, number.written)


class Claim(NamedTuple):
    """A Service and the place at which it asks for a number."""

    service: Service
    number: Located[int]


class NodePorts:
    """Who asks for which node port, file by file; each file is gone through once."""

    def __init__(self, services: Mapping[str, tuple[Service, ...]]) -> None:
        self._services = services
        self._claims: dict[tuple[str, PortRange], dict[int, list[Claim]]] = {}

    def claims(self, path: str, number: int, node_ports: PortRange) -> list[Claim]:
        """The claims of the Services of a file to one number of the range, in the order of their places."""
        known = self._claims.get((path, node_ports))
        if known is None:
            known = self._claims[path, node_ports] = defaultdict(list)
            for service in self._services.get(path, ()):
                for claim in node_port_claims(service, node_ports):
                    known[claim.value].append(Claim(service, claim))
        return known.get(number, [])
