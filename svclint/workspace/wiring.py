"""A Service as it is deployed, and what it leads to there: the subject of the rules of wiring."""

from functools import cached_property

from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.workspace.backing import Backing, find_backing
from svclint.workspace.scope import Scope
from svclint.workspace.selection import Resolver, Selection
from svclint.workspace.universe import Membership, Universe
from svclint.yaml.document import Document


class Wiring:
    """`service` as it is deployed, `origin` as the file has it: one object, unless a kustomization changes it.

    `around` are the universes that it lives in, innermost first, the workspace last; `resolver` tells what matches there.
    """

    def __init__(self, service: Service, origin: Service, around: tuple[Universe, ...], resolver: Resolver) -> None:
        self.service = service
        self.origin = origin
        self.around = around
        self.resolver = resolver

    @property
    def home(self) -> Membership:
        """What holds the innermost universe together."""
        return self.around[0].membership

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

    @property
    def close(self) -> tuple[Universe, ...]:
        """The universes in which what is close to the Service is evidence: sets; for what no kustomization builds, any."""
        return tuple(one for one in self.around if one.membership.is_set or not self.home.is_built)

    @property
    def is_complete(self) -> bool:
        """Whether the settings say that nothing else is in the cluster that this goes to."""
        return any(one.membership.is_complete for one in self.around)

    def unread(self, scope: Scope | None = None) -> tuple[Document, ...]:
        """The documents close to the Service that could not be read, as far out as `scope`; all scopes for None."""
        found = (document for one in self.close for document in one.unread(self.service, scope or one.scopes[-1]))
        return tuple(dict.fromkeys(found))
