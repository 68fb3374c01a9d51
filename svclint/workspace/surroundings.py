"""What an object is deployed among: the universes around it, and what is close."""

from svclint.model.resource import Resource
from svclint.workspace.scope import Scope
from svclint.workspace.universe import Membership, Universe
from svclint.yaml.document import Document


class Surroundings:
    """`around` are the universes that something lives in, innermost first, the workspace last."""

    def __init__(self, around: tuple[Universe, ...]) -> None:
        self.around = around

    @property
    def home(self) -> Membership:
        """What holds the innermost universe together."""
        return self.around[0].membership

    @property
    def close(self) -> tuple[Universe, ...]:
        """The universes in which what is close is evidence: sets; for what no kustomization builds, any."""
        return tuple(one for one in self.around if one.membership.is_set or not self.home.is_built)

    @property
    def is_complete(self) -> bool:
        """Whether the settings say that nothing else is in the cluster that this goes to."""
        return any(one.membership.is_complete for one in self.around)

    def unread_around(self, source: Resource, scope: Scope | None = None) -> tuple[Document, ...]:
        """The documents close to an object that could not be read, as far out as `scope`; all scopes for None."""
        found = (document for one in self.close for document in one.unread(source, scope or one.scopes[-1]))
        return tuple(dict.fromkeys(found))
