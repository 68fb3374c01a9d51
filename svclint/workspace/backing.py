"""What is written for a Service that selects nothing: its Endpoints, its EndpointSlices."""

from collections.abc import Sequence

from svclint.model.endpoints import Endpoints
from svclint.model.service import Service
from svclint.record import NamedTuple
from svclint.workspace.scope import Scope, nearest
from svclint.workspace.selection import Resolver
from svclint.workspace.universe import Universe


class Backing(NamedTuple):
    """The endpoints of the innermost scope that has any for a Service; `scope` is None where there are none."""

    scope: Scope | None = None
    endpoints: tuple[Endpoints, ...] = ()

    @property
    def is_close(self) -> bool:
        """Whether they are surely deployed with the Service."""
        return self.scope in (Scope.FILE, Scope.DIRECTORY, Scope.SET)


def find_backing(origin: Service, around: Sequence[Universe], resolver: Resolver) -> Backing:
    """The endpoints written for a Service, in the universes around it, innermost first.

    Asked of the Service as the file has it: a kustomization changes the names of both in the same way.
    """
    for universe in around:
        found = [one for one in universe.endpoints_of(origin.name) if resolver.same_namespace(origin, one)]
        if found:
            return Backing(*nearest(origin, found, together=universe.membership.is_set))
    return Backing()
