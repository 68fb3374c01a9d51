"""A reference to a Service as it is deployed, and which Services it leads to there: the subject of the rules of references."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from svclint.model.reference import Reference
from svclint.model.resource import Resource
from svclint.model.service import Service
from svclint.policy.referrers.path import Certainty
from svclint.record import NamedTuple
from svclint.workspace.facts import FileFacts
from svclint.workspace.kustomize.builds import UNPATCHED, Build, Patched
from svclint.workspace.scope import Scope, nearest
from svclint.workspace.selection import Resolver
from svclint.workspace.similar import SimilarValues
from svclint.workspace.surroundings import Surroundings
from svclint.workspace.universe import Membership, Universe
from svclint.yaml.document import Document

_EVERYWHERE = frozenset((("kubernetes", "default"), ("kube-dns", "kube-system")))
"""The Services that every cluster has, with their namespaces."""


class Found(NamedTuple):
    """The Services that a name leads to: those of the innermost scope with one. `scope` is None, and all is empty, where there is none."""

    scope: Scope | None = None
    services: tuple[Service, ...] = ()
    universe: Universe | None = None

    @property
    def is_close(self) -> bool:
        """Whether they are surely deployed with the referrer: in its file, its folder, or its deployable set."""
        return self.scope in (Scope.FILE, Scope.DIRECTORY, Scope.SET)


class Directory:
    """The Services by name, and the names that exist though no manifest has such a Service."""

    def __init__(self, builds: Iterable[Build], files: Iterable[FileFacts], resolver: Resolver) -> None:
        self._builds = tuple(builds)
        self._files = tuple(files)
        self._resolver = resolver
        self._named: dict[Universe, Mapping[str, tuple[Service, ...]]] = {}
        self._close: dict[tuple[Universe, str], tuple[Mapping[str, list[Service]], SimilarValues]] = {}

    def named(self, universe: Universe, name: str) -> tuple[Service, ...]:
        """The Services of a universe that have a name, as built or in their files, in any namespace."""
        if universe not in self._named:
            found: dict[str, list[Service]] = defaultdict(list)
            for service in universe.services:
                for one in {service.name, self.origin_of(service).name}:
                    found[one].append(service)
            self._named[universe] = {one: tuple(services) for one, services in found.items()}
        return self._named[universe].get(name, ())

    def similar(self, source: Resource, universe: Universe, name: str) -> Iterator[Service]:
        """The Services of a set, or else of the object's folder, whose names in their files are a name or may be meant by it."""
        folder = "" if universe.membership.is_set else source.file.directory
        named, values = self._names_in(universe, folder)
        for one in dict.fromkeys((name, *values.around(name))):
            yield from named.get(one, ())

    def _names_in(self, universe: Universe, folder: str) -> tuple[Mapping[str, list[Service]], SimilarValues]:
        if (universe, folder) not in self._close:
            found: dict[str, list[Service]] = defaultdict(list)
            for service in universe.services:
                if universe.membership.is_set or service.file.directory == folder:
                    found[self.origin_of(service).name].append(service)
            self._close[universe, folder] = found, SimilarValues(found)
        return self._close[universe, folder]

    def origin_of(self, service: Service) -> Service:
        """The Service in the file that a built one is made from; itself where no kustomization changes it."""
        return self._origins.get(service, service)

    @cached_property
    def _origins(self) -> dict[Service, Service]:
        return {
            built.resource: built.origin
            for build in self._builds
            for built in build.objects
            if isinstance(built.resource, Service) and isinstance(built.origin, Service)
        }

    def same_namespace(self, service: Service, namespaces: Iterable[str]) -> bool:
        """Whether a Service is in one of the namespaces, as built or as its file has it; an absent one may be the default one."""
        own = {service.namespace, self.origin_of(service).namespace}
        return any(self._resolver.same_name(one, other) for one in own for other in namespaces)

    def is_made(self, name: str, namespace: str) -> bool:
        """Whether something makes a Service of that name, or a mesh has such a host; in whatever namespace."""
        return name in self._made or (name, namespace) in _EVERYWHERE or (not namespace and (name, "default") in _EVERYWHERE)

    @cached_property
    def _made(self) -> frozenset[str]:
        made = {one.name for facts in self._files for one in facts.links.made}
        hosts = {host.partition(".")[0] for facts in self._files for entry in facts.links.service_entries for host in entry.hosts}
        return frozenset(made | hosts)


class Standing(Surroundings):
    """How the objects of a file are deployed: `around` are the universes, innermost first; `build` what builds them, if anything does."""

    def __init__(
        self, around: tuple[Universe, ...], directory: Directory, build: Build | None = None, patched: Patched = UNPATCHED
    ) -> None:
        super().__init__(around)
        self.directory = directory
        self.build = build
        self._patched = patched

    def is_patched(self, source: Resource) -> bool:
        """Whether the kustomization has patches for objects of that kind, which are carried out on Services and workloads only."""
        return source.kind in self._patched.kinds

    def find(self, source: Resource, name: str, namespace: str | None = None) -> Found:
        """The Services that an object means by a name: in its own namespace for None, else in the one that is written."""
        for universe in self.around:
            services = tuple(self._named(universe, source, name, namespace))
            if services:
                return Found(*nearest(source, services, together=universe.membership.is_set), universe)
        return Found()

    def anywhere(self, source: Resource, name: str, namespace: str | None = None) -> tuple[Service, ...]:
        """All Services of the workspace that an object may mean by a name, in whatever scope."""
        return tuple(self._named(self.around[-1], source, name, namespace))

    def _named(self, universe: Universe, source: Resource, name: str, namespace: str | None) -> Iterator[Service]:
        spaces = self.spaces(source, namespace)
        for service in self.directory.named(universe, name):
            if spaces is None or self.directory.same_namespace(service, spaces):
                yield service

    def spaces(self, source: Resource, namespace: str | None) -> tuple[str, ...] | None:
        """The namespaces that may be meant; None where it may be any: a kustomization may give all its objects one."""
        if namespace:
            return (namespace,)
        if not self.build:
            return (source.namespace,)
        return (source.namespace,) if source.namespace and not self._patched.namespace else None


class Reliance:
    """A reference in one of the ways that its object is deployed."""

    def __init__(self, reference: Reference, standing: Standing) -> None:
        self.reference = reference
        self.standing = standing

    def __repr__(self) -> str:
        return f"<{self.source.title} to {self.reference.name.value} in {self.home.title or 'the workspace'}>"

    @property
    def source(self) -> Resource:
        """The object that names the Service, as its file has it."""
        return self.reference.source

    @property
    def about(self) -> Resource:
        """The object that is judged."""
        return self.source

    @property
    def home(self) -> Membership:
        """What holds the innermost universe together."""
        return self.standing.home

    @property
    def written_namespace(self) -> str | None:
        """The namespace that the reference itself has; None where it is that of the object."""
        return self.reference.namespace.value if self.reference.namespace else None

    @cached_property
    def found(self) -> Found:
        """The Services that are meant."""
        return self.standing.find(self.source, self.reference.name.value, self.written_namespace)

    @cached_property
    def anywhere(self) -> tuple[Service, ...]:
        """All Services of the workspace that may be meant, in whatever scope."""
        return self.standing.anywhere(self.source, self.reference.name.value, self.written_namespace)

    @property
    def is_patched(self) -> bool:
        """Whether a kustomization may change the reference in a way that is not carried out here."""
        return self.standing.is_patched(self.source)

    @cached_property
    def is_missing(self) -> bool:
        """Whether the Service has to exist, and neither a manifest has it, in whatever namespace, nor does something make it."""
        if self.reference.certainty is not Certainty.CERTAIN or self.found.scope or self.is_patched:
            return False
        return not self.standing.directory.is_made(self.reference.name.value, self.reference.leads_to)

    def unread(self, scope: Scope | None = None) -> tuple[Document, ...]:
        """The documents close to the object that could not be read, as far out as `scope`."""
        return self.standing.unread_around(self.source, scope)
