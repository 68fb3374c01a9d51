"""Whether a target port that pods do not declare is probably a mistake: the evidence, in one place.

Of 63 real target ports that no selected pod declares, 8 were mistakes; each of those had one of the three marks below.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from svclint.model.service import ServicePort
from svclint.model.workload import ContainerPort, Workload
from svclint.record import NamedTuple
from svclint.source.nearest import distance
from svclint.workspace.endpoints import DeclaredPort
from svclint.workspace.mentions import mentions


class Suspicion(NamedTuple):
    """A number that no selected pod declares. `meant` is the declared port that was meant, and `why` it is thought so;
    None and empty where nothing tells a mistake from a port that nobody declared.
    """

    meant: DeclaredPort | None
    why: str = ""


def suspect(port: ServicePort, workloads: Sequence[Workload], served: AbstractSet[int | str]) -> Suspicion | None:
    """What there is to say against the target port of an entry; None where some pod declares or mentions it.

    `served` are the target ports of all Services that select these workloads: a declared port among them has its user,
    and was not meant here.
    """
    number = port.target_port.value
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= 65535:
        return None
    found: list[Suspicion] = []
    for workload in workloads:
        declared = _declared(workload)
        if not declared or any(one.port.number.value == number for one in declared) or _is_mentioned(workload, number, declared):
            return None
        found.append(_evidence(port, number, declared, served))
    proven = [one for one in found if one.meant]
    return proven[0] if found and len(proven) == len(found) else Suspicion(None)


def _declared(workload: Workload) -> list[DeclaredPort]:
    """All ports of a workload, plain init containers aside; empty where the manifest cannot tell."""
    if not workload.ports_declared:
        return []
    containers = (one for one in workload.containers if not one.init or one.sidecar)
    return [DeclaredPort(container, port) for container in containers for port in container.ports if port.number.value]


def _is_mentioned(workload: Workload, number: int, declared: list[DeclaredPort]) -> bool:
    """Whether the pod template speaks of the number anywhere but as a hostPort: in a probe, an argument, a URL."""
    as_host_port = sum(one.port.host_port == number for one in declared)
    return mentions(workload.template.text, number) > as_host_port


def _evidence(port: ServicePort, number: int, declared: list[DeclaredPort], served: AbstractSet[int | str]) -> Suspicion:
    for one in declared:
        if one.port.host_port == number:
            return Suspicion(one, f"{number} is the hostPort, opened on the node; a Service dials the containerPort {_value(one.port)}")
    unserved = [one for one in declared if not {_value(one.port), one.port.name.value} & served]
    only = declared[0] if len({_value(one.port) for one in declared}) == 1 else None
    if only in unserved and port.port.value == number:
        how = "without targetPort a Service leads to its own port" if port.defaulted else "targetPort repeats the Service's own port"
        return Suspicion(only, f"{how}; {_value(only.port)} is the only port that the pods declare")
    # A number that nobody wrote is no slip of the pen.
    for one in () if port.defaulted else (*unserved, *([only] if only else ())):
        if distance(str(number), str(_value(one.port)), 1) == 1:
            return Suspicion(one, f"{number} is one slip away from the declared {_value(one.port)}")
    return Suspicion(None)


def _value(port: ContainerPort) -> int:
    return port.number.value or 0
