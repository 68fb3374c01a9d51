"""Each Service beside what it was: found by its path and identity, or by its identity alone."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from svclint.model.service import Service


class Transition(NamedTuple):
    """A Service before and after an edit; `before` None for a new one, `after` None for a deleted one."""

    before: Service | None
    after: Service | None


def pair_versions(before: Iterable[Service], after: Iterable[Service], default_namespace: str) -> tuple[Transition, ...]:
    """Pair the Services of the files that differ. Unchanged files are in neither list.

    Two Services are one where path and identity agree; of the rest, where an identity is left exactly once on either
    side: it moved to another file. One identity may stand in many files, overlays say: those are never mixed, and where
    nobody can tell which became which nothing is said. An absent namespace is `default_namespace`.
    """
    old, new = _by_path(before), _by_path(after)
    pairs = [Transition(one, other) for key in old for one, other in zip(old[key], new.get(key, ()), strict=False)]
    paired = {id(side) for pair in pairs for side in pair}
    gone = _by_identity((one for ones in old.values() for one in ones if id(one) not in paired), default_namespace)
    come = _by_identity((one for ones in new.values() for one in ones if id(one) not in paired), default_namespace)
    for identity in sorted(gone.keys() | come.keys()):
        left, right = gone.get(identity, []), come.get(identity, [])
        if len(left) == len(right) == 1:
            pairs.append(Transition(left[0], right[0]))
        elif not left or not right:
            pairs += [Transition(one, None) for one in left] + [Transition(None, one) for one in right]
    return tuple(pairs)


def _by_path(services: Iterable[Service]) -> dict[tuple[str, tuple[str, str, str]], list[Service]]:
    found = defaultdict(list)
    for service in services:
        found[service.file.path, service.identity].append(service)
    return found


def _by_identity(services: Iterable[Service], default_namespace: str) -> dict[tuple[str, str], list[Service]]:
    found = defaultdict(list)
    for service in services:
        found[service.namespace or default_namespace, service.name].append(service)
    return found
