"""From a Service as it is deployed to what `show` tells of it."""

from collections.abc import Iterable, Iterator

from svclint.model.service import ExternalNameService
from svclint.model.workload import Workload
from svclint.workspace.added import Chance
from svclint.workspace.evidence import NearMiss
from svclint.workspace.lacking import lacks
from svclint.workspace.missing import why_missing
from svclint.workspace.scope import Scope, nearness
from svclint.workspace.selection import judged_pairs
from svclint.workspace.shown import Home, ShownMiss, ShownReferrer, ShownService, ShownWorkload, Way, Why, shown_object
from svclint.workspace.universe import Universe
from svclint.workspace.ways import find_way, shown_port
from svclint.workspace.wiring import Wiring
from svclint.workspace.workspace import Workspace

_OPEN = frozenset({Why.UNSEEN, Why.NEAR_MISS, Why.OTHER_NAMESPACE})
"""Where what could not be read may hold what is missing."""


def shown_services(wirings: Iterable[Wiring], workspace: Workspace, kubernetes_version: str) -> Iterator[ShownService]:
    """The ways in which one Service is deployed; where several homes make the same of it, they share one."""
    found: dict[ShownService, list[Home]] = {}
    for wiring in wirings:
        home = wiring.home
        homes = found.setdefault(_shown(wiring, workspace, kubernetes_version), [])
        if home.is_set:
            homes.append(Home(home.title, home.place, home.is_built))
    return (shown._replace(homes=tuple(homes)) for shown, homes in found.items())


def _shown(wiring: Wiring, workspace: Workspace, kubernetes_version: str) -> ShownService:
    service = wiring.service
    selected = _selected(wiring, kubernetes_version)
    miss = _miss(wiring, workspace)
    why = None if selected else Why.NEAR_MISS if miss else _why(wiring)
    return ShownService(
        object=shown_object(service),
        type=service.type.value or service.type.place.text,
        headless=service.is_headless,
        external_name=service.spec.word("externalName") or "" if why is Why.EXTERNAL_NAME else "",
        selector=tuple((key, value.value) for key, value in service.selector.items()),
        workloads=tuple(workload for workload, _ in selected),
        why=why,
        ports=tuple(shown_port(service, port, tuple(ways[index] for _, ways in selected)) for index, port in enumerate(service.ports)),
        miss=miss,
        elsewhere=tuple(shown_object(one, one.part) for one in wiring.selection.elsewhere) if why is Why.OTHER_NAMESPACE else (),
        unread=tuple(sorted({(one.file.path, one.state.value) for one in wiring.unread()})) if why in _OPEN else (),
        unapplied=wiring.home.unapplied,
        referrers=tuple(dict.fromkeys(_referrers(wiring, workspace))),
    )


def _referrers(wiring: Wiring, workspace: Workspace) -> Iterator[ShownReferrer]:
    """Who names the Service where it is deployed in this way."""
    for reliance in workspace.relying_on(wiring.service):
        if reliance.home.is_built and wiring.home.is_built and reliance.home != wiring.home:
            continue
        reference, scope = reliance.reference, reliance.found.scope
        if scope is not None:
            port = reference.port.value if reference.port else None
            source = shown_object(reference.source)
            yield ShownReferrer(source, reference.name.place, scope, port, lacks(wiring.service, reference))


def _selected(wiring: Wiring, kubernetes_version: str) -> list[tuple[ShownWorkload, tuple[Way, ...]]]:
    """The workloads, each with the ways of all ports into it. What kustomizations build elsewhere is there as often as they differ."""
    nearest = ((workload, wiring.selection.universe) for workload in wiring.selection.workloads)
    found = (
        (_workload(wiring, workload, universe), tuple(find_way(port, workload, kubernetes_version) for port in wiring.service.ports))
        for workload, universe in (*nearest, *_also(wiring))
    )
    return list(dict.fromkeys(found))


def _also(wiring: Wiring) -> Iterator[tuple[Workload, Universe]]:
    """What is surely deployed with the Service and selected, too, though not the nearest, and the set that holds it.

    Rules judge by the nearest alone: that it is meant is sure. A cluster does not ask what is meant.
    """
    pairs = judged_pairs(wiring.service)
    for universe in wiring.around if wiring.selection.is_close else ():
        if universe.membership.is_set and universe.membership.is_unconditional:
            for workload in universe.pods.candidates(pairs) or ():
                taken = workload in wiring.selection.workloads or not wiring.same_namespace(workload)
                if not taken and wiring.resolver.labels.selected(workload, pairs):
                    yield workload, universe


def _workload(wiring: Wiring, workload: Workload, universe: Universe | None) -> ShownWorkload:
    together = universe is not None and universe.membership.is_set
    scope, _ = nearness(wiring.service, workload, together=together)
    labels = wiring.resolver.labels
    return ShownWorkload(
        shown_object(workload, workload.part),
        scope,
        within=universe.membership.title if universe and scope is Scope.SET and universe is not wiring.around[0] else "",
        replicas=workload.replicas.value if workload.replicas else None,
        autoscaled=labels.is_scaled(workload),
        runs_to_end=workload.runs_to_end,
        possible=labels.selected(workload, judged_pairs(wiring.service)) is Chance.POSSIBLE,
        also=workload not in wiring.selection.workloads,
    )


def _why(wiring: Wiring) -> Why:
    service = wiring.service
    if isinstance(service, ExternalNameService):
        return Why.EXTERNAL_NAME
    if not service.selector.complete:
        return Why.UNREADABLE
    if not service.selector:
        return Why.NO_SELECTOR
    if wiring.selection.elsewhere:
        return Why.OTHER_NAMESPACE
    if not wiring.selection.judgeable:
        return Why.ADDED_LABELS
    return Why.OPERATOR if wiring.selection.operator_made else Why.UNSEEN


def _miss(wiring: Wiring, workspace: Workspace) -> ShownMiss | None:
    """The near miss that the rule selector-matches-nothing speaks of."""
    miss = why_missing(wiring, workspace)
    if not isinstance(miss, NearMiss):
        return None
    wanted = wiring.service.selector[miss.key].value
    near = shown_object(miss.workload, miss.workload.part)
    return ShownMiss(miss.kind, near, miss.key, wanted, miss.found_key, miss.found.value, miss.found.place)
