"""A workload that a Service almost selects: the evidence that its selector is a mistake, and the help to mend it.

Every real mistake of this kind has a near miss in the same file or folder; "matches nothing" alone proves nothing.
"""

import re
from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import NamedTuple

from svclint.model.located import Located
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.source.nearest import distance
from svclint.workspace.scope import Scope
from svclint.workspace.selection import visible_pairs
from svclint.workspace.similar import folded
from svclint.workspace.wiring import Wiring
from svclint.workspace.workspace import Workspace

# What a generator or a reader is to fill in: such a value says nothing about what will be selected.
_LETTERS = re.compile("[^0-9]+")
_PLACEHOLDER = re.compile(r"[<>{}$%\[\]]|REPLACE|CHANGE_?ME|PLACEHOLDER|TODO|XXX")


class Kind(IntEnum):
    """How a pair of the selector misses a workload; the surest first."""

    OWN_LABEL = 1
    """The pair is among the object's own labels, which no Service looks at, not among its template's."""
    OTHER_KEY = 2
    """The template has the value under another key."""
    VALUE = 3
    """The template has another, similar value under the key."""


class NearMiss(NamedTuple):
    """The pair `key` of a selector misses `workload`; `found` is what the template has, under `found_key`.

    `found_key` is empty, and `found` the object's own label, where the template has neither key nor value.
    """

    kind: Kind
    scope: Scope
    workload: Workload
    key: str
    found_key: str
    found: Located[str]


def find_near_miss(wiring: Wiring, workspace: Workspace) -> NearMiss | None:
    """The likeliest near miss in the innermost scope around the Service that has one; None where there is none."""
    service = wiring.service
    pairs = visible_pairs(service)
    if any(_PLACEHOLDER.search(value.value) for value in pairs.values()):
        return None
    for universe in wiring.close:
        for scope in universe.scopes:
            found = [
                miss
                for workload in universe.neighbours(service, scope).candidates(pairs)
                if wiring.same_namespace(workload)
                for miss in _misses(wiring, pairs, workload, scope)
                if miss.kind is not Kind.VALUE or _is_left_over(wiring, workload, workspace)
            ]
            if found:
                return min(found, key=lambda miss: _likelihood(service, miss))
    return None


def _likelihood(service: Service, miss: NearMiss) -> tuple[bool, int, str, int]:
    """Sorts the likeliest first: a workload of the Service's own name, then the surest kind, then the first place."""
    return (miss.workload.name != service.name, miss.kind, miss.workload.file.path, miss.workload.place.begin)


def _is_left_over(wiring: Wiring, workload: Workload, workspace: Workspace) -> bool:
    """Whether a similar value is more than chance: nobody else selects the workload, or both have one name."""
    return workload.name == wiring.service.name or not is_claimed(workload, wiring, workspace)


def is_claimed(workload: Workload, wiring: Wiring, workspace: Workspace) -> bool:
    """Whether another Service than this one selects a workload."""
    return any(other.origin is not wiring.origin for other in workspace.selecting(workload))


def differing(wiring: Wiring, workload: Workload) -> list[str]:
    """The keys of the selector whose values the pods of a workload certainly have not."""
    chance = wiring.resolver.labels.chance
    return [key for key, value in visible_pairs(wiring.service).items() if not chance(workload, key, value.value)]


def _misses(wiring: Wiring, pairs: Mapping[str, Located[str]], workload: Workload, scope: Scope) -> Iterator[NearMiss]:
    labels, own = workload.pod_labels, workload.labels
    missing = differing(wiring, workload)
    if not missing:
        return
    first = missing[0]
    # What a controller adds no manifest shows, neither here nor there.
    written = {key: value for key, value in pairs.items() if key in missing or key in labels}
    if all(key in own and own[key].value == value.value for key, value in written.items()):
        at_fault = labels.get(first)
        yield NearMiss(Kind.OWN_LABEL, scope, workload, first, first if at_fault else "", at_fault or own[first])
        return
    if len(missing) > 1:
        return
    wanted = pairs[first].value
    for key, value in labels.items():
        if value.value == wanted and key not in pairs and first not in labels and len(wanted) > 1:
            yield NearMiss(Kind.OTHER_KEY, scope, workload, first, key, value)
    if first in labels and _similar(wanted, labels[first].value, sure=scope is Scope.FILE or wiring.service.name == workload.name):
        yield NearMiss(Kind.VALUE, scope, workload, first, first, labels[first])


def _similar(one: str, other: str, *, sure: bool) -> bool:
    """Whether one value is probably the other mistyped; `sure` where the two objects belong together anyway.

    Numbers tell instances apart: web-1 is not web-2 mistyped, and not web-21 either.
    """
    one, other = folded(one), folded(other)
    if one == other:
        return True
    numbers = _LETTERS.sub(" ", one).split(), _LETTERS.sub(" ", other).split()
    if all(numbers) and numbers[0] != numbers[1]:
        return False
    most = min(2, max(len(one), len(other)) // 3)
    if most and distance(one, other, most) <= most:
        return True
    short, long = sorted((one, other), key=len)
    return sure and len(short) >= 3 and (long.startswith(f"{short}-") or long.endswith(f"-{short}"))
