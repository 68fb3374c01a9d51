"""What one file contributes: the unit that the index folds over, and that an editor replaces."""

import posixpath
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from svclint.model.autoscaler import Autoscaler
from svclint.model.endpoints import Endpoints
from svclint.model.objects import read_objects
from svclint.model.resource import Resource
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.policy.kinds import WIRED_KINDS, wanted_with
from svclint.policy.pods import PodSetting
from svclint.source.file import SourceFile
from svclint.workspace.kustomize.kustomization import KUSTOMIZATION_NAMES, Kustomization, read_kustomization
from svclint.yaml.document import Document, State
from svclint.yaml.read import read_documents


class FileFacts(NamedTuple):
    """The documents of a file without their nodes, and the objects in them.

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

    @property
    def directory(self) -> str:
        """The folder of the file, "" for the root."""
        return posixpath.dirname(self.file.path)

    @property
    def is_template(self) -> bool:
        """Whether something in the file is a template."""
        return any(document.state is State.TEMPLATE for document in self.documents)


def read_facts(file: SourceFile, *, prefilter: bool = True, described: tuple[PodSetting, ...] = ()) -> FileFacts:
    """Split, sniff, parse and model a file: all that the rest of the line needs of it.

    `described` are the kinds with pods that the settings tell of.
    """
    if posixpath.basename(file.path) in KUSTOMIZATION_NAMES:
        return FileFacts(file, kustomization=read_kustomization(file))
    documents = []
    objects: list[Resource] = []
    for document in read_documents(file, wanted_with(described), prefilter):
        objects += read_objects(document.root, described)
        documents.append(document._replace(root=None))
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
    )


def _is_unread(document: Document, own: AbstractSet[str]) -> bool:
    """Whether the document may hold Services or pods that nobody saw."""
    return document.state is not State.READ and (document.kind is None or document.kind in WIRED_KINDS or document.kind in own)
