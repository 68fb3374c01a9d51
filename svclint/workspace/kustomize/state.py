"""What a build has so far."""

from typing import NamedTuple

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
        self.has_vars = False

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
        self.has_vars = self.has_vars or other.has_vars
