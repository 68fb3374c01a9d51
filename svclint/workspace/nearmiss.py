"""The workload that a Service almost selects, if there is one: found among those close by, innermost scope first."""

from svclint.model.workload import Workload
from svclint.source.pattern import pattern
from svclint.workspace.evidence import Kind, NearMiss, misses
from svclint.workspace.scope import Scope
from svclint.workspace.selection import visible_pairs
from svclint.workspace.wiring import Wiring
from svclint.workspace.workspace import Workspace

# What a generator or a reader is to fill in: such a value says nothing about what will be selected.
_PLACEHOLDER = pattern(r"[<>{}$%\[\]]|REPLACE|CHANGE_?ME|PLACEHOLDER|TODO|XXX")


def find_near_miss(wiring: Wiring, workspace: Workspace, matched: Scope | None = None) -> NearMiss | None:
    """The likeliest near miss in the innermost scope around the Service that has one; None where there is none.

    Where something matches, in the scope `matched`, only what is closer counts; ports alone only in the Service's own
    file, against what matches far away.
    """
    service = wiring.service
    pairs = visible_pairs(service)
    if not pairs or any(_PLACEHOLDER.search(value.value) for value in pairs.values()):
        return None
    for universe in wiring.close:
        for scope in universe.scopes:
            if (matched and scope >= matched) or not universe.has_workloads(service, scope):
                continue
            found = [
                miss
                for workload in universe.neighbours(service, scope).candidates(service, pairs)
                if wiring.same_namespace(workload)
                for miss in misses(wiring, workload, scope, claimed=is_claimed(workload, wiring, workspace))
            ]
            if matched and (scope > Scope.FILE or matched < Scope.OUTWARD):
                found = [miss for miss in found if miss.kind is not Kind.PORTS]
            best = min(found, key=lambda miss: _likelihood(wiring, miss), default=None)
            # Ports are many workloads' own: they tell who is meant only where they leave no choice.
            if best and (best.kind is not Kind.PORTS or sum(miss.kind is Kind.PORTS for miss in found) == 1):
                return best
    return None


def _likelihood(wiring: Wiring, miss: NearMiss) -> tuple[bool, bool, int, str, int]:
    """Sorts the likeliest first: labels before names and ports, then a workload of the Service's own name, then the surest kind."""
    return (
        miss.kind > Kind.VALUE,
        miss.workload.name != wiring.service.name,
        miss.kind,
        miss.workload.file.path,
        miss.workload.place.begin,
    )


def is_claimed(workload: Workload, wiring: Wiring, workspace: Workspace) -> bool:
    """Whether another Service than this one selects a workload."""
    return any(other.origin is not wiring.origin for other in workspace.selecting(workload))
