"""Everything that was read, indexed; built once from what the files contribute, then only read."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.workspace.clusterips import Claims, claims_by_address
from svclint.workspace.facts import FileFacts
from svclint.workspace.kustomize.builds import Kustomize
from svclint.workspace.neighbours import Neighbours
from svclint.workspace.nodeports import NodePorts
from svclint.workspace.selection import Scope, Selections
from svclint.workspace.transitions import Transition, pair_versions
from svclint.yaml.document import Document


class Workspace:
    """The objects of all files and the previous versions of those that differ.

    `files` are the facts of the current files, `previous` those of the previous texts of those that differ,
    empty for new ones. Every index is made at its first use, so that a run pays for what its rules ask.
    """

    def __init__(
        self,
        files: Iterable[FileFacts],
        previous: Iterable[FileFacts] = (),
        default_namespace: str = "default",
    ) -> None:
        self.files = tuple(sorted(files, key=lambda facts: facts.file.path))
        self.previous = tuple(previous)
        self._changed = frozenset(facts.file.path for facts in self.previous)
        self._default_namespace = default_namespace
        self._neighbours: dict[tuple[Scope, str], Neighbours] = {}

    @cached_property
    def kustomize(self) -> Kustomize:
        """The kustomizations among the files."""
        return Kustomize(self.files)

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
    def selections(self) -> Selections:
        """What each Service selects."""
        return Selections(self.services, self.workloads, self._default_namespace)

    @cached_property
    def cluster_ip_claims(self) -> Claims:
        """Who asks for which cluster IP, by file and address."""
        return claims_by_address(self.services)

    @cached_property
    def transitions(self) -> tuple[Transition, ...]:
        """Every Service of a file that differs from its previous version, beside what it was."""
        before = (service for facts in self.previous if not self._is_patch(facts) for service in facts.services)
        after = (service for facts in self.objects if facts.file.path in self._changed for service in facts.services)
        pairs = pair_versions(before, after, self._default_namespace)
        return tuple(pair for pair in pairs if not self._is_uncertain(pair))

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

    @cached_property
    def node_ports(self) -> NodePorts:
        """Which Services of a file ask for which node port."""
        return NodePorts({facts.file.path: facts.services for facts in self.objects})

    def neighbours(self, service: Service, scope: Scope) -> Neighbours:
        """The workloads of the Service's file, or of its folder."""
        facts = self._by_path[service.file.path]
        where = (scope, facts.file.path if scope is Scope.FILE else facts.directory)
        if where not in self._neighbours:
            near = [facts] if scope is Scope.FILE else self._by_directory[facts.directory]
            self._neighbours[where] = Neighbours(tuple(workload for one in near for workload in one.workloads))
        return self._neighbours[where]

    def unread_near(self, service: Service, scope: Scope) -> tuple[Document, ...]:
        """The documents of the Service's file, or of its folder, that could not be read and may hold anything."""
        facts = self._by_path[service.file.path]
        if scope is Scope.FILE:
            return facts.unread
        return tuple(document for other in self._by_directory[facts.directory] for document in other.unread)

    @cached_property
    def _by_path(self) -> dict[str, FileFacts]:
        return {facts.file.path: facts for facts in self.objects}

    @cached_property
    def _by_directory(self) -> dict[str, list[FileFacts]]:
        folders: dict[str, list[FileFacts]] = defaultdict(list)
        for facts in self.objects:
            folders[facts.directory].append(facts)
        return folders
