"""A DNS port over one protocol."""

from collections.abc import Iterator

from svclint.model.service import ExternalNameService, Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject

_DNS = 53
_WHY = {
    "TCP": "answers that do not fit into one UDP packet, and zone transfers, go over TCP (RFC 7766)",
    "UDP": "clients ask over UDP first",
}


def check(service: Service, _: Context) -> Iterator[Finding]:
    """Report port 53 where it is there for TCP alone, or for UDP alone."""
    ports = [port for port in service.ports if port.port.value == _DNS]
    missing = sorted(set(_WHY).difference(str(port.protocol.value) for port in ports))
    if len(missing) != 1 or isinstance(service, ExternalNameService):
        return
    (other,) = missing
    here = next(iter(set(_WHY).difference(missing)))
    at = next(port.port for port in ports if port.protocol.value == here)
    help_ = Note(f"add an entry for port {_DNS} with `protocol: {other}`, if the pods answer there", voice=Voice.HELP)
    yield Finding(at, f"port {_DNS} is open for {here} only", (here,), notes=(help_, Note(_WHY[other])), label=f"DNS needs {other} as well")


RULE = Rule(
    name="dns-without-both-protocols",
    code="SVC709",
    summary="port 53 over TCP alone, or over UDP alone",
    category=Category.ADVICE,
    subject=Subject.SERVICE,
    check=check,
)
