"""The life cycle of a Service: which type may become which. Data; the default table is design.md's §7."""

from collections.abc import Iterator
from enum import Enum
from typing import TypeAlias

from svclint.record import NamedTuple


class Stage(Enum):
    """A state in the life cycle: the Service types, headless apart, and the two ends."""

    CREATED = "(created)"
    CLUSTER_IP = "ClusterIP"
    HEADLESS = "headless"
    NODE_PORT = "NodePort"
    LOAD_BALANCER = "LoadBalancer"
    EXTERNAL_NAME = "ExternalName"
    DELETED = "(deleted)"


class Verdict(Enum):
    """What an edge of the life cycle means."""

    OK = "ok"
    """Nobody loses anything."""
    ILLEGAL = "illegal"
    """The API server accepts it, and somebody loses service."""
    REJECTED = "rejected"
    """The API server refuses it: other rules say so, and no setting can allow it."""
    NO_EFFECT = "no effect"
    """The API server accepts it and changes nothing."""


Edge: TypeAlias = tuple[Stage, Stage]
"""Going from one stage to another."""
_S, _V = Stage, Verdict
_OK, _ILL, _REJ, _NOP = _V.OK, _V.ILLEGAL, _V.REJECTED, _V.NO_EFFECT
TARGETS = (_S.CLUSTER_IP, _S.HEADLESS, _S.NODE_PORT, _S.LOAD_BALANCER, _S.EXTERNAL_NAME, _S.DELETED)
"""What a Service can become: the columns of the table."""
_ROWS = {
    _S.CREATED: (_OK, _OK, _OK, _OK, _OK, _OK),
    _S.CLUSTER_IP: (_OK, _REJ, _OK, _OK, _ILL, _OK),
    _S.HEADLESS: (_NOP, _OK, _REJ, _REJ, _ILL, _OK),
    _S.NODE_PORT: (_ILL, _REJ, _OK, _OK, _ILL, _OK),
    _S.LOAD_BALANCER: (_ILL, _REJ, _ILL, _OK, _ILL, _OK),
    _S.EXTERNAL_NAME: (_OK, _OK, _OK, _OK, _OK, _OK),
}
SOURCES = tuple(_ROWS)
"""What a Service can come from: the rows of the table."""
DEFAULT_EDGES: dict[Edge, Verdict] = {
    (before, after): verdict for before, row in _ROWS.items() for after, verdict in zip(TARGETS, row, strict=True)
}


def edges() -> Iterator[Edge]:
    """Every edge that somebody can take, row by row: staying is none, and a Service has a type before it is deleted."""
    for edge in DEFAULT_EDGES:
        if edge[0] is not edge[1] and edge != (Stage.CREATED, Stage.DELETED):
            yield edge


class LifeCycle(NamedTuple):
    """The table in force: the default one with the settings' edges laid over it.

    `changed` has only the edges that settings allow (OK) or forbid (ILLEGAL).
    """

    changed: tuple[tuple[Edge, Verdict], ...] = ()

    def verdict(self, before: Stage, after: Stage) -> Verdict:
        """What going from one stage to another means; staying is always OK."""
        if before is after:
            return Verdict.OK
        return dict(self.changed).get((before, after)) or DEFAULT_EDGES[before, after]

    def is_configured(self, before: Stage, after: Stage) -> bool:
        """Whether the settings, not the default table, decide this edge."""
        return (before, after) in dict(self.changed)
