"""The node ports that Services ask the allocator for."""

from collections.abc import Iterator

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
    if service.TYPE == "LoadBalancer" and service.spec.word("externalTrafficPolicy") == "Local":
        asked.append(service.spec.child("healthCheckNodePort").number())
    for number in asked:
        if number.value and number.value in node_ports and number.value not in seen:
            seen.add(number.value)
            yield Located(number.value, number.place, number.path, number.written)
