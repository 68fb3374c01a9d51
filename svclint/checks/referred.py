"""What the rules of references say of a reference and of the Service it leads to."""

from collections.abc import Iterator

from svclint.checks.doubts import doubt_notes, doubts_about
from svclint.model.located import Located
from svclint.model.reference import Reference
from svclint.model.service import Service, ServicePort
from svclint.policy.referrers.path import PortMeans
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.severity import Category
from svclint.source.edit import Edit, Fix, Safety
from svclint.source.place import Place
from svclint.workspace.lacking import Instead, Lacking, find_lacking
from svclint.workspace.leftbehind import was_left_behind
from svclint.workspace.reliance import Reliance

_SERVER = frozenset(("ValidatingWebhookConfiguration", "MutatingWebhookConfiguration", "CustomResourceDefinition", "APIService"))


def is_of_server(reference: Reference) -> bool:
    """Whether it is the API server that calls the Service: its rule is webhook-service-port-missing."""
    return reference.source.kind in _SERVER


def name_place(service: Service) -> Place:
    """Where the name of a Service stands."""
    return service.root.child("metadata").child("name").text().place


def lacking_findings(reliance: Reliance, context: Context, dialled: str) -> Iterator[Finding]:
    """The finding where every Service that may be meant lacks the port, unless an edit is to blame. `dialled` as below."""
    lacking = find_lacking(reliance)
    if lacking and not was_left_behind(reliance, context.workspace):
        yield _lacking_finding(reliance, lacking, dialled)


def _lacking_finding(reliance: Reliance, lacking: Lacking, dialled: str) -> Finding:
    """The finding about a port that a Service lacks. `dialled` says who uses the port, and as what."""
    port = reliance.reference.port
    assert port is not None
    service = lacking.services[0]
    doubts = doubts_about(reliance, reliance.found.scope)
    fix = None if doubts else _fix(reliance, port, lacking)
    notes = [_there(service, port, lacking)]
    if not reliance.found.is_close:
        notes.append(Note("the Service is not close by, and may be another one than is meant: so this is a warning, not an error"))
    if not fix:
        notes.append(_advice(service, reliance, port, lacking, dialled))
    wanted = f"port {port.value}" if isinstance(port.value, int) else f'port named "{port.value}"'
    protocol = f"{reliance.reference.protocol} " if reliance.reference.protocol else ""
    return Finding(
        port,
        f"{service.title} has no {protocol}{wanted}",
        (service.name, str(port.value)),
        label="no such port" if port.written else f"means {wanted}, which is no port of it",
        notes=(*notes, *doubt_notes(doubts, "an error", "a warning")),
        fix=fix,
        category=None if reliance.found.is_close else Category.HAZARD,
        lowered=bool(doubts),
    )


def _there(service: Service, port: Located[int | str], lacking: Lacking) -> Note:
    """What the Service has: the port that was meant, else all of them."""
    meant = lacking.meant
    if meant is None:
        ports = ", ".join(map(described, service.ports))
        return Note(f"{service.title} has {ports}", service.ports[0].port.place)
    match lacking.instead:
        case Instead.TARGET_PORT:
            place = meant.port.place if meant.defaulted else meant.target_port.place
            return Note(f"{port.value} is the targetPort of {described(meant)}", place)
        case Instead.NODE_PORT:
            return Note(f"{port.value} is the nodePort of {described(meant)}", meant.node_port.place)
        case Instead.NUMBER:
            return Note(f"this is {described(meant)} by its number, and text is the name of a port", meant.port.place)
        case _:
            return Note(f"{service.title} has {described(meant)}", meant.name.place)


def described(port: ServicePort) -> str:
    """A port for people: port 80 (http)."""
    return f"port {port.port.value} ({port.name.value})" if port.name.value else f"port {port.port.value}"


def _right(reliance: Reliance, port: Located[int | str], meant: ServicePort) -> int | str | None:
    """The value that leads to a port; None where there is none of the type that the reference wants."""
    if reliance.reference.port_means is PortMeans.SERVICE_PORT_NAME:
        return meant.name.value or None
    if isinstance(port.value, str) and meant.name.value:
        return meant.name.value
    return meant.port.value


def _advice(service: Service, reliance: Reliance, port: Located[int | str], lacking: Lacking, dialled: str) -> Note:
    meant = lacking.meant or (service.ports[0] if len(service.ports) == 1 else None)
    right = _right(reliance, port, meant) if meant else None
    how = f"write {right}" if port.written else f"set the port {right}"
    if right is None:
        how = f"use a port of the Service, or add one {'named ' if isinstance(port.value, str) else ''}{port.value} to it"
    return Note(f"{how}: {dialled}", voice=Voice.HELP)


def _fix(reliance: Reliance, port: Located[int | str], lacking: Lacking) -> Fix | None:
    """Write the port that was meant, where the value stands plainly in the file."""
    right = _right(reliance, port, lacking.meant) if lacking.meant else None
    plain = port.place.text.strip("\"'")
    if right is None or not port.written or plain != str(port.value):
        return None
    text = str(right) if isinstance(right, int) else port.place.text.replace(plain, right)
    key = port.path.steps()[-1]
    return Fix(
        f"did you mean `{key}: {text}`?" if isinstance(key, str) else f"did you mean `{text}`?", Safety.UNSAFE, (Edit(port.place, text),)
    )
