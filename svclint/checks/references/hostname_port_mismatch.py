"""A host name of a Service with a port that the Service has not: in what programs are told of each other."""

from collections.abc import Iterator

from svclint.checks.doubts import doubt_notes, doubts_about
from svclint.checks.referred import described
from svclint.model.service import Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.dialled import find_undialled
from svclint.workspace.reliance import Reliance


def check(reliance: Reliance, context: Context) -> Iterator[Finding]:
    """Report the port where the Service of that host name exists and lacks it."""
    services = find_undialled(reliance, context.workspace)
    port = reliance.reference.port
    if not services or port is None:
        return
    service = services[0]
    doubts = doubts_about(reliance, reliance.found.scope)
    wanted = f"port {port.value}" if isinstance(port.value, int) else f'port named "{port.value}"'
    implied = "" if port.written else ", which the scheme implies"
    yield Finding(
        port,
        f"{service.title} has no {wanted}{implied}",
        (service.name, str(port.value)),
        label="nothing answers at this port",
        notes=(
            Note(_there(service, port.value), service.ports[0].port.place),
            Note(_advice(service), voice=Voice.HELP),
            *doubt_notes(doubts, "a warning", "advice"),
        ),
        lowered=bool(doubts),
    )


def _there(service: Service, wanted: int | str) -> str:
    for port in service.ports:
        if port.target_port.value == wanted:
            return f"{wanted} is the targetPort of {described(port)} of {service.title}"
    return f"{service.title} has {', '.join(map(described, service.ports))}"


def _advice(service: Service) -> str:
    if len(service.ports) == 1:
        return f"use port {service.ports[0].port.value}, or add the port to the Service"
    return "use one of the Service's ports, or add the port to the Service"


RULE = Rule(
    name="hostname-port-mismatch",
    code="SVC610",
    summary="a host name of a Service, in env, arguments or a ConfigMap, with a port that it has not",
    category=Category.HAZARD,
    subject=Subject.RELIANCE,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
)
