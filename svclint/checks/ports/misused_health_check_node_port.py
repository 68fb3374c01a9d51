"""A port for health checks on a Service that has no health checks."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.checks.leftover import leftover_note
from svclint.model.service import Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report the number where it has no use; one out of range is node-port-out-of-range's."""
    service = verdict.service
    policy = service.spec.child("externalTrafficPolicy")
    balanced, local = service.TYPE == "LoadBalancer", policy.text().value == "Local"
    for error in verdict.caused_by(Cause.HEALTH_CHECK_NODE_PORT):
        if balanced and local:
            continue
        lacking = "externalTrafficPolicy Local" if balanced else "type LoadBalancer"
        yield Finding(
            error.at,
            f"healthCheckNodePort {error.at.value} on a Service without {lacking}",
            (str(error.at.value), lacking),
            reason=error.reason.value,
            label="nothing would answer on this port",
            notes=(*_places(service), *_helps(balanced=balanced), *leftover_note(verdict, error)),
        )


def _places(service: Service) -> Iterator[Note]:
    for field in (service.spec.child("type"), service.spec.child("externalTrafficPolicy")):
        value = field.text().value
        wanted = "LoadBalancer" if field.path.step == "type" else "Local"
        if field.present and value and value != wanted:
            yield Note(f"this would have to be {wanted}", field.place)


def _helps(*, balanced: bool) -> Iterator[Note]:
    yield Note("remove healthCheckNodePort", voice=Voice.HELP)
    if balanced:
        yield Note("or set `externalTrafficPolicy: Local`, if only nodes with a pod are to get traffic", voice=Voice.HELP)
    yield Note("the port tells a load balancer which nodes have a pod: it exists for type LoadBalancer with externalTrafficPolicy Local")


RULE = Rule(
    name="misused-health-check-node-port",
    code="SVC213",
    summary="a healthCheckNodePort where nothing is checked",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
