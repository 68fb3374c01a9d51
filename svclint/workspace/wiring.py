"""A Service as it is deployed, and what it leads to there: the subject of the rules of wiring."""

from functools import cached_property

from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.workspace.backing import Backing, find_backing
from svclint.workspace.scope import Scope
from svclint.workspace.selection import Resolver, Selection
from svclint.workspace.surroundings import Surroundings
from svclint.workspace.universe import Universe
from svclint.yaml.document import Document


class Wiring(Surroundings):
    """`service` as it is deployed, `origin` as the file has it: one object, unless a kustomization changes it.

    `around` are the universes that it lives in, innermost first, the workspace last; `resolver` tells what matches there.
    """

    def __init__(self, service: Service, origin: Service, around: tuple[Universe, ...], resolver: Resolver) -> None:
        super().__init__(around)
        self.service = service
        self.origin = origin
        self.resolver = resolver

    @property
    def about(self) -> Service:
        """The object that is judged."""
        return self.service

    @cached_property
    def selection(self) -> Selection:
        """What the Service selects here."""
        return self.resolver.select(self.service, self.around)

    @cached_property
    def backing(self) -> Backing:
        """The Endpoints and EndpointSlices that are written for the Service, whether or not it selects pods."""
        return find_backing(self.origin, self.around, self.resolver)

    def same_namespace(self, workload: Workload) -> bool:
        """Whether a workload is in the Service's namespace, as far as the manifests tell."""
        return self.resolver.same_namespace(self.service, workload)

    def unread(self, scope: Scope | None = None) -> tuple[Document, ...]:
        """The documents close to the Service that could not be read, as far out as `scope`; all scopes for None."""
        return self.unread_around(self.service, scope)
