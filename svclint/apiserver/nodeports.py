"""Node ports of one Service: validation, and what the allocator refuses (pkg/registry/core/service/storage/alloc.go)."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.model.located import Located
from svclint.model.service import ClusterIPService, Service, ServicePort
from svclint.policy.portrange import PortRange


def node_port_errors(service: Service, node_ports: PortRange) -> Iterator[FieldError]:
    """What the server says of the node ports that a Service asks for."""
    asked = [port for port in service.ports if port.node_port.value]
    if isinstance(service, ClusterIPService):
        for port in asked:
            detail = "may not be used when `type` is 'ClusterIP'"
            yield FieldError(port.node_port, Reason.FORBIDDEN, detail, Cause.NODE_PORT_ON_CLUSTER_IP)
    elif service.HAS_NODE_PORTS:
        for port in asked:
            yield from _range_error(port.node_port, node_ports)
        health_check = service.spec.child("healthCheckNodePort").number()
        if health_check.value and _needs_health_check(service):
            yield from _range_error(health_check, node_ports)
        yield from _repeated([port for port in asked if port.node_port.value in node_ports])


def _needs_health_check(service: Service) -> bool:
    """Elsewhere the number is refused for being there at all, and never reaches the allocator."""
    return service.TYPE == "LoadBalancer" and service.spec.child("externalTrafficPolicy").text().value == "Local"


def _range_error(number: Located[int | None], node_ports: PortRange) -> Iterator[FieldError]:
    if number.value and number.value not in node_ports:
        detail = f"provided port is not in the valid range. The range of valid ports is {node_ports}"
        yield FieldError(number, Reason.INVALID, detail, Cause.NODE_PORT_RANGE)


def _repeated(asked: list[ServicePort]) -> Iterator[FieldError]:
    """One number may serve two protocols of one `port`, and nothing else (alloc.go initNodePorts)."""
    first: dict[int, list[ServicePort]] = {}
    for port in asked:
        earlier = first.setdefault(port.node_port.value or 0, [])
        for other in earlier:
            if other.port.value != port.port.value or other.protocol.value == port.protocol.value:
                detail = "provided port is already allocated"
                yield FieldError(port.node_port, Reason.INVALID, detail, Cause.NODE_PORT_REPEATED, other.node_port)
                break
        earlier.append(port)
