"""A port of a Service without a selector that none of the endpoints written for it has: they are paired by name and protocol."""

from collections.abc import Iterator, Sequence

from svclint.checks.doubts import Doubts, doubt_notes, doubts_about
from svclint.model.endpoints import EndpointPort, Endpoints
from svclint.model.service import ExternalNameService, Service, ServicePort
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.source.nearest import nearest
from svclint.workspace.wiring import Wiring

_PROTOCOLS = frozenset(("TCP", "UDP", "SCTP"))


def check(wiring: Wiring, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - all that it reads is in the wiring
    """Report each port that no endpoint written close by has under its name and protocol."""
    service, backing = wiring.service, wiring.backing
    if not _is_by_hand(service) or not backing.is_close or any(one.is_managed for one in backing.endpoints):
        return
    ports = [(one, port) for one in backing.endpoints for port in one.ports]
    known = {(port.name.value, port.protocol.value) for _, port in ports}
    doubts = doubts_about(wiring, backing.scope)
    for port in service.ports if ports else ():
        name, protocol = port.name.value, port.protocol.value
        is_judged = name is not None and protocol in _PROTOCOLS and (name or len(service.ports) == 1)
        if is_judged and (name, protocol) not in known:
            yield _finding(port, ports, doubts)


def _is_by_hand(service: Service) -> bool:
    """Whether the endpoints are whoever's who writes them, and a proxy asks for their names: headless ones DNS gives to anybody."""
    return not isinstance(service, ExternalNameService) and not service.is_headless and not service.spec.child("selector").names()


def _finding(port: ServicePort, ports: Sequence[tuple[Endpoints, EndpointPort]], doubts: Doubts) -> Finding:
    name, protocol = port.name.value or "", port.protocol.value
    owner, meant = _meant(port, ports)
    if meant.name.value == name:
        called = f'port "{name}"' if name else "the unnamed port"
        message, at = f"the endpoints have {called} for {meant.protocol.value}, not for {protocol}", port.protocol
        help_ = f"set the same protocol in both: `protocol: {meant.protocol.value}` here, or `protocol: {protocol}` in the {owner.kind}"
    else:
        called = f'named "{name}"' if name else "without a name"
        message, at = f"the endpoints of this Service have no port {called}", port.name
        where = f"`name: {name}`" if name else "no name"
        help_ = f"give the port {where} in the {owner.kind}: a name there must be the Service's own, whatever the numbers are"
    return Finding(
        at if at.written else port.port,
        message,
        (name, str(protocol)),
        label="has no endpoint",
        notes=(
            Note(f"{owner.title} has {_described(meant)}", (meant.name if meant.name.written else meant.number).place),
            Note(help_, voice=Voice.HELP),
            *doubt_notes(doubts, "an error", "a warning"),
        ),
        lowered=bool(doubts),
    )


def _described(port: EndpointPort) -> str:
    return f"{port.name.value or 'an unnamed port'} ({port.number.value}/{port.protocol.value})"


def _meant(port: ServicePort, ports: Sequence[tuple[Endpoints, EndpointPort]]) -> tuple[Endpoints, EndpointPort]:
    """The endpoint's port that was meant: of the same name, of a similar one, of the same number; else the first."""
    name = port.name.value or ""
    similar = nearest(name, [one.name.value for _, one in ports if one.name.value]) if name else None
    number = port.target_port.value
    for is_wanted in (
        [one.name.value == name for _, one in ports],
        [similar is not None and one.name.value == similar for _, one in ports],
        [one.number.value == number for _, one in ports],
    ):
        if any(is_wanted):
            return ports[is_wanted.index(True)]
    return ports[0]


RULE = Rule(
    name="endpoint-port-name-mismatch",
    code="SVC406",
    summary="a port that the endpoints written for a Service have under another name",
    category=Category.BROKEN,
    subject=Wiring,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
)
