"""Services that are the same but for their names: they select the same pods and offer the same ports."""

from collections.abc import Hashable, Iterator

from svclint.model.field import Field
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.workspace.selection import judged_pairs
from svclint.workspace.wiring import Wiring
from svclint.workspace.workspace import Workspace

_LOOKED_AT = 50
"""Of how many Services that select one workload the twins are sought."""
_OWN_FIELDS = frozenset({"type", "ports", "selector", "clusterIP", "clusterIPs"})
_PAIRED_KINDS = frozenset({"Rollout"})
# Progressive delivery keeps several Services for one workload, and moves their selectors while it runs.
_STAGES = frozenset("active baseline blue canary green preview primary stable".split())


def find_twin(wiring: Wiring, workspace: Workspace) -> Service | None:
    """The first other Service of the same deployment that differs in its name only; None where this one is the first."""
    selection = wiring.selection
    workloads = selection.workloads
    if not selection.is_close or any(one.kind in _PAIRED_KINDS for one in workloads) or _is_staged(wiring.service):
        return None
    for other in workspace.selecting(workloads[0])[:_LOOKED_AT]:
        if other.origin is wiring.origin:
            return None
        service = other.service
        if service.name == wiring.service.name or service.namespace != wiring.service.namespace or _is_staged(service):
            continue
        if _are_deployed_together(wiring, other) and set(other.selection.workloads) == set(workloads) and _offer(other) == _offer(wiring):
            return service
    return None


def _is_staged(service: Service) -> bool:
    return not _STAGES.isdisjoint(service.name.split("-"))


def _are_deployed_together(one: Wiring, other: Wiring) -> bool:
    universe = one.selection.universe
    if universe is None or universe is not other.selection.universe:
        return False
    together = universe.membership.is_set and universe.membership.is_unconditional
    return together or one.service.file is other.service.file


def _offer(wiring: Wiring) -> Hashable:
    """All that makes one Service another for its clients: type, ports, which of the pods, whatever else is set."""
    service = wiring.service
    ports = frozenset((port.port.value, port.protocol.value, port.target_port.value) for port in service.ports)
    settings = frozenset((name, _text(service.spec.child(name))) for name in service.spec.names() if name not in _OWN_FIELDS)
    annotations = _text(service.root.at("metadata.annotations"))
    return (service.stage, ports, frozenset(_unwritten(wiring)), settings, annotations)


def _unwritten(wiring: Wiring) -> Iterator[tuple[str, str]]:
    """The pairs of a selector that choose among the pods of a workload: its template does not show them."""
    for key, value in judged_pairs(wiring.service).items():
        if not all(_shows(one, key, value.value) for one in wiring.selection.workloads):
            yield key, value.value


def _shows(workload: Workload, key: str, value: str) -> bool:
    label = workload.pod_labels.get(key)
    return label is not None and label.value == value


def _text(field: Field) -> str:
    return field.place.text if field.present else ""
