"""Selectors that name one pod of a StatefulSet: whether it has such a pod."""

from svclint.model.located import Located
from svclint.model.workload import Workload
from svclint.record import NamedTuple
from svclint.workspace.scope import Scope, nearness
from svclint.workspace.selection import judged_pairs
from svclint.workspace.wiring import Wiring

POD_NAME = "statefulset.kubernetes.io/pod-name"
POD_INDEX = "apps.kubernetes.io/pod-index"


class Ordinals(NamedTuple):
    """The pair `key` of a selector names a pod that the StatefulSet `workload` never has: its ordinals are `first` to `last`.

    `last` is None where the manifests do not say how many there are.
    """

    key: str
    workload: Workload
    first: int
    last: int | None
    scope: Scope


def find_out_of_range(wiring: Wiring) -> Ordinals | None:
    """The pod that a Service waits for in vain; None where something is selected, or no StatefulSet close by is meant."""
    selection = wiring.selection
    pairs = judged_pairs(wiring.service)
    if selection.workloads or selection.elsewhere:
        return None
    for key in (POD_NAME, POD_INDEX):
        for universe in wiring.close if key in pairs else ():
            together = universe.membership.is_set
            candidates = universe.pods.candidates({key: pairs[key]} if key == POD_NAME else _others(wiring)) or ()
            meant = [one for one in candidates if _is_meant(wiring, one, key)]
            near = [(scope, one) for one in meant if (scope := nearness(wiring.service, one, together=together)[0]) < Scope.OUTWARD]
            if near:
                scope, workload = min(near, key=lambda found: (found[0], found[1].file.path, found[1].place.begin))
                return _ordinals(wiring, key, workload, scope)
    return None


def _others(wiring: Wiring) -> dict[str, Located[str]]:
    """The pairs of a selector that all pods of a StatefulSet may have."""
    return {key: value for key, value in judged_pairs(wiring.service).items() if key not in (POD_NAME, POD_INDEX)}


def _is_meant(wiring: Wiring, workload: Workload, key: str) -> bool:
    """Whether the pair is all that keeps a Service from selecting pods of a StatefulSet."""
    labels = wiring.resolver.labels
    value = judged_pairs(wiring.service)[key].value
    head, _, tail = value.rpartition("-") if key == POD_NAME else (workload.name, "", value)
    if workload.kind != "StatefulSet" or head != workload.name or not tail.isdecimal() or not wiring.same_namespace(workload):
        return False
    return not labels.chance(workload, key, value) and bool(labels.selected(workload, _others(wiring)))


def _ordinals(wiring: Wiring, key: str, workload: Workload, scope: Scope) -> Ordinals:
    first = workload.ordinals_start
    replicas = workload.replicas.value if workload.replicas else None
    is_known = replicas and not wiring.resolver.labels.is_scaled(workload)
    return Ordinals(key, workload, first, first + replicas - 1 if replicas and is_known else None, scope)
