"""Everything that was read, indexed; built once from what the files contribute, then only read."""

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.policy.settings import Settings
from svclint.workspace.added import PodLabels
from svclint.workspace.charts import CHART_NAME, Charts
from svclint.workspace.facts import FileFacts
from svclint.workspace.kustomize.builds import Kustomize
from svclint.workspace.kustomize.kustomization import KUSTOMIZATION_NAMES
from svclint.workspace.live import from_cluster, pair_live
from svclint.workspace.moved import Homes
from svclint.workspace.selection import Resolver
from svclint.workspace.sets import DeployableSets
from svclint.workspace.transitions import Transition, pair_versions
from svclint.workspace.wiring import Wiring


class Workspace:
    """The objects of all files and the previous versions of those that differ.

    `files` are the facts of the current files, `previous` those of the previous texts of those that differ,
    empty for new ones. `compared` is given where those may be what a cluster printed: it tells which paths it is compared with first.
    Every index is made at its first use, so that a run pays for what its rules ask.
    """

    def __init__(
        self,
        files: Iterable[FileFacts],
        previous: Iterable[FileFacts] = (),
        settings: Settings | None = None,
        compared: Callable[[str], bool] | None = None,
    ) -> None:
        self.files = tuple(sorted(files, key=lambda facts: facts.file.path))
        self.previous = tuple(previous)
        self._settings = settings or Settings()
        self._compared = compared
        self._changed = frozenset(facts.file.path for facts in self.previous)

    @cached_property
    def kustomize(self) -> Kustomize:
        """The kustomizations among the files."""
        return Kustomize(self.files, self._settings.pods)

    @cached_property
    def objects(self) -> tuple[FileFacts, ...]:
        """The files that hold objects: patches of kustomizations only look as if they did."""
        return tuple(facts for facts in self.files if facts.file.path not in self.kustomize.patch_files)

    @cached_property
    def services(self) -> tuple[Service, ...]:
        """All Services, in the order of their places."""
        return tuple(service for facts in self.objects for service in facts.services)

    @cached_property
    def workloads(self) -> tuple[Workload, ...]:
        """All workloads, in the order of their places."""
        return tuple(workload for facts in self.objects for workload in facts.workloads)

    @cached_property
    def sets(self) -> DeployableSets:
        """What is deployed together."""
        charts = Charts(facts.file.path for facts in self.files)
        autoscalers = (one for facts in self.objects for one in facts.autoscalers)
        resolver = Resolver(PodLabels(autoscalers, self._settings.kubernetes_version), self._settings.default_namespace)
        return DeployableSets(self.objects, charts, self.kustomize, self._settings.scopes, resolver)

    @property
    def wirings(self) -> tuple[tuple[Wiring, ...], ...]:
        """Each Service as it is deployed: as it stands, or once for each kustomization that builds it."""
        return self.sets.wirings

    def selecting(self, workload: Workload) -> tuple[Wiring, ...]:
        """The Services that select a workload."""
        return self._selecting.get(workload, ())

    @cached_property
    def _selecting(self) -> dict[Workload, tuple[Wiring, ...]]:
        found: dict[Workload, list[Wiring]] = defaultdict(list)
        for group in self.wirings:
            for wiring in group:
                for workload in wiring.selection.workloads:
                    found[workload].append(wiring)
        return {workload: tuple(wirings) for workload, wirings in found.items()}

    @cached_property
    def transitions(self) -> tuple[Transition, ...]:
        """Every Service of a file that differs from its previous version, beside what it was; or beside what a cluster has of it."""
        before = [service for facts in self.previous if not self._is_patch(facts) for service in facts.services]
        if self._compared is not None:
            live = [service for service in before if from_cluster(service)]
            if live:
                return pair_live(live, self.wirings, self._settings, self._compared)
        after = (service for facts in self.objects if facts.file.path in self._changed for service in facts.services)
        pairs = pair_versions(before, after, self._settings.default_namespace, self._homes.together, self._settings.apply)
        return tuple(pair for pair in pairs if not self._is_uncertain(pair))

    @cached_property
    def _homes(self) -> Homes:
        names = {CHART_NAME, *KUSTOMIZATION_NAMES}
        folders = (facts.directory for facts in self.files if posixpath.basename(facts.file.path) in names)
        return Homes(folders, (build.files for build in self.kustomize.roots))

    def transition_of(self, service: Service) -> Transition | None:
        """What became of the Service in this edit; None where its file does not differ."""
        return self._transition_by_service.get(service)

    @cached_property
    def _transition_by_service(self) -> dict[Service, Transition]:
        return {pair.after: pair for pair in self.transitions if pair.after is not None}

    def _is_uncertain(self, pair: Transition) -> bool:
        """Whether a Service that seems new or deleted may stand in something that could not be read."""
        if pair.before and pair.after:
            return False
        facts = self.files if pair.before else self.previous
        path = (pair.before or pair.after or self.services[0]).file.path
        return any(one.unread for one in facts if one.file.path == path)

    def _is_patch(self, facts: FileFacts) -> bool:
        return facts.file.path in self.kustomize.patch_files
