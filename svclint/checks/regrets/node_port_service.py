"""A Service of type NodePort."""

from collections.abc import Iterator

from svclint.model.service import NodePortService, Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject

_HELP = Note("put an Ingress, a Gateway or a LoadBalancer Service before the pods, and make this one a ClusterIP Service", voice=Voice.HELP)


def check(service: Service, _: Context) -> Iterator[Finding]:
    """Report the type. A LoadBalancer Service has node ports as well, but nobody is meant to dial them."""
    if isinstance(service, NodePortService):
        yield Finding(
            service.type, "a NodePort Service is open on every node of the cluster", notes=(_HELP,), label="reached at every node's address"
        )


RULE = Rule(
    name="node-port-service",
    code="SVC707",
    summary="a Service opens its ports on every node",
    category=Category.ADVICE,
    subject=Subject.SERVICE,
    check=check,
)
