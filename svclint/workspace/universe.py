"""The objects among which a selector is resolved: what is deployed together, or all that was read."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from svclint.apiserver.address import Address
from svclint.model.endpoints import Endpoints
from svclint.model.resource import Resource
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.policy.portrange import PortRange
from svclint.record import NamedTuple
from svclint.source.pattern import pattern
from svclint.source.place import Place
from svclint.workspace.added import PodIndex
from svclint.workspace.claims import Claim, Claims, claims_by_value
from svclint.workspace.clusterips import cluster_ip_claims
from svclint.workspace.facts import FileFacts
from svclint.workspace.neighbours import Neighbours
from svclint.workspace.nodeports import node_port_claims
from svclint.workspace.scope import Scope
from svclint.yaml.document import Document

_NAMESPACE = pattern(r"""\bnamespace["']?:[ \t]*["']?([a-z0-9-]+)""")


class Membership(NamedTuple):
    """What holds a universe together: how people call it, where that is written, and what is known of it.

    `is_set`: it is deployed together. `is_unconditional`: all of it is, as in a kustomization; the templates of a chart may
    exclude each other. `is_complete`: nothing else is in that cluster. `is_built`: its objects are those that a kustomization
    makes, not those of the files. `unapplied` says what of the kustomization is not carried out here; `sources` are the paths of all
    files that it is built from.
    """

    title: str = ""
    place: Place | None = None
    is_set: bool = True
    is_unconditional: bool = True
    is_complete: bool = False
    is_built: bool = False
    unapplied: tuple[str, ...] = ()
    sources: frozenset[str] = frozenset()


class Universe:
    """Services and workloads, with the indexes over them; each is made at its first use."""

    def __init__(
        self, membership: Membership, files: Iterable[FileFacts], services: Iterable[Service], workloads: Iterable[Workload]
    ) -> None:
        self.membership = membership
        self.services = tuple(services)
        self.workloads = tuple(workloads)
        self.files = tuple(files)
        self._neighbours: dict[tuple[Scope, str], Neighbours] = {}
        self._namespaces: dict[str, Mapping[str, int]] = {}
        self._node_ports: dict[PortRange, Claims[int, int]] = {}

    def __repr__(self) -> str:
        return f"<{self.membership.title or 'the workspace'}>"

    @cached_property
    def pods(self) -> PodIndex:
        """The workloads by the labels of their pods."""
        return PodIndex(self.workloads)

    @cached_property
    def places(self) -> frozenset[tuple[str, int]]:
        """Where the workloads stand, by path and offset: tells an object that another kustomization builds too."""
        return frozenset((one.file.path, one.place.begin) for one in self.workloads)

    def workloads_at(self, path: str, begin: int) -> tuple[Workload, ...]:
        """The workloads of the object that stands there, as deployed."""
        return tuple(self._at.get((path, begin), ()))

    @cached_property
    def _at(self) -> dict[tuple[str, int], list[Workload]]:
        found: dict[tuple[str, int], list[Workload]] = defaultdict(list)
        for one in self.workloads:
            found[one.file.path, one.place.begin].append(one)
        return found

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The scopes in which a near miss is evidence: beyond what is deployed together there are too many chances."""
        return (Scope.FILE, Scope.DIRECTORY, Scope.SET) if self.membership.is_set else (Scope.FILE, Scope.DIRECTORY)

    def neighbours(self, service: Service, scope: Scope) -> Neighbours:
        """The workloads of the Service's file, of its folder, or of the whole set."""
        where = (scope, _region(service.file.path, scope))
        if where not in self._neighbours:
            self._neighbours[where] = Neighbours(tuple(self._workloads_in.get(where, ())))
        return self._neighbours[where]

    def has_workloads(self, service: Service, scope: Scope) -> bool:
        """Whether there are any workloads around the Service, as far out as `scope`."""
        return (scope, _region(service.file.path, scope)) in self._workloads_in

    def unread(self, one: Resource, scope: Scope) -> tuple[Document, ...]:
        """The documents around an object, as far out as `scope`, that could not be read and may hold anything."""
        return tuple(self._unread_in.get((scope, _region(one.file.path, scope)), ()))

    def endpoints_of(self, name: str) -> tuple[Endpoints, ...]:
        """The Endpoints and EndpointSlices that the files have for Services of that name, in any namespace."""
        return tuple(self._endpoints.get(name, ()))

    @cached_property
    def _endpoints(self) -> dict[str, list[Endpoints]]:
        found: dict[str, list[Endpoints]] = defaultdict(list)
        for facts in self.files:
            for one in facts.endpoints:
                if one.service_name:
                    found[one.service_name].append(one)
        return found

    def namespaces_in(self, folder: str) -> Mapping[str, int]:
        """How often each namespace is written in the files of a folder, in whatever object."""
        if folder not in self._namespaces:
            texts = (facts.file.text for facts in self._files_in.get(folder, ()))
            self._namespaces[folder] = Counter(name for text in texts for name in _NAMESPACE.findall(text))
        return self._namespaces[folder]

    @cached_property
    def _files_in(self) -> dict[str, list[FileFacts]]:
        found: dict[str, list[FileFacts]] = defaultdict(list)
        for facts in self.files:
            found[facts.directory].append(facts)
        return found

    def node_port_claims(self, service: Service, number: int, node_ports: PortRange) -> list[Claim[int]]:
        """Who asks for a node port of the range where it can be given only once: in the Service's file, or in the whole set."""
        known = self._node_ports.get(node_ports)
        if known is None:
            known = claims_by_value(
                self.services,
                lambda one: ((claim.value, claim) for claim in node_port_claims(one, node_ports)),
                together=self._is_allocated_together,
            )
            self._node_ports[node_ports] = known
        return known.get((self._allocated_in(service), number), [])

    def cluster_ip_claims(self, service: Service, address: Address) -> list[Claim[str]]:
        """Who asks for a cluster IP where it can be given only once: in the Service's file, or in the whole set."""
        return self._cluster_ips.get((self._allocated_in(service), address), [])

    @cached_property
    def _cluster_ips(self) -> Claims[Address, str]:
        return claims_by_value(self.services, cluster_ip_claims, together=self._is_allocated_together)

    @property
    def _is_allocated_together(self) -> bool:
        return self.membership.is_set and self.membership.is_unconditional

    def _allocated_in(self, service: Service) -> str:
        return "" if self._is_allocated_together else service.file.path

    @cached_property
    def _workloads_in(self) -> dict[tuple[Scope, str], list[Workload]]:
        found: dict[tuple[Scope, str], list[Workload]] = defaultdict(list)
        for workload in self.workloads:
            for region in self._regions(workload.file.path):
                found[region].append(workload)
        return found

    @cached_property
    def _unread_in(self) -> dict[tuple[Scope, str], list[Document]]:
        found: dict[tuple[Scope, str], list[Document]] = defaultdict(list)
        for facts in self.files:
            for region in self._regions(facts.file.path) if facts.unread else ():
                found[region] += facts.unread
        return found

    def _regions(self, path: str) -> Iterator[tuple[Scope, str]]:
        for scope in self.scopes:
            yield scope, _region(path, scope)


def _region(path: str, scope: Scope) -> str:
    """What tells the files of one scope from those of another: the file, its folder, or nothing."""
    if scope is Scope.FILE:
        return path
    return path.rpartition("/")[0] if scope is Scope.DIRECTORY else ""
