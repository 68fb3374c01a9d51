"""One port number under two protocols, which kubectl cannot tell apart."""

from collections.abc import Iterator

from svclint.model.service import Service, ServicePort
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject

_HELP = Note("change these ports with `kubectl apply --server-side` or `kubectl replace`", voice=Voice.HELP)
_WHY = Note("client-side apply and Helm 3 may lose one of the two when either changes (kubernetes/kubernetes#39188)")


def check(service: Service, _: Context) -> Iterator[Finding]:
    """Report each further protocol of a number, beside the first."""
    first: dict[int, ServicePort] = {}
    for port in service.ports:
        number = port.port.value
        if not number or not port.protocol.value:
            continue
        other = first.setdefault(number, port)
        if other.protocol.value != port.protocol.value:
            yield Finding(
                port.port,
                f"port {number} is listed for {other.protocol.value} and again for {port.protocol.value}",
                (str(number), port.protocol.value),
                notes=(Note(f"for {other.protocol.value}", other.port.place), _HELP, _WHY),
                label="kubectl tells ports apart by number alone",
            )


RULE = Rule(
    name="two-protocols-one-port",
    code="SVC712",
    summary="one port number under two protocols, of which an apply can lose one",
    category=Category.ADVICE,
    subject=Subject.SERVICE,
    check=check,
)
