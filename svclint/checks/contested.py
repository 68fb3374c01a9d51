"""Of what the cluster gives to one Service only: who else asks for it, and what is said of that."""

from collections.abc import Iterable
from typing import TypeVar

from svclint.model.service import Service
from svclint.rule.finding import Note
from svclint.workspace.claims import Claim

_T = TypeVar("_T")
_LOOKED_AT = 50
"""Of how many claims the others are sought: beyond that all say the same."""
_SHOWN = 3


def rivals_among(claims: Iterable[list[Claim[_T]]], service: Service) -> list[Claim[_T]]:
    """The claims of other Services than this in the first list that has any. The same Service twice is one object in two versions."""
    for found in claims:
        others = [claim for claim in found[:_LOOKED_AT] if claim.service.identity != service.identity]
        if others:
            return others[:_SHOWN]
    return []


def rival_notes(service: Service, rivals: list[Claim[_T]], what: object) -> tuple[Note, ...]:
    """The places of the other claims. A crowd is not listed whole: each of them is told."""
    return tuple(Note(f"{called(rival.service, service)} asks for {what} too", rival.asked.place) for rival in rivals)


def called(other: Service, service: Service) -> str:
    """The other Service for a reader of this one: its namespace tells two of one name apart."""
    return other.title if other.namespace == service.namespace else f'{other.title} in namespace "{other.namespace or "(none)"}"'
