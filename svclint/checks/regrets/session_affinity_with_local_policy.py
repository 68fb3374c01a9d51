"""Session affinity for clients from outside, who reach only the pods of one node."""

from collections.abc import Iterator

from svclint.model.service import ExternalNameService, Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject

_HELP = Note("have the load balancer itself keep clients on a node, or share what a session holds between the pods", voice=Voice.HELP)
_WHY = Note("each node remembers for itself which pod a client had, and with Local it has its own pods to choose from")


def check(service: Service, _: Context) -> Iterator[Finding]:
    """Report the affinity where traffic from outside stays on the node that it comes in by."""
    affinity = service.spec.child("sessionAffinity").text()
    policy = service.spec.child("externalTrafficPolicy").text()
    if affinity.value != "ClientIP" or policy.value != "Local":
        return
    if service.stage is None or service.is_headless or isinstance(service, ExternalNameService):
        return  # ignored there, or refused, and another rule says so
    if not service.HAS_NODE_PORTS and not any(True for _ in service.spec.child("externalIPs").items()):
        return
    yield Finding(
        affinity,
        "sessionAffinity holds within one node only: externalTrafficPolicy is Local",
        notes=(Note("traffic from outside stays on its node", policy.place), _HELP, _WHY),
        label="lost when a client comes in by another node",
    )


RULE = Rule(
    name="session-affinity-with-local-policy",
    code="SVC708",
    summary="session affinity that ends at the node by which a client comes in",
    category=Category.ADVICE,
    subject=Subject.SERVICE,
    check=check,
)
