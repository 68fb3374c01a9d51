"""Workloads that run side by side and are told apart by one label: versions, a canary, a blue and a green one."""

from collections.abc import Iterator

from svclint.model.workload import Workload
from svclint.workspace.scope import Scope, nearness
from svclint.workspace.selection import judged_pairs
from svclint.workspace.wiring import Wiring


def other_versions(wiring: Wiring, key: str) -> Iterator[Workload]:
    """The workloads close to a Service, in its namespace, that differ from what it asks for in this one label."""
    pairs = judged_pairs(wiring.service)
    others = {name: value for name, value in pairs.items() if name != key}
    for universe in wiring.close:
        for workload in universe.pods.candidates(others) or ():
            own = workload.pod_labels.get(key)
            if own is None or own.value == pairs[key].value or not wiring.same_namespace(workload):
                continue
            scope, _ = nearness(wiring.service, workload, together=universe.membership.is_set)
            if scope < Scope.OUTWARD and wiring.resolver.labels.selected(workload, others):
                yield workload
