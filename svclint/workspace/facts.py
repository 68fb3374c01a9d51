"""What one file contributes: the unit that the index folds over, and that an editor replaces."""

from collections.abc import Set as AbstractSet

from svclint.model.autoscaler import Autoscaler
from svclint.model.endpoints import Endpoints
from svclint.model.grant import Grant
from svclint.model.istio import DestinationRule, ServiceEntry
from svclint.model.links import Link, read_links
from svclint.model.made import MadeService
from svclint.model.monitor import Monitor
from svclint.model.networkpolicy import NetworkPolicy
from svclint.model.objects import object_roots, read_object
from svclint.model.reference import Reference
from svclint.model.resource import Resource
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.policy.hosts import CLUSTER_LOCAL
from svclint.policy.kinds import WIRED_KINDS, until_schema, wanted_with
from svclint.policy.pods import PodSetting
from svclint.policy.referrers.path import ReferenceSetting
from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.workspace.kustomize.kustomization import Kustomization, is_kustomization, read_kustomization
from svclint.yaml.document import Document, State
from svclint.yaml.read import read_documents


class Links(NamedTuple):
    """Who relies on which Service, kind by kind; and what makes Services and hosts that no manifest has."""

    references: tuple[Reference, ...] = ()
    made: tuple[MadeService, ...] = ()
    monitors: tuple[Monitor, ...] = ()
    network_policies: tuple[NetworkPolicy, ...] = ()
    grants: tuple[Grant, ...] = ()
    destination_rules: tuple[DestinationRule, ...] = ()
    service_entries: tuple[ServiceEntry, ...] = ()


_LINKS = (Reference, MadeService, Monitor, NetworkPolicy, Grant, DestinationRule, ServiceEntry)
NO_LINKS = Links()


class FileFacts(NamedTuple):
    """The documents of a file, without their nodes where nobody needs these, and the objects in them.

    `unread` are the documents that could not be read and may hold anything. `kustomization` is set where the file is one;
    it then has no objects.
    """

    file: SourceFile
    documents: tuple[Document, ...] = ()
    services: tuple[Service, ...] = ()
    workloads: tuple[Workload, ...] = ()
    unread: tuple[Document, ...] = ()
    kustomization: Kustomization | None = None
    autoscalers: tuple[Autoscaler, ...] = ()
    endpoints: tuple[Endpoints, ...] = ()
    links: Links = NO_LINKS

    @property
    def directory(self) -> str:
        """The folder of the file, "" for the root."""
        return self.file.directory

    @property
    def is_template(self) -> bool:
        """Whether something in the file is a template."""
        return any(document.state is State.TEMPLATE for document in self.documents)


def read_facts(
    file: SourceFile,
    *,
    prefilter: bool = True,
    described: tuple[PodSetting, ...] = (),
    references: tuple[ReferenceSetting, ...] = (),
    dns_domain: str = CLUSTER_LOCAL,
    keep: bool = False,
) -> FileFacts:
    """Split, sniff, parse and model a file: all that the rest of the line needs of it.

    `described` are the kinds with pods that the settings tell of, `references` the fields that name a Service;
    `dns_domain` is the cluster's. `keep` keeps the nodes, for who will need them again soon.
    """
    if is_kustomization(file):
        return FileFacts(file, kustomization=read_kustomization(file))
    documents = []
    objects: list[Resource] = []
    links: list[Link] = []
    for document in read_documents(file, wanted_with(described, references, dns_domain), prefilter, until_schema):
        for field in object_roots(document.root):
            objects += read_object(field, described)
            links += read_links(field, references, described, dns_domain)
        documents.append(document if keep else document._replace(root=None))
    own = {one.kind for one in described}
    unread = tuple(document for document in documents if _is_unread(document, own))
    return FileFacts(
        file,
        tuple(documents),
        services=tuple(one for one in objects if isinstance(one, Service)),
        workloads=tuple(one for one in objects if isinstance(one, Workload)),
        unread=unread,
        autoscalers=tuple(one for one in objects if isinstance(one, Autoscaler)),
        endpoints=tuple(one for one in objects if isinstance(one, Endpoints)),
        links=_sorted(links),
    )


def _sorted(links: list[Link]) -> Links:
    if not links:
        return NO_LINKS
    return Links(*(tuple(one for one in links if type(one) is kind) for kind in _LINKS))  # type: ignore[arg-type]  # in the order of the fields


def _is_unread(document: Document, own: AbstractSet[str]) -> bool:
    """Whether the document may hold Services or pods that nobody saw."""
    return document.state is not State.READ and (document.kind is None or document.kind in WIRED_KINDS or document.kind in own)
