"""Where the ports of a Service lead in the pods that it selects, in the words of shown.py."""

from svclint.model.service import Service, ServicePort
from svclint.model.workload import Workload
from svclint.workspace.endpoints import DeclaredPort, find_port, serving_ports
from svclint.workspace.shown import Landing, ShownPort, Way


def shown_port(service: Service, port: ServicePort, ways: tuple[Way, ...]) -> ShownPort:
    """A port of a Service with its ways."""
    return ShownPort(
        port.name.value or "",
        port.port.value,
        port.protocol.value or "",
        port.target_port.value,
        (port.node_port.value or 0) if service.HAS_NODE_PORTS else None,
        port.port.place,
        ways,
    )


def find_way(port: ServicePort, workload: Workload, kubernetes_version: str) -> Way:
    """Where a port leads in the pods of a workload."""
    target, protocol = port.target_port.value, port.protocol.value or ""
    if target is None:
        return Way(Landing.UNREADABLE)
    if isinstance(target, str):
        return _named(target, protocol, workload, kubernetes_version)
    if not workload.ports_declared:
        return Way(Landing.NOT_DESCRIBED, target)
    serving = [found for found in serving_ports(workload, kubernetes_version) if found.port.number.value == target]
    for found in serving:
        if found.port.protocol == protocol:
            return _at(found, Landing.DECLARED, target)
    return _at(serving[0], Landing.OTHER_PROTOCOL, target) if serving else Way(Landing.UNDECLARED, target)


def _named(name: str, protocol: str, workload: Workload, kubernetes_version: str) -> Way:
    found = find_port(workload, name, protocol, kubernetes_version)
    if found:
        return _at(found, Landing.DECLARED, found.port.number.value)
    if not workload.ports_declared:
        return Way(Landing.NOT_DESCRIBED)
    for found in serving_ports(workload, kubernetes_version):
        if found.port.name.value == name:
            return _at(found, Landing.OTHER_PROTOCOL, None)
    for container in workload.containers:
        for declared in container.ports:
            if declared.name.value == name:
                return _at(DeclaredPort(container, declared), Landing.INIT_CONTAINER, None)
    return Way(Landing.NO_SUCH_NAME)


def _at(found: DeclaredPort, landing: Landing, number: int | None) -> Way:
    container, port = found
    return Way(landing, number, container.name, port.name.value or "", port.protocol, port.number.place)
