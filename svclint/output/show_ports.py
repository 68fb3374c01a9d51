"""The ports of a Service and where they lead, in rows."""

from collections.abc import Iterator, Sequence

from svclint.output.aligned import Cell
from svclint.output.colour import SEVERITY
from svclint.rule.severity import Severity
from svclint.source.pattern import pattern
from svclint.workspace.shown import Landing, ShownPort, ShownService, ShownWorkload, Way, Why

_PLAIN = pattern(r"[a-z0-9-]*[a-z][a-z0-9-]*\Z")
_MOST = 3
_FOUND = {
    Landing.DECLARED: "{number} ({declared})",
    Landing.UNDECLARED: "{number} (not declared)",
    Landing.OTHER_PROTOCOL: "{number} (declared for {protocol} only)",
    Landing.NOT_DESCRIBED: "{number}",
}
_LOST = {
    Landing.DECLARED: "nothing: {name} has no number ({declared})",
    Landing.OTHER_PROTOCOL: "nothing: {name} is declared for {protocol} only",
    Landing.NO_SUCH_NAME: "nothing: no container port named {name}",
    Landing.INIT_CONTAINER: "nothing: only the init container {container} declares {name}",
    Landing.NOT_DESCRIBED: "the port named {name}",
    Landing.UNREADABLE: "?",
}


def rows(service: ShownService) -> list[list[Cell]]:
    """A row for each port; several where it leads elsewhere in some of the workloads."""
    return [row for port in service.ports for row in _rows(port, service)]


def _rows(port: ShownPort, service: ShownService) -> Iterator[list[Cell]]:
    number = "?" if port.number is None else str(port.number)
    first = [Cell(f"{number}/{port.protocol or '?'}"), Cell(port.name)]
    node_port = Cell("" if port.node_port is None else f"node port {port.node_port or 'chosen by the cluster'}")
    for arrow in _arrows(port, service):
        yield [*first, arrow, node_port]
        first, node_port = [Cell(), Cell()], Cell()


def _arrows(port: ShownPort, service: ShownService) -> list[Cell]:
    """What stands behind the arrow: once where all workloads agree, else once for each way."""
    if service.why is not None:
        return [Cell(_untold(port, service.why))]
    found: dict[tuple[str, bool], list[ShownWorkload]] = {}
    for workload, way in zip(service.workloads, port.ways, strict=True):
        found.setdefault((f"→ {_told(port, way)}", way.is_lost), []).append(workload)
    style = {True: SEVERITY[Severity.ERROR], False: ""}
    if len(found) == 1:
        return [Cell(text, style[lost]) for text, lost in found]
    return [Cell(f"{text} in {_titles(workloads)}", style[lost]) for (text, lost), workloads in found.items()]


def _untold(port: ShownPort, why: Why) -> str:
    if why is Why.EXTERNAL_NAME:
        return ""
    if why is Why.NO_SELECTOR:
        return f"→ the endpoints' port {port.name}" if port.name else "→ the endpoints' port"
    if isinstance(port.target, str):
        return f"→ the port named {_quoted(port.target)}"
    return "→ ?" if port.target is None else f"→ {port.target}"


def _told(port: ShownPort, way: Way) -> str:
    words = (_LOST if way.number is None else _FOUND)[way.landing]
    container = way.container or "(unnamed)"
    declared = f"{way.port_name} in container {container}" if way.port_name else f"container {container}"
    name = _quoted(str(port.target))
    return words.format(number=way.number, name=name, declared=declared, container=container, protocol=way.protocol)


def _quoted(name: str) -> str:
    """A name that could be taken for something else, in quotes."""
    return name if _PLAIN.match(name) else f'"{name}"'


def _titles(workloads: Sequence[ShownWorkload]) -> str:
    titles = [one.object.title for one in workloads]
    more = f" and {len(titles) - _MOST} more" if len(titles) > _MOST else ""
    return ", ".join(titles[:_MOST]) + more
