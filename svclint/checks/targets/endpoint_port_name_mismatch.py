"""A port of a Service without a selector that none of the endpoints written for it has: they are paired by name and protocol."""

from collections.abc import Iterator, Sequence

from svclint.checks.doubts import Doubts, doubt_notes, doubts_about
from svclint.model.endpoints import EndpointPort, Endpoints
from svclint.model.located import Located
from svclint.model.service import ExternalNameService, Service, ServicePort
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.nearest import nearest
from svclint.workspace.wiring import Wiring

_PROTOCOLS = frozenset(("TCP", "UDP", "SCTP"))


def check(wiring: Wiring, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - all that it reads is in the wiring
    """Report each port that no endpoint written close by has under its name and protocol."""
    service, backing = wiring.service, wiring.backing
    if not _is_by_hand(service) or not backing.is_close or any(one.is_managed for one in backing.endpoints):
        return
    ports = [(one, port) for one in backing.endpoints for port in one.ports]
    wanted = {(port.name.value, port.protocol.value) for port in service.ports}
    known = {(port.name.value, port.protocol.value) for _, port in ports}
    free = [(one, port) for one, port in ports if (port.name.value, port.protocol.value) not in wanted]
    doubts = doubts_about(wiring, backing.scope)
    for port in service.ports if ports else ():
        name, protocol = port.name.value, port.protocol.value
        is_judged = name is not None and protocol in _PROTOCOLS and (name or len(service.ports) == 1)
        if is_judged and (name, protocol) not in known:
            yield _mispaired(port, *_meant(port, free), doubts) if free else _unpaired(port, backing.endpoints[0], doubts)


def _is_by_hand(service: Service) -> bool:
    """Whether the endpoints are whoever's who writes them, and a proxy asks for their names: headless ones DNS gives to anybody."""
    return not isinstance(service, ExternalNameService) and not service.is_headless and not service.spec.child("selector").names()


def _mispaired(port: ServicePort, owner: Endpoints, meant: EndpointPort, doubts: Doubts) -> Finding:
    name, protocol = port.name.value or "", port.protocol.value
    place = (meant.name if meant.name.written else meant.number).place
    at = port.protocol if meant.name.value == name and port.protocol.written else None
    if meant.name.value == name:
        help_ = f"set the same protocol in both: `protocol: {meant.protocol.value}` here, or `protocol: {protocol}` in the {owner.kind}"
    elif name:
        help_ = f"set `name: {name}` in the {owner.kind}: ports are paired by name and protocol, whatever their numbers are"
    else:
        help_ = f"set `name: {meant.name.value}` here, or leave it out in the {owner.kind}: ports are paired by name alone"
    return _finding(port, Note(f"{owner.title} has {_described(meant)}", place), help_, doubts, at)


def _unpaired(port: ServicePort, owner: Endpoints, doubts: Doubts) -> Finding:
    name = port.name.value
    known = ", ".join(_described(one) for one in owner.ports)
    return _finding(port, Note(f"{owner.title} has {known}", owner.place), f"add a port `name: {name}` to the {owner.kind}", doubts)


def _finding(port: ServicePort, there: Note, help_: str, doubts: Doubts, at: Located[str | None] | None = None) -> Finding:
    name, protocol = port.name.value or "", port.protocol.value
    return Finding(
        at or (port.name if port.name.written else port.port),
        f'the endpoints of this Service have no {protocol} port named "{name}"'
        if name
        else f"the endpoints have no {protocol} port without a name",
        (name, str(protocol)),
        label="has no endpoint",
        notes=(there, Note(help_, voice=Voice.HELP), *doubt_notes(doubts, "an error", "a warning")),
        lowered=bool(doubts),
    )


def _described(port: EndpointPort) -> str:
    return f"{port.name.value or 'an unnamed port'} ({port.number.value}/{port.protocol.value})"


def _meant(port: ServicePort, free: Sequence[tuple[Endpoints, EndpointPort]]) -> tuple[Endpoints, EndpointPort]:
    """The endpoint's port that was meant: of the same name, of the same number, of a similar name; else the first."""
    name = port.name.value or ""
    similar = nearest(name, [one.name.value for _, one in free if one.name.value]) if name else None
    numbers = (port.target_port.value, port.port.value)
    for is_meant in (
        [one.name.value == name for _, one in free],
        [one.number.value in numbers for _, one in free],
        [similar is not None and one.name.value == similar for _, one in free],
    ):
        if any(is_meant):
            return free[is_meant.index(True)]
    return free[0]


RULE = Rule(
    name="endpoint-port-name-mismatch",
    code="SVC406",
    summary="a port that the endpoints written for a Service have under another name",
    category=Category.BROKEN,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
)
