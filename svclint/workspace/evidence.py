"""How a workload may be the one that a selector misses: the evidence that the selector is a mistake.

Every real mistake of this kind has a near miss close by; "matches nothing" alone proves nothing. Of 158 real Services that
rightly select nothing close by, none has any of the marks below (benchmarks/broken.py measures both sides).
"""

from collections.abc import Iterator, Mapping
from enum import IntEnum

from svclint.model.located import Located
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.record import NamedTuple
from svclint.source.nearest import distance
from svclint.source.pattern import pattern
from svclint.workspace.scope import Scope
from svclint.workspace.selection import visible_pairs
from svclint.workspace.similar import folded
from svclint.workspace.wiring import Wiring

_LETTERS = pattern("[^0-9]+")
_TOKENS = pattern(r"[-._/]")


class Kind(IntEnum):
    """What speaks for a workload; the surest first."""

    OWN_LABEL = 1
    """The pairs are among the object's own labels, which no Service looks at, not among its template's."""
    OWN_SELECTOR = 2
    """The object's own selector wants the pairs, and its template lacks them."""
    OTHER_KEY = 3
    """The template has the value under another key."""
    VALUE = 4
    """The template has another, similar value under the key."""
    NAME = 5
    """The workload has the Service's name."""
    PORTS = 6
    """No Service selects the workload, and it declares every port that this one leads to."""


STRUCTURAL = (Kind.OWN_LABEL, Kind.OWN_SELECTOR)
"""What speaks louder than labels that look like an operator's."""


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


def differing(wiring: Wiring, workload: Workload) -> list[str]:
    """The keys of the selector whose values the pods of a workload certainly have not."""
    chance = wiring.resolver.labels.chance
    return [key for key, value in visible_pairs(wiring.service).items() if not chance(workload, key, value.value)]


def misses(wiring: Wiring, workload: Workload, scope: Scope, *, claimed: bool) -> Iterator[NearMiss]:
    """What speaks for a workload of the Service's namespace, at most once for each kind. `claimed`: another Service selects it."""
    pairs, labels = visible_pairs(wiring.service), workload.pod_labels
    missing = differing(wiring, workload)
    if not missing:
        return
    first = missing[0]
    # What a controller adds no manifest shows, neither here nor there.
    written = {key: value for key, value in pairs.items() if key in missing or key in labels}
    for kind, own in ((Kind.OWN_LABEL, workload.labels), (Kind.OWN_SELECTOR, workload.match_labels)):
        if all(key in own and own[key].value == value.value for key, value in written.items()):
            at_fault = labels.get(first)
            yield NearMiss(kind, scope, workload, first, first if at_fault else "", at_fault or own[first])
            return
    if len(missing) == 1:
        for key, value in labels.items():
            if value.value == pairs[first].value and key not in pairs and first not in labels and len(value.value) > 1:
                yield NearMiss(Kind.OTHER_KEY, scope, workload, first, key, value)
        if first in labels and _is_mistyped(wiring.service, pairs, first, workload, scope, claimed=claimed):
            yield NearMiss(Kind.VALUE, scope, workload, first, first, labels[first])
    if first not in labels or not are_instances(pairs[first].value, labels[first].value):
        yield from _belonging(wiring.service, workload, scope, first, claimed=claimed)


def _belonging(service: Service, workload: Workload, scope: Scope, key: str, *, claimed: bool) -> Iterator[NearMiss]:
    """Whether the two belong together, whatever the labels say."""
    if not workload.pod_labels or workload.runs_to_end:
        return
    found_key = key if key in workload.pod_labels else next(iter(workload.pod_labels))
    found = workload.pod_labels[found_key]
    fits = is_served_by(service, workload)
    if workload.name == service.name and (fits or not claimed):
        yield NearMiss(Kind.NAME, scope, workload, key, found_key, found)
    if fits and not claimed:
        yield NearMiss(Kind.PORTS, scope, workload, key, found_key, found)


def is_served_by(service: Service, workload: Workload) -> bool:
    """Whether a workload declares every port, by name or number, that the Service leads to; not where it leads to none."""
    serving = [port for container in workload.containers if not container.init or container.sidecar for port in container.ports]
    declared = {value for port in serving for value in (port.name.value, port.number.value) if value}
    return bool(service.ports) and all(port.target_port.value in declared for port in service.ports)


def _is_mistyped(service: Service, pairs: Mapping[str, Located[str]], key: str, workload: Workload, scope: Scope, *, claimed: bool) -> bool:
    """Whether the template's value under a key is probably the wanted one mistyped, and not another's own."""
    wanted, found = folded(pairs[key].value), folded(workload.pod_labels[key].value)
    same_name = service.name == workload.name
    if wanted == found or (not claimed and is_part(wanted, found) and (scope is Scope.FILE or same_name)):
        return True
    if are_instances(wanted, found):
        return False
    fits = is_served_by(service, workload)
    if claimed and not (fits or differs_in_a_word(wanted, found)):
        return False
    sure = same_name or len(pairs) > 1 or fits
    most = min(2, max(len(wanted), len(found)) // 3) or int(sure)
    return bool(most) and distance(wanted, found, most) <= most


def are_instances(one: str, other: str) -> bool:
    """Whether the numbers in two values differ. They tell instances apart: web-1 is not web-2 mistyped, and not web-21 either."""
    numbers, others = numbers_in(one), numbers_in(other)
    return bool(numbers and others) and numbers != others


def numbers_in(text: str) -> list[str]:
    """The numbers in a value."""
    return _LETTERS.sub(" ", text).split()


def is_part(one: str, other: str) -> bool:
    """Whether one value is the other with a word in front or behind: web, web-server."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 3 and (long.startswith(f"{short}-") or long.endswith(f"-{short}"))


def differs_in_a_word(one: str, other: str) -> bool:
    """Whether two values of as many words differ in one of at least four letters: shorter ones are variants, as a and b, v1 and v2."""
    words, others = _TOKENS.split(one), _TOKENS.split(other)
    apart = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    return len(words) == len(others) and len(apart) == 1 and min(map(len, apart[0])) >= 4
