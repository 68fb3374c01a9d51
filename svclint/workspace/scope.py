"""How far out a name was resolved."""

from collections.abc import Iterable
from enum import IntEnum
from typing import TypeVar

from svclint.model.resource import Resource

_R = TypeVar("_R", bound=Resource)


class Scope(IntEnum):
    """The nested scopes, innermost first: the first with a match decides (design.md §1.2)."""

    FILE = 1
    DIRECTORY = 2
    SET = 3
    """What is deployed together: a kustomization's build, a chart, a scope of the settings."""
    OUTWARD = 4
    """Elsewhere in the workspace: it may or may not be deployed beside."""


def nearness(one: Resource, other: Resource, *, together: bool) -> tuple[Scope, int]:
    """The innermost scope that holds both, and among those of the workspace how far out: smaller is nearer.

    `together` tells that both belong to one deployable set.
    """
    if one.file.path == other.file.path:
        return Scope.FILE, 0
    here, there = one.file.directory, other.file.directory
    if here == there:
        return Scope.DIRECTORY, 0
    return (Scope.SET, 0) if together else (Scope.OUTWARD, _steps_up(here, there))


def nearest(one: Resource, others: Iterable[_R], *, together: bool) -> tuple[Scope, tuple[_R, ...]]:
    """Those of some objects, of which there is one at least, that are in the innermost scope, and the scope."""
    distances = [(nearness(one, other, together=together), other) for other in others]
    least = min(distance for distance, _ in distances)
    return least[0], tuple(other for distance, other in distances if distance == least)


def _steps_up(here: str, there: str) -> int:
    """How many folders above `here` the first one lies that holds `there` too."""
    parts, others = here.split("/"), there.split("/")
    common = 0
    while common < min(len(parts), len(others)) and parts[common] == others[common]:
        common += 1
    return len(parts) - common
