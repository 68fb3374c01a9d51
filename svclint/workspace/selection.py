"""Which workloads a Service selects: its selector resolved like a name, innermost scope first."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from svclint.model.located import Located
from svclint.model.service import ExternalNameService, Service
from svclint.model.workload import Workload
from svclint.policy.labels import ADDED_TO_PODS, is_operators
from svclint.workspace.scope import Scope, nearness
from svclint.workspace.universe import Universe


class Selection(NamedTuple):
    """What a Service selects.

    `workloads` are those of the innermost scope with a match, in `universe`; `scope` is None where nothing matches. Then
    `elsewhere` are workloads that are deployed together with the Service and have the labels, in another namespace.
    `judgeable` is False where the manifests cannot tell: no selector, a value that does not decode, pods that an operator makes.
    """

    scope: Scope | None = None
    workloads: tuple[Workload, ...] = ()
    universe: Universe | None = None
    elsewhere: tuple[Workload, ...] = ()
    judgeable: bool = True

    @property
    def is_close(self) -> bool:
        """Whether what matches is surely deployed with the Service: in its file, its folder, or its deployable set."""
        return self.scope in (Scope.FILE, Scope.DIRECTORY, Scope.SET)


def select(service: Service, around: Sequence[Universe], default_namespace: str) -> Selection:
    """Resolve a selector in the universes around a Service, innermost first."""
    pairs = visible_pairs(service)
    if not pairs:
        return Selection(judgeable=False)
    elsewhere: tuple[Workload, ...] = ()
    for universe in around:
        matches = universe.having(pairs)
        if matches and not universe.membership.is_set and around[0].membership.is_built:
            # Other kustomizations build these very objects in their own way.
            matches = [one for one in matches if (one.file.path, one.place.begin) not in around[0].places]
        here = [one for one in matches if same_namespace(service, one, default_namespace)]
        if here:
            scope, nearest = _nearest(service, here, universe)
            return Selection(scope, nearest, universe)
        if matches and not elsewhere:
            scope, nearest = _nearest(service, matches, universe)
            elsewhere = nearest if scope < Scope.OUTWARD else ()
    return Selection(elsewhere=elsewhere)


def _nearest(service: Service, matches: Iterable[Workload], universe: Universe) -> tuple[Scope, tuple[Workload, ...]]:
    """The matches of the innermost scope that has any."""
    together = universe.membership.is_set
    distances = [(nearness(service, one, together=together), one) for one in matches]
    least = min(distance for distance, _ in distances)
    return least[0], tuple(one for distance, one in distances if distance == least)


def same_namespace(service: Service, workload: Workload, default_namespace: str) -> bool:
    """Whether both are in one namespace, as far as the manifests tell: unset may be the default one."""
    one, other = service.namespace, workload.namespace
    return one == other or (not one and other == default_namespace) or (not other and one == default_namespace)


def visible_pairs(service: Service) -> dict[str, Located[str]]:
    """The pairs of a selector that a pod template can show; empty where the manifests cannot tell who is selected."""
    if isinstance(service, ExternalNameService) or not service.selector.complete or any(map(is_operators, service.selector)):
        return {}
    return {key: value for key, value in service.selector.items() if key not in ADDED_TO_PODS}
