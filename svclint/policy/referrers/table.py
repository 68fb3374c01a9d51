"""The lines of all tables, by kind."""

from collections import defaultdict
from typing import TypeVar

from svclint.policy.referrers import core, delivery, gateway, mesh, monitoring, proxies
from svclint.policy.referrers.made import MADE, MadeNames
from svclint.policy.referrers.path import ReferencePath, Spelling

_Line = TypeVar("_Line", ReferencePath, MadeNames)


def _by_kind(lines: tuple[_Line, ...]) -> dict[str, tuple[_Line, ...]]:
    found: dict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        found[line.kind].append(line)
    return {kind: tuple(some) for kind, some in found.items()}


REFERENCES = (*core.LINES, *gateway.LINES, *mesh.LINES, *monitoring.LINES, *proxies.LINES, *delivery.LINES)
REFERRERS = _by_kind(REFERENCES)
MAKERS = _by_kind(MADE)
_SPECIAL = (
    ("DestinationRule", "networking.istio.io"),
    ("ServiceEntry", "networking.istio.io"),
    ("ReferenceGrant", "gateway.networking.k8s.io"),
    ("NetworkPolicy", "networking.k8s.io"),
    ("NetworkPolicy", "extensions"),
    *monitoring.MONITORS,
)
SPECIAL_KINDS = frozenset(kind for kind, _ in _SPECIAL)
"""The kinds that a reader of their own reads, besides or instead of a line here; they have no pods."""
LINKED_KINDS = frozenset((*REFERRERS, *MAKERS, *SPECIAL_KINDS))
"""The kinds that tell of references."""
TEXT_KINDS = frozenset(
    kind
    for kind, lines in REFERRERS.items()
    if kind not in MAKERS and kind not in SPECIAL_KINDS and all(line.spelling is Spelling.TEXT for line in lines)
)
"""The kinds of which only host names are read."""


def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in REFERENCES:
        found[line.kind].update(line.groups)
    for kind, group in (*_SPECIAL, *((line.kind, line.group) for line in MADE)):
        found[kind].add(group)
    return {kind: frozenset(groups) for kind, groups in found.items()}


GROUPS = _groups()
"""The API groups of each linked kind, "" for the core group."""
