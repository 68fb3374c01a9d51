"""Ports with one number, of which kubectl apply loses or forgets one when they change."""

from collections import Counter
from collections.abc import Iterator

from svclint.apiserver.change import Change
from svclint.apiserver.data import Object, number, text
from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.model.service import Service, ServicePort
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.transitions import Transition

_INSTEAD = Note("apply this edit with `kubectl apply --server-side`, or with `kubectl replace`", voice=Voice.HELP)
_SET = Note('where it reaches the cluster so already, say so in the settings: `apply = "server-side-apply"`', voice=Voice.HELP)
_WHY = Note("client-side apply and Helm 3 tell ports apart by number alone, whatever the protocol (kubernetes/kubernetes#39188)")
_SETTLED = (Cause.PORT_REPEATED, Cause.PORT_NUMBER, Cause.PROTOCOL, Cause.PORT_NAME_REPEATED)
"""What is refused in any case, however it is applied."""


def check(transition: Transition, context: Context) -> Iterator[Finding]:
    """Report each number once, at the first port that does not come out as it is written."""
    before, after = transition
    if before is None or after is None or transition.how != "apply":
        return
    numbers = _shared(before) | _shared(after)
    verdict = transition.update(context.settings.cluster, context.settings.kubernetes_version) if numbers else None
    if verdict is None or verdict.change is None or not verdict.change.is_known or verdict.caused_by(*_SETTLED):
        return
    told: set[int] = set()
    for port in after.ports:
        if port.port.value in numbers - told:
            finding = _judged(transition, port, verdict, verdict.change)
            if finding:
                told.add(port.port.value or 0)
                yield finding


def _shared(service: Service) -> set[int]:
    """The numbers that stand at several ports, each time for another protocol: the rest is port-repeated's."""
    numbers = Counter(port.port.value for port in service.ports)
    pairs = Counter((port.port.value, port.protocol.value) for port in service.ports)
    repeated = {value for (value, _), times in pairs.items() if times > 1}
    return {value for value, times in numbers.items() if value and times > 1 and value not in repeated}


def _judged(transition: Transition, port: ServicePort, verdict: Verdict, change: Change) -> Finding | None:
    _, after = transition
    assert after is not None
    found = [one for one in change.ports()[1] if number(one, "port") == port.port.value]
    same = [one for one in found if (text(one, "protocol") or "TCP") == port.protocol.value]
    if same:
        field = _stale(port, same[0])
        return _kept(transition, port, field, same[0]) if field else None
    refused = verdict.caused_by(Cause.PORTS_MISSING)
    message = f"port {port.port.value} for {port.protocol.value} of {after.title} is lost when this is applied"
    if refused:
        message = f"kubectl apply takes every port {port.port.value} of {after.title} away, and then there is none"
    rest = ", ".join(f"for {text(one, 'protocol') or 'TCP'}" for one in found)
    label = f"what comes out of the merge is only the one {rest}" if rest else "deleted with the other one: it has the same number"
    return Finding(
        port.port,
        message,
        (after.title, str(port.port.value), str(port.protocol.value)),
        refused[0].reason.value if refused else "",
        (*_other(transition, port), _INSTEAD, _SET, _WHY, *(_no_port() if refused else ())),
        category=Category.REJECTED if refused else None,
        label=label,
    )


def _no_port() -> Iterator[Note]:
    yield Note("the API server refuses a Service without a port, so nothing is changed")


def _stale(port: ServicePort, stored: Object) -> str:
    """The first field that the server has not as the manifest has it; empty for none."""
    if port.target_port.value is not None and stored.get("targetPort") != port.target_port.value:
        return "targetPort"
    if port.name.value is not None and text(stored, "name") != port.name.value:
        return "name"
    return "nodePort" if port.node_port.value and number(stored, "nodePort") != port.node_port.value else ""


def _kept(transition: Transition, port: ServicePort, field: str, stored: Object) -> Finding:
    _, after = transition
    assert after is not None
    at = {"targetPort": port.target_port, "name": port.name, "nodePort": port.node_port}[field]
    has = stored.get(field)
    return Finding(
        at,
        f"port {port.port.value} for {port.protocol.value} of {after.title} is left with {field} {has} when this is applied",
        (after.title, str(port.port.value), str(port.protocol.value), field),
        notes=(*_other(transition, port), _INSTEAD, _SET, _WHY),
        label=f"the merge gives {at.value} to the other port {port.port.value}, or to none",
    )


def _other(transition: Transition, port: ServicePort) -> Iterator[Note]:
    """The port of the same number: beside it, or, where that is deleted, the one before."""
    for service in (transition.after, transition.before):
        for other in service.ports if service else ():
            if other.port.value == port.port.value and other.protocol.value != port.protocol.value:
                was = "" if service is transition.after else ", before"
                yield Note(f"the same number for {other.protocol.value}{was}", other.port.place)
                return


RULE = Rule(
    name="port-lost-in-merge",
    code="SVC514",
    summary="one of two ports with one number is lost or forgotten when kubectl applies the edit",
    category=Category.HAZARD,
    subject=Subject.TRANSITION,
    check=check,
    needs=Needs.BASE,
    options=("apply", "default-namespace"),
)
