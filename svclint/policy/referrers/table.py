"""The lines of all tables, by kind."""

from collections import defaultdict
from typing import TypeVar

from svclint.policy.referrers import core, delivery, gateway, mesh, monitoring, proxies
from svclint.policy.referrers.made import MADE, MadeNames
from svclint.policy.referrers.path import ReferencePath

_Line = TypeVar("_Line", ReferencePath, MadeNames)


def _by_kind(lines: tuple[_Line, ...]) -> dict[str, tuple[_Line, ...]]:
    found: dict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        found[line.kind].append(line)
    return {kind: tuple(some) for kind, some in found.items()}


REFERENCES = (*core.LINES, *gateway.LINES, *mesh.LINES, *monitoring.LINES, *proxies.LINES, *delivery.LINES)
REFERRERS = _by_kind(REFERENCES)
MAKERS = _by_kind(MADE)
GRANTS = frozenset(("ReferenceGrant",))
POLICIES = frozenset(("NetworkPolicy",))
HOSTS = frozenset(("ServiceEntry",))
SPECIAL_KINDS = frozenset(("DestinationRule", *GRANTS, *POLICIES, *HOSTS, *(kind for kind, _ in monitoring.MONITORS)))
"""The kinds that a reader of their own reads, besides or instead of a line here."""
LINKED_KINDS = frozenset((*REFERRERS, *MAKERS, *SPECIAL_KINDS))
"""The kinds that tell of references."""
