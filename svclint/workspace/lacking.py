"""Whether a Service lacks the port that a reference asks for, and what the asked value is to it instead."""

from enum import Enum

from svclint.model.reference import Reference
from svclint.model.service import ExternalNameService, Service, ServicePort
from svclint.policy.referrers.path import PortMeans, Spelling
from svclint.record import NamedTuple
from svclint.source.nearest import nearest
from svclint.workspace.reliance import Reliance
from svclint.workspace.scope import Scope, nearness

_ENDPOINTS = frozenset(("Endpoints", "EndpointSlice"))
"""What is written by hand for a Service is paired with its ports, and no client of theirs."""
_NEAR = 2
_OF_PODS = frozenset((PortMeans.TARGET_PORT, PortMeans.CONTAINER_PORT, PortMeans.NONE))


class Instead(Enum):
    """What a value is to the Service's port that was probably meant."""

    TARGET_PORT = "targetPort"
    NODE_PORT = "nodePort"
    NUMBER = "number"
    """A name that is the port's number."""
    SIMILAR = "similar"
    """A name that is almost the port's."""


class Lacking(NamedTuple):
    """The Services that lack the port; `meant` is the port that was probably meant, `instead` what the value is to it."""

    services: tuple[Service, ...]
    meant: ServicePort | None = None
    instead: Instead | None = None


def find_lacking(reliance: Reliance) -> Lacking | None:
    """The Services that are meant, where each certainly lacks the port; None where one has it, or nobody can tell.

    What is far away may be another one of the name: there every Service that may be meant has to lack it.
    """
    reference, found = reliance.reference, reliance.found
    if not _is_judged(reference) or not found.services or reliance.is_patched:
        return None
    services = reliance.anywhere if found.scope is Scope.OUTWARD else found.services
    if found.scope is Scope.OUTWARD and _is_anywhere(reliance):
        return None
    if not all(lacks(service, reference) for service in services):
        return None
    first = found.services[0]
    meant = _meant(first, reference)
    return Lacking(found.services, *meant) if meant else Lacking(found.services)


def _is_judged(reference: Reference) -> bool:
    return reference.port is not None and reference.spelling is not Spelling.TEXT and reference.source.kind not in _ENDPOINTS


def _is_anywhere(reliance: Reliance) -> bool:
    """Whether the Service may be any of the name: it is not the only one, and more than two folders away."""
    namesakes = reliance.standing.directory.named(reliance.standing.around[-1], reliance.reference.name.value)
    return len(namesakes) > 1 and nearness(reliance.source, reliance.found.services[0], together=False)[1] > _NEAR


def lacks(service: Service, reference: Reference) -> bool:
    """Whether a Service certainly lacks the port of a reference."""
    if reference.port is None or reference.port_means in _OF_PODS or isinstance(service, ExternalNameService) or not service.ports:
        return False
    if any(port.port.value is None or port.name.value is None for port in service.ports):
        return False
    return not any(has(port, reference) for port in service.ports)


def has(port: ServicePort, reference: Reference) -> bool:
    """Whether a port of a Service is the one that a reference asks for."""
    if reference.port is None or (reference.protocol and port.protocol.value != reference.protocol):
        return False
    wanted = reference.port.value
    return wanted == (port.port.value if isinstance(wanted, int) else port.name.value)


def _meant(service: Service, reference: Reference) -> tuple[ServicePort, Instead] | None:
    wanted = reference.port.value if reference.port else None
    ports = [port for port in service.ports if not reference.protocol or port.protocol.value == reference.protocol]
    for port in ports:
        if wanted == port.target_port.value:
            return port, Instead.TARGET_PORT
        if wanted == port.node_port.value:
            return port, Instead.NODE_PORT
        if wanted == str(port.port.value):
            return port, Instead.NUMBER
    similar = nearest(wanted, [port.name.value for port in ports if port.name.value]) if isinstance(wanted, str) else None
    return next(((port, Instead.SIMILAR) for port in ports if similar and port.name.value == similar), None)
