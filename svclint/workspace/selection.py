"""Which workloads a Service selects: its selector resolved like a name, innermost scope first."""

from collections.abc import Mapping, Sequence

from svclint.model.located import Located
from svclint.model.resource import Resource
from svclint.model.service import ExternalNameService, Service
from svclint.model.workload import Workload
from svclint.policy.kinds import INSTALLED_ANYWHERE
from svclint.policy.labels import ADDED_BY_KEY, UNFORESEEABLE, is_run_time
from svclint.policy.operators import operator_made
from svclint.record import NamedTuple
from svclint.workspace.added import PodLabels
from svclint.workspace.scope import Scope, nearest
from svclint.workspace.universe import Universe


class Selection(NamedTuple):
    """What a Service selects.

    `workloads` are those of the innermost scope with a match, in `universe`; `scope` is None where nothing matches. Then
    `elsewhere` are workloads that have the labels in another namespace, those of the innermost scope that has any;
    `elsewhere_scope` tells what they share with the Service: its file, its deployable set, or only its folder. `judgeable` is
    False where the manifests cannot tell: no selector, a value that does not decode, only labels that nobody foresees.
    `operator_made`: nothing matches, and the labels are those of pods that an operator makes.
    """

    scope: Scope | None = None
    workloads: tuple[Workload, ...] = ()
    universe: Universe | None = None
    elsewhere: tuple[Workload, ...] = ()
    judgeable: bool = True
    operator_made: bool = False
    elsewhere_scope: Scope | None = None

    @property
    def is_close(self) -> bool:
        """Whether what matches is surely deployed with the Service: in its file, its folder, or its deployable set."""
        return self.scope in (Scope.FILE, Scope.DIRECTORY, Scope.SET)


class Resolver:
    """Resolves selectors: `labels` judges what labels pods have, `default_namespace` is what an absent namespace may be."""

    def __init__(self, labels: PodLabels, default_namespace: str) -> None:
        self.labels = labels
        self._default = default_namespace

    def select(self, service: Service, around: Sequence[Universe]) -> Selection:
        """Resolve a selector in the universes around a Service, innermost first."""
        pairs = judged_pairs(service)
        elsewhere: tuple[Workload, ...] = ()
        elsewhere_scope: Scope | None = None
        for universe in around:
            candidates = universe.pods.candidates(pairs)
            if candidates is None:
                return Selection(judgeable=False)
            if not universe.membership.is_set and around[0].membership.is_built:
                # Other kustomizations build these very objects in their own way.
                candidates = [one for one in candidates if (one.file.path, one.place.begin) not in around[0].places]
            matches = {one: chance for one in candidates if (chance := self.labels.selected(one, pairs))}
            here = [one for one in matches if self.same_namespace(service, one)]
            if here:
                scope, close = nearest(service, here, together=universe.membership.is_set)
                surest = max(matches[one] for one in close)
                return Selection(scope, tuple(one for one in close if matches[one] == surest), universe)
            if matches and not elsewhere:
                scope, close = nearest(service, matches, together=universe.membership.is_set)
                if scope < Scope.OUTWARD:
                    together = universe.membership.is_set and scope is Scope.DIRECTORY
                    elsewhere, elsewhere_scope = close, Scope.SET if together else scope
        made = operator_made({key: value.value for key, value in pairs.items()})
        return Selection(elsewhere=elsewhere, operator_made=made, elsewhere_scope=elsewhere_scope)

    def same_namespace(self, service: Service, other: Resource) -> bool:
        """Whether both are in one namespace, as far as the manifests tell: unset may be the default one.

        What an operator bundle holds goes where the operator is installed, whatever namespace is written in it.
        """
        if other.kind in INSTALLED_ANYWHERE:
            return True
        return self.same_name(service.namespace, other.namespace)

    def same_name(self, here: str, there: str) -> bool:
        """Whether two namespaces are one, an absent one being perhaps the default one."""
        return here == there or (not here and there == self._default) or (not there and here == self._default)


def judged_pairs(service: Service) -> Mapping[str, Located[str]]:
    """The pairs of a selector that selects; empty where the Service selects nothing, or a value does not decode."""
    if isinstance(service, ExternalNameService) or not service.selector.complete:
        return {}
    return service.selector


def visible_pairs(service: Service) -> dict[str, Located[str]]:
    """The pairs of a selector whose absence from pods can be told: no hashes, and no roles that pods give themselves."""
    return {
        key: value
        for key, value in judged_pairs(service).items()
        if key not in UNFORESEEABLE and (key in ADDED_BY_KEY or not is_run_time(key, value.value))
    }
