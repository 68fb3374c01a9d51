"""Whether it is a mistake that a Service selects pods of another namespace only: the evidence.

Folders hold objects of several namespaces on purpose, each file for itself. What is in one file, or deployed together, is not so.
"""

from enum import IntEnum

from svclint.model.workload import Workload
from svclint.record import NamedTuple
from svclint.source.nearest import distance
from svclint.workspace.scope import Scope
from svclint.workspace.wiring import Wiring


class Proof(IntEnum):
    """How sure it is that a Service is in the wrong namespace."""

    NONE = 0
    """Nothing tells: both may be as they should be."""
    LIKELY = 1
    """Works only where it is applied with the right namespace, or: nothing else in the folder is in that namespace."""
    CERTAIN = 2
    """No way of applying it makes the two meet."""


class Displaced(NamedTuple):
    """A workload that has the labels of a selector, in another namespace, and how sure it is that this is a mistake."""

    workload: Workload
    proof: Proof


def find_displaced(wiring: Wiring) -> Displaced | None:
    """The workload of another namespace that a Service was to select; None where none is close, or one is in its own namespace."""
    selection = wiring.selection
    if not selection.elsewhere or selection.elsewhere_scope is None:
        return None
    if selection.operator_made and selection.elsewhere_scope is Scope.DIRECTORY:
        return None  # an operator makes such pods, in any namespace
    service = wiring.service
    workload = min(selection.elsewhere, key=lambda one: (one.name != service.name, one.file.path, one.place.begin))
    return Displaced(workload, _proof(wiring, workload, selection.elsewhere_scope))


def _proof(wiring: Wiring, workload: Workload, scope: Scope) -> Proof:
    one, other = wiring.service.namespace, workload.namespace
    if not one and scope is not Scope.FILE:
        return Proof.NONE  # applied with -n, most likely, where some objects have that namespace and others none
    if scope is not Scope.DIRECTORY:
        return Proof.CERTAIN if one and other else Proof.LIKELY
    if not other:
        return Proof.LIKELY
    written = wiring.around[-1].namespaces_in(wiring.service.file.directory)
    if _is_mistyped(one, other):
        return Proof.CERTAIN
    if min(written.get(one, 0), written.get(other, 0)) > 1:
        return Proof.NONE
    return Proof.CERTAIN if workload.name == wiring.service.name else Proof.LIKELY


def _is_mistyped(one: str, other: str) -> bool:
    """Whether two namespaces differ by a slip in one longer word. Numbers and short words tell namespaces apart: team-1, ns-a, dev."""
    words, others = one.split("-"), other.split("-")
    apart = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) != len(others) or len(apart) != 1:
        return False
    return all(word.isalpha() and len(word) >= 4 for word in apart[0]) and distance(*apart[0], 1) == 1
