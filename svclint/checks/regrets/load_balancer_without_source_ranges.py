"""A load balancer that lets in whoever comes."""

from collections.abc import Iterator

from svclint.model.service import LoadBalancerService, Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject

_HELP = Note("list the clients' networks under loadBalancerSourceRanges, 0.0.0.0/0 if everybody is meant", voice=Voice.HELP)
_RESTRICTIONS = ("internal", "source-ranges", "allowed", "cidrs", "security-group", "address-type")
"""What the providers' annotations for a private or restricted load balancer have in their names."""
_PRIVATE = ("internal", "intranet", "private")


def check(service: Service, _: Context) -> Iterator[Finding]:
    """Report the type where nothing narrows who may come in; a class of its own has means of its own."""
    if not isinstance(service, LoadBalancerService) or service.spec.child("loadBalancerClass").present:
        return
    if any(True for _ in service.spec.child("loadBalancerSourceRanges").items()) or _is_restricted(service):
        return
    yield Finding(service.type, "a load balancer without source ranges lets in every network", notes=(_HELP,), label="open to every client")


def _is_restricted(service: Service) -> bool:
    """Whether an annotation speaks of a private or restricted load balancer, in whichever provider's words."""
    annotations = service.root.at("metadata.annotations")
    for name in annotations.names():
        value = (annotations.entry(name).text().value or "").lower()
        if value in _PRIVATE or (value != "false" and any(word in name.rpartition("/")[2] for word in _RESTRICTIONS)):
            return True
    return False


RULE = Rule(
    name="load-balancer-without-source-ranges",
    code="SVC710",
    summary="a load balancer that is open to every network",
    category=Category.ADVICE,
    subject=Subject.SERVICE,
    check=check,
)
