"""One number and protocol for two ports of a Service."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.syntax import is_port_number
from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.model.service import ServicePort
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report the later entry of each pair; a number that is none is invalid-port-number's."""
    for error in verdict.caused_by(Cause.PORT_REPEATED):
        port = _entry(verdict, error.at.path.steps())
        if port is not None and is_port_number(port.port.value or 0):
            yield _finding(error, port, _entry(verdict, error.other.path.steps()) if error.other else None)


def _entry(verdict: Verdict, steps: list[str | int]) -> ServicePort | None:
    index = steps[2]
    return verdict.service.ports[index] if isinstance(index, int) and index < len(verdict.service.ports) else None


def _finding(error: LocatedError, port: ServicePort, first: ServicePort | None) -> Finding:
    number, protocol = port.port.value, port.protocol.value or "TCP"
    notes = [Note("first given here", first.port.place)] if first else []
    if port.node_port.value and first and first.node_port.value not in (0, port.node_port.value):
        notes.append(Note("a port has one node port: for a second one make a second Service with this selector", voice=Voice.HELP))
    elif first and first.target_port.value == port.target_port.value:
        notes.append(Note("remove one of the two entries: they say the same", voice=Voice.HELP))
    else:
        notes.append(Note("give this entry another `port`: a client's connection can go to one target only", voice=Voice.HELP))
    return Finding(
        error.at,
        f"port {number}/{protocol} is given twice in this Service",
        (str(number), protocol),
        reason=error.reason.value,
        label="already given above",
        notes=tuple(notes),
    )


RULE = Rule(
    name="port-repeated",
    code="SVC209",
    summary="one Service has the same port and protocol twice",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
