"""Whether the port behind a host name of a Service is one that something answers at."""

from svclint.model.reference import Reference
from svclint.model.service import Service
from svclint.policy.referrers.path import Certainty, Spelling
from svclint.source.nearest import distance
from svclint.workspace.lacking import lacks
from svclint.workspace.mentions import mentions
from svclint.workspace.reliance import Reliance
from svclint.workspace.workspace import Workspace


def find_undialled(reliance: Reliance, workspace: Workspace) -> tuple[Service, ...]:
    """The Services of a host name, where all that may be meant lack its port; empty where one has it, or nobody can tell.

    A bare name is a Service only where that stands close by; a full one may be farther away, in the namespace that is written in both.
    """
    reference, found = reliance.reference, reliance.found
    if reference.spelling is not Spelling.TEXT or reference.port is None or reliance.is_patched or not found.services:
        return ()
    if not found.is_close and (reference.certainty is not Certainty.CERTAIN or not all(one.namespace for one in found.services)):
        return ()
    if not reference.port.written and (reference.of_pod or any(one.is_headless for one in reliance.anywhere)):
        return ()  # members of a cluster dial each other at a port of their own, whatever the scheme: minio's http://minio-0.minio/data
    if all(lacks(one, reference) and not _may_answer(one, reference, workspace) for one in reliance.anywhere):
        return found.services
    return ()


def _may_answer(service: Service, reference: Reference, workspace: Workspace) -> bool:
    """Whether the pods themselves may answer: those of a headless Service are dialled at any port, declared or not.

    There only a number one slip away from one of the ports is a mistake.
    """
    if not (service.is_headless or reference.of_pod):
        return False
    wiring = workspace.wiring_of(service)
    workloads = wiring.selection.workloads if wiring else ()
    port = reference.port.value if reference.port else None
    if not workloads or not isinstance(port, int):
        return True
    if any(not one.ports_declared or mentions(one.template.text, port) for one in workloads):
        return True
    declared = {one.number.value for workload in workloads for container in workload.containers for one in container.ports}
    known = {*declared, *(one.target_port.value for one in service.ports), *(one.port.value for one in service.ports)}
    return port in known or not any(distance(str(port), str(one), 1) == 1 for one in known)
