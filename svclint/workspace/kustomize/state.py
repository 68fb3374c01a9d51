"""What a build has so far."""

from svclint.model.service import Service
from svclint.record import NamedTuple
from svclint.source.place import Place
from svclint.workspace.kustomize.draft import Draft, Identity
from svclint.workspace.kustomize.fieldspec import Configuration


class Unapplied(NamedTuple):
    """Something that could not be carried out as kustomize would: `what` reads after the path of the kustomization."""

    what: str
    place: Place


class State:
    """The objects of a build so far."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.unapplied: list[Unapplied] = []
        self.files: set[str] = set()
        self.configuration = Configuration()
        self.known: set[Identity] = set()
        self.vars: Place | None = None
        self.is_circular = False

    def report(self, what: str, place: Place) -> None:
        """Note what could not be carried out, once for each place."""
        if (one := Unapplied(what, place)) not in self.unapplied:
            self.unapplied.append(one)

    def add(self, draft: Draft) -> None:
        """Take in an object; of two with one name kustomize refuses the second."""
        identity = draft.identity.effective
        if identity not in self.known:
            self.known.add(identity)
            self.drafts.append(draft)

    def resolve_vars(self) -> None:
        """Note that `vars` are not put in, if a `$(NAME)` stands where something is read."""
        if self.vars is not None and any(map(_has_reference, self.drafts)):
            self.report("vars", self.vars)

    def settle(self) -> None:
        """Know the objects by their present names."""
        self.known = {draft.identity.effective for draft in self.drafts}

    def take(self, other: "State") -> None:
        """Take in all that another kustomization builds."""
        for draft in other.drafts:
            self.add(draft)
        for one in other.unapplied:
            self.report(*one)
        self.files |= other.files
        self.configuration = self.configuration.with_(other.configuration)
        self.vars = self.vars or other.vars
        self.is_circular = self.is_circular or other.is_circular


def _has_reference(draft: Draft) -> bool:
    for resource, _ in draft.built(()):
        if isinstance(resource, Service):
            ports = (value for port in resource.ports for value in (port.name.value, port.port.value, port.target_port.value))
            texts = [*(pair.value for pair in resource.selector.values()), *ports]
        else:
            named = (port.name.value for container in resource.containers for port in container.ports)
            texts = [*(pair.value for pair in resource.pod_labels.values()), *named]
        if any(isinstance(text, str) and "$(" in text for text in (resource.name, resource.namespace, *texts)):
            return True
    return False
