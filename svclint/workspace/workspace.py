"""Everything that was read, indexed; built once from what the files contribute, then only read."""

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.policy.settings import Settings
from svclint.workspace.added import PodLabels
from svclint.workspace.charts import CHART_NAME, Charts
from svclint.workspace.facts import FileFacts
from svclint.workspace.kustomize.builds import Kustomize
from svclint.workspace.kustomize.kustomization import KUSTOMIZATION_NAMES
from svclint.workspace.selection import Resolver
from svclint.workspace.sets import DeployableSets
from svclint.workspace.universe import Universe
from svclint.workspace.wiring import Wiring

if TYPE_CHECKING:
    from svclint.model.istio import DestinationRule
    from svclint.workspace.guarding import Guarding
    from svclint.workspace.moved import Homes
    from svclint.workspace.reliance import Reliance
    from svclint.workspace.transitions import Transition
    from svclint.workspace.watching import ServicesByValue, Watching

# ruff: noqa: PLC0415 - most runs see no edit, no reference, no monitor: what these need is imported with the first one


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

    @cached_property
    def reliances(self) -> "tuple[tuple[Reliance, ...], ...]":
        """Each reference to a Service, in each of the ways that its object is deployed; in the order of the files."""
        linked = tuple(facts for facts in self.objects if facts.links.references)
        if not linked:
            return ()
        from svclint.workspace.reliance import Reliance

        return tuple(
            tuple(Reliance(reference, standing) for standing in self.sets.standings(facts.file.path))
            for facts in linked
            for reference in facts.links.references
        )

    def naming(self, name: str) -> "tuple[Reliance, ...]":
        """The references by the name of a Service."""
        return tuple(self._naming.get(name, ()))

    @cached_property
    def _naming(self) -> "dict[str, list[Reliance]]":
        found: dict[str, list[Reliance]] = defaultdict(list)
        for group in self.reliances:
            for reliance in group:
                found[reliance.reference.name.value].append(reliance)
        return found

    @cached_property
    def watchings(self) -> "tuple[tuple[Watching, ...], ...]":
        """Each monitor of Services, in each of the ways that it is deployed; in the order of the files."""
        monitors = [(facts, one) for facts in self.objects for one in facts.links.monitors if not one.selects_pods]
        if not monitors:
            return ()
        from svclint.workspace.watching import Watching

        values: dict[Universe, ServicesByValue] = {}
        return tuple(
            tuple(Watching(monitor, standing, values) for standing in self.sets.standings(facts.file.path)) for facts, monitor in monitors
        )

    @cached_property
    def guardings(self) -> "tuple[tuple[Guarding, ...], ...]":
        """Each NetworkPolicy, in each of the ways that it is deployed; in the order of the files."""
        policies = [(facts, one) for facts in self.objects for one in facts.links.network_policies]
        if not policies:
            return ()
        from svclint.workspace.guarding import Guarding

        return tuple(tuple(Guarding(policy, standing) for standing in self.sets.standings(facts.file.path)) for facts, policy in policies)

    def relying_on(self, service: Service) -> "tuple[Reliance, ...]":
        """The references that lead to a Service, as it is deployed."""
        return tuple(self._relying.get(service, ()))

    @cached_property
    def _relying(self) -> "dict[Service, list[Reliance]]":
        found: dict[Service, list[Reliance]] = defaultdict(list)
        for group in self.reliances:
            for reliance in group:
                for service in reliance.found.services:
                    found[service].append(reliance)
        return found

    @cached_property
    def destination_rules(self) -> "tuple[DestinationRule, ...]":
        """All DestinationRules, in the order of their places."""
        return tuple(rule for facts in self.objects for rule in facts.links.destination_rules)

    @cached_property
    def destination_rules_by_host(self) -> "dict[str, list[DestinationRule]]":
        """The DestinationRules by the first label of their hosts."""
        found: dict[str, list[DestinationRule]] = defaultdict(list)
        for rule in self.destination_rules:
            found[(rule.host.value or "").partition(".")[0]].append(rule)
        return found

    def wiring_of(self, service: Service) -> Wiring | None:
        """A Service, as it is deployed, with what it leads to."""
        return self._wiring_by_service.get(service)

    @cached_property
    def _wiring_by_service(self) -> dict[Service, Wiring]:
        return {wiring.service: wiring for group in self.wirings for wiring in group}

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
    def earlier(self) -> "Workspace | None":
        """The workspace before the edit; None where nothing differs, or where the previous version is what a cluster has."""
        if not self.previous or self._live:
            return None
        unchanged = (facts for facts in self.files if facts.file.path not in self._changed)
        return Workspace((*unchanged, *(facts for facts in self.previous if facts.file.text)), settings=self._settings)

    @cached_property
    def transitions(self) -> "tuple[tuple[Transition, ...], ...]":
        """Every Service that the edit may have changed beside what it was, or beside what a cluster has of it.

        Those of one manifest come together: one for each kustomization that builds it.
        """
        if not self.previous:
            return ()
        from svclint.workspace.history import Side, pair_sides
        from svclint.workspace.live import pair_live

        if self._live and self._compared:
            return tuple((pair,) for pair in pair_live(self._live, self.wirings, self._settings, self._compared))
        if self.earlier is None:
            return ()
        changed = self._changed | (self.kustomize.used_files ^ self.earlier.kustomize.used_files)
        old, new = (Side(one.files, one.wirings, changed, self._settings.default_namespace) for one in (self.earlier, self))
        groups: dict[Service, list[Transition]] = defaultdict(list)
        for pair in pair_sides(old, new, self._homes.together, self._settings.apply):
            if pair.after is not None:
                groups[new.of[pair.after].origin].append(pair)
            elif pair.before is not None:
                groups[old.of[pair.before].origin].append(pair)
        return tuple(map(tuple, groups.values()))

    @cached_property
    def _live(self) -> tuple[Service, ...]:
        """What of the previous versions a cluster printed."""
        if self._compared is None:
            return ()
        from svclint.workspace.live import from_cluster

        return tuple(service for facts in self.previous for service in facts.services if from_cluster(service))

    @cached_property
    def _homes(self) -> "Homes":
        from svclint.workspace.moved import Homes

        names = {CHART_NAME, *KUSTOMIZATION_NAMES}
        folders = (facts.directory for facts in self.files if posixpath.basename(facts.file.path) in names)
        return Homes(folders, (build.files for build in self.kustomize.roots))

    def transition_of(self, service: Service) -> "Transition | None":
        """What became of a Service, as it is deployed, in this edit; None where it does not differ."""
        return self._transition_by_service.get(service)

    @cached_property
    def renamed(self) -> "dict[Service, Transition]":
        """The Services that are new in name or namespace alone, each with the edit that took the old one away."""
        from svclint.workspace.renamed import find_renamed

        return find_renamed(pair for group in self.transitions for pair in group)

    @cached_property
    def _transition_by_service(self) -> "dict[Service, Transition]":
        return {pair.after: pair for group in self.transitions for pair in group if pair.after is not None}
