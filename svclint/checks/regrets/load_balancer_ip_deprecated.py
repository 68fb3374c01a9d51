"""An address for the load balancer in the field that every provider reads in its own way."""

from collections.abc import Iterator

from svclint.model.service import LoadBalancerService, Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject

_HELP = Note("ask for the address with the annotation of your load balancer, and remove loadBalancerIP", voice=Voice.HELP)
_WHY = Note("some providers ignore the field without a word, and none can be given an IPv4 and an IPv6 address with it")


def check(service: Service, _: Context) -> Iterator[Finding]:
    """Report the field on the one type that has a load balancer."""
    address = service.spec.child("loadBalancerIP").text()
    if address.value and isinstance(service, LoadBalancerService):
        yield Finding(
            address,
            f"loadBalancerIP {address.value} is deprecated: what it does depends on the provider",
            (address.value,),
            notes=(_HELP, _WHY),
            label="deprecated since Kubernetes 1.24",
        )


RULE = Rule(
    name="load-balancer-ip-deprecated",
    code="SVC702",
    summary="a Service asks for its address with loadBalancerIP",
    category=Category.HAZARD,
    subject=Subject.SERVICE,
    check=check,
)
