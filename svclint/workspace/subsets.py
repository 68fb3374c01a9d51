"""Istio's subsets: those that no pods have the labels of, and those that no DestinationRule has."""

from collections.abc import Iterator

from svclint.model.istio import DestinationRule, Subset
from svclint.model.reference import Reference
from svclint.model.workload import Workload
from svclint.workspace.reliance import Reliance
from svclint.workspace.scope import Scope, nearness
from svclint.workspace.selection import judged_pairs
from svclint.workspace.wiring import Wiring
from svclint.workspace.workspace import Workspace


def unmatched_subsets(reliance: Reliance, workspace: Workspace) -> Iterator[tuple[Subset, tuple[Workload, ...]]]:
    """The subsets of a DestinationRule that no pods of its host have, with the workloads close by that were looked at."""
    reference, found = reliance.reference, reliance.found
    rule = _rule_of(reference, workspace)
    if rule is None or not found.is_close or len(found.services) != 1 or reliance.is_patched:
        return
    wiring = workspace.wiring_of(found.services[0])
    if wiring is None or not wiring.selection.is_close:
        return
    labels = wiring.resolver.labels
    workloads = _selected(wiring)
    for subset in rule.subsets:
        if subset.labels and subset.labels.complete and not any(labels.selected(one, subset.labels) for one in workloads):
            yield subset, wiring.selection.workloads


def _selected(wiring: Wiring) -> tuple[Workload, ...]:
    """All workloads that a Service may select, near and far."""
    pairs = judged_pairs(wiring.service)
    found = (one for universe in wiring.around for one in universe.pods.candidates(pairs) or ())
    return tuple(one for one in dict.fromkeys(found) if wiring.resolver.labels.selected(one, pairs))


def _rule_of(reference: Reference, workspace: Workspace) -> DestinationRule | None:
    """The DestinationRule whose host a reference is; None for any other."""
    if reference.source.kind != "DestinationRule" or reference.port is not None:
        return None
    near = workspace.destination_rules_by_host.get(reference.name.value, ())
    return next((rule for rule in near if rule.place == reference.source.place), None)


def undefined_subset(reliance: Reliance, workspace: Workspace) -> tuple[DestinationRule, ...]:
    """The DestinationRules close by for the host of a reference with a subset, where none in the workspace has it; else nothing."""
    reference = reliance.reference
    if reference.subset is None or reliance.is_patched:
        return ()
    rules = [one for one in workspace.destination_rules_by_host.get(reference.name.value, ()) if _is_for(one, reference)]
    if any(subset.name.value in (None, reference.subset.value) for rule in rules for subset in rule.subsets):
        return ()
    paths = {facts.file.path for one in reliance.standing.close if one.membership.is_set for facts in one.files}
    return tuple(one for one in rules if nearness(reference.source, one, together=one.file.path in paths)[0] < Scope.OUTWARD)


def _is_for(rule: DestinationRule, reference: Reference) -> bool:
    """Whether the host of a DestinationRule may be that of a reference: an absent namespace may be any."""
    labels = (rule.host.value or "").split(".")
    here, there = labels[1] if len(labels) > 1 else rule.namespace, reference.leads_to
    return not here or not there or here == there
