"""What Services select, as text: a block for each, its lines aligned."""

from collections.abc import Iterator, Sequence

from svclint.output import show_ports, show_words
from svclint.output.aligned import Cell, aligned
from svclint.output.colour import BOLD, GUTTER, SEVERITY, Paint
from svclint.output.escape import escape
from svclint.rule.severity import Severity
from svclint.rule.showing import Showing
from svclint.source.place import Place
from svclint.workspace.shown import ShownObject, ShownReferrer, ShownService, ShownWorkload

_LABEL = 10


def render(showing: Showing, *, colour: bool = False) -> str:
    """A block for each Service, a blank line between two of them; the empty string where there is none."""
    paint = Paint(on=colour)
    return "\n".join("".join(f"{line}\n" for line in _block(service, paint)) for service in showing.services)


def _block(service: ShownService, paint: Paint) -> Iterator[str]:
    """The lines of a Service: who it is, then a section for each thing to say."""
    yield _head(service, paint)
    yield from _section("in", [[Cell(home.title)] for home in service.homes], paint)
    yield from _section("selector", _selector(service), paint)
    yield from _section("selects", _selects(service), paint)
    yield from _section("ports", show_ports.rows(service), paint)
    yield from _section("used by", [_referrer(one, service) for one in service.referrers], paint)
    yield from _section("note", [[Cell(text)] for text in show_words.notes(service)], paint)


def _section(label: str, rows: Sequence[Sequence[Cell]], paint: Paint) -> Iterator[str]:
    for number, line in enumerate(aligned(rows, paint)):
        title = label if number == 0 else ""
        yield f"  {paint(GUTTER, title)}{' ' * (_LABEL - len(title))}{line}"


def _head(service: ShownService, paint: Paint) -> str:
    name = f"{service.object.namespace}/{service.object.name}" if service.object.namespace else service.object.name or "(unnamed)"
    kind = escape(service.type) + (", headless" if service.headless else "")
    return f"{paint(BOLD, escape(name))}  {kind}  {escape(_where(service.object.place))}"


def _where(place: Place) -> str:
    return f"{place.file.path}:{place.span.start.line}"


def _selector(service: ShownService) -> list[list[Cell]]:
    return [[Cell(", ".join(f"{key}={value}" for key, value in service.selector))]] if service.selector else []


def _selects(service: ShownService) -> list[list[Cell]]:
    if service.why is None:
        return [_workload(one, service) for one in service.workloads]
    style = SEVERITY[Severity.WARNING] if show_words.is_suspicious(service.why) else ""
    first = [Cell(show_words.nothing(service), style), Cell(_where(service.miss.place) if service.miss else "")]
    return [first, *([*_object(one), Cell(f"namespace {one.namespace or 'not set'}")] for one in service.elsewhere)]


def _object(one: ShownObject) -> list[Cell]:
    return [Cell(one.title), Cell(_where(one.place))]


def _referrer(one: ShownReferrer, service: ShownService) -> list[Cell]:
    port = Cell("" if one.port is None else f"port {one.port}")
    lost = Cell("no such port", SEVERITY[Severity.ERROR]) if one.is_lost else Cell()
    return [Cell(one.object.title), Cell(_where(one.place)), Cell(show_words.closeness(one.scope, service.homes)), port, lost]


def _workload(one: ShownWorkload, service: ShownService) -> list[Cell]:
    possible = Cell("possible: only a running pod has these labels", SEVERITY[Severity.INFO]) if one.possible else Cell()
    return [*_object(one.object), Cell(show_words.distance(one, service.homes)), Cell(show_words.pods(one)), possible]
