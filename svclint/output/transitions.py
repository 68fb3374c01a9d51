"""The life cycle in force, as a table, as a Mermaid state diagram, and as JSON; docs/life-cycle.md describes all three."""

from collections.abc import Iterator, Mapping

from svclint.output.aligned import Cell, aligned
from svclint.output.colour import BOLD, GUTTER, SEVERITY, Paint
from svclint.policy.lifecycle import DEFAULT_EDGES, SOURCES, TARGETS, Edge, LifeCycle, Stage, Verdict, edges
from svclint.rule.severity import Severity

VERSION = 1
"""Of the JSON's shape: it is raised where a key changes its meaning or goes; new keys are compatible."""

_MARK = "*"
_STYLES = {
    Verdict.OK: "",
    Verdict.ILLEGAL: SEVERITY[Severity.ERROR],
    Verdict.REJECTED: SEVERITY[Severity.WARNING],
    Verdict.NO_EFFECT: SEVERITY[Severity.INFO],
}
_MEANINGS = {
    Verdict.OK: "legal: svclint says nothing of it",
    Verdict.ILLEGAL: "illegal-type-transition reports it: the API server accepts it and somebody loses service, or the settings forbid it",
    Verdict.REJECTED: "the API server refuses it, whatever the settings say",
    Verdict.NO_EFFECT: "the API server accepts the edit, and the Service stays what it was",
}


def table(lifecycle: LifeCycle, places: Mapping[Edge, str], *, colour: bool = False) -> str:
    """The table, and below it what its words mean; `places` says where the settings speak of an edge, which marks it."""
    paint = Paint(on=colour)
    lines = aligned([_heading(), *(_row(before, lifecycle, places) for before in SOURCES)], paint)
    legend = [[Cell(verdict.value, _STYLES[verdict] or BOLD), Cell(_MEANINGS[verdict])] for verdict in Verdict]
    if places:
        legend.append([Cell(_MARK, BOLD), Cell("the settings speak of it:")])
    lines += ["", *aligned(legend, paint)]
    lines += (f"  {line}" for line in aligned([_setting(edge, lifecycle, places[edge]) for edge in edges() if edge in places], paint))
    return "".join(f"{line}\n" for line in lines)


def mermaid(lifecycle: LifeCycle) -> str:
    """The edges that are ok, as the source of a state diagram; those that the settings allow are labelled.

    The others would hide what the diagram is for: the ways that a Service may go.
    """
    legal = [edge for edge in edges() if lifecycle.verdict(*edge) is Verdict.OK]
    drawn = {stage for edge in legal for stage in edge}
    lonely = (stage.value for stage in SOURCES if stage is not Stage.CREATED and stage not in drawn)
    return "".join(f"{line}\n" for line in ("stateDiagram-v2", *(f"    {line}" for line in (*map(_arrow, legal), *lonely))))


def as_json(lifecycle: LifeCycle, places: Mapping[Edge, str]) -> str:
    """One object with every edge, row by row."""
    import json  # noqa: PLC0415 - only for this format

    found = [
        {
            "from": edge[0].value,
            "to": edge[1].value,
            "verdict": lifecycle.verdict(*edge).value,
            "default": DEFAULT_EDGES[edge].value,
            "set_at": places.get(edge),
        }
        for edge in edges()
    ]
    return json.dumps({"version": VERSION, "stages": [stage.value for stage in Stage], "edges": found}, indent=2, ensure_ascii=False) + "\n"


def _heading() -> list[Cell]:
    return [Cell("from \\ to"), *(Cell(stage.value, GUTTER) for stage in TARGETS)]


def _row(before: Stage, lifecycle: LifeCycle, places: Mapping[Edge, str]) -> list[Cell]:
    return [Cell(before.value, GUTTER), *_cells(before, lifecycle, places)]


def _cells(before: Stage, lifecycle: LifeCycle, places: Mapping[Edge, str]) -> Iterator[Cell]:
    real = frozenset(edges())
    for after in TARGETS:
        if (before, after) in real:
            verdict = lifecycle.verdict(before, after)
            yield Cell(verdict.value + _MARK * ((before, after) in places), _STYLES[verdict])
        else:
            yield Cell("–" if before is after else "")  # noqa: RUF001 - a dash, as in every table


def _setting(edge: Edge, lifecycle: LifeCycle, place: str) -> list[Cell]:
    """A line for an edge that the settings speak of: what it is, what it would be without them, where they do."""
    verdict, default = lifecycle.verdict(*edge), DEFAULT_EDGES[edge]
    said = "as by default" if verdict is default else f"by default {default.value}"
    return [Cell(" -> ".join(stage.value for stage in edge)), Cell(verdict.value, _STYLES[verdict]), Cell(said), Cell(place)]


def _arrow(edge: Edge) -> str:
    """A legal edge as Mermaid writes it; one that is not legal by default says so."""
    label = "" if DEFAULT_EDGES[edge] is Verdict.OK else ": allowed by the settings"
    return " --> ".join(map(_state, edge)) + label


def _state(stage: Stage) -> str:
    """A stage as Mermaid calls it: both ends are [*]."""
    return "[*]" if stage in (Stage.CREATED, Stage.DELETED) else stage.value
