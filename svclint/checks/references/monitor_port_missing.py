"""An endpoint of a ServiceMonitor whose port none of the Services that it selects has."""

from collections.abc import Iterator, Sequence

from svclint.checks.doubts import Doubts, doubt_notes
from svclint.model.located import Located
from svclint.model.service import ExternalNameService, Service, ServicePort
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Edit, Fix, Safety
from svclint.source.nearest import nearest
from svclint.workspace.watching import Watching


def check(watching: Watching, _: Context) -> Iterator[Finding]:
    """Report each name that no selected Service has, neither close by nor farther away."""
    monitor, found = watching.monitor, watching.found
    if not monitor.selector.complete or not found.is_close or watching.standing.is_patched(monitor):
        return
    if any(isinstance(one, ExternalNameService) or any(port.name.value is None for port in one.ports) for one in watching.matches):
        return
    known = {port.name.value for one in watching.matches for port in one.ports}
    doubts = Doubts(watching.standing.unread_around(monitor, found.scope), watching.home.unapplied)
    for endpoint in monitor.endpoints:
        if endpoint.port and endpoint.port.value not in known:
            yield _finding(endpoint.port, found.services, doubts)


def _finding(at: Located[str], services: Sequence[Service], doubts: Doubts) -> Finding:
    service = services[0]
    meant = _meant(at.value, service.ports)
    fix = None
    if meant and meant.name.value and at.written and not doubts and len(services) == 1:
        fix = Fix(f"did you mean `port: {meant.name.value}`?", Safety.UNSAFE, (Edit(at.place, meant.name.value),))
    titles = service.title if len(services) == 1 else f"{service.title}, nor in {len(services) - 1} more"
    return Finding(
        at,
        f'no port is named "{at.value}" in {titles}',
        (at.value,),
        label="scrapes nothing",
        notes=(
            _there(service, meant, at.value),
            *(() if fix else (Note(_advice(service, meant), voice=Voice.HELP),)),
            *doubt_notes(doubts, "an error", "a warning"),
        ),
        fix=fix,
        lowered=bool(doubts),
    )


def _meant(name: str, ports: Sequence[ServicePort]) -> ServicePort | None:
    """The port that was probably meant: by its number, by the name of the container's port, by a name that is like it."""
    values = [(str(port.port.value), port) for port in ports] + [(str(port.target_port.value), port) for port in ports]
    for value, port in values:
        if value == name:
            return port
    close = nearest(name, (port.name.value for port in ports if port.name.value))
    return next((port for port in ports if close and port.name.value == close), None)


def _there(service: Service, meant: ServicePort | None, name: str) -> Note:
    if meant:
        called = f'is named "{meant.name.value}"' if meant.name.value else "has no name"
        if str(meant.port.value) == name:
            return Note(f"the port {name} of {service.title} {called}; a monitor wants the name", meant.port.place)
        if meant.target_port.value == name:
            return Note(f"{name} is the container's port; the Service's own, {meant.port.value}, {called}", meant.target_port.place)
        return Note(f"the port {meant.port.value} of {service.title} {called}", meant.name.place)
    names = ", ".join(port.name.value for port in service.ports if port.name.value)
    return Note(f"{service.title} has {names or 'no port with a name'}", service.place)


def _advice(service: Service, meant: ServicePort | None) -> str:
    named = [port for port in service.ports if port.name.value]
    if meant and meant.name.value:
        return f"write `port: {meant.name.value}`"
    if named:
        return "use one of these names, or add the port to the Service"
    return f"give the port a name in {service.title}, or write `targetPort` with the container's port here"


RULE = Rule(
    name="monitor-port-missing",
    code="SVC607",
    summary="a port of a monitor that none of the Services that it selects has",
    category=Category.BROKEN,
    subject=Subject.WATCHING,
    check=check,
    needs=Needs.WORKSPACE,
    fixes="unsafe",
    options=("default-namespace",),
)
