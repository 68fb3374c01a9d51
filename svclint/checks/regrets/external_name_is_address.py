"""An address where a name belongs."""

from collections.abc import Iterator

from svclint.apiserver.address import parse_address
from svclint.model.service import ExternalNameService, Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject

_HELP = Note("for an address, use a Service without type and selector, and an EndpointSlice that holds the address", voice=Voice.HELP)
_WHY = Note("an alias in DNS leads to a name: no DNS server answers for a name of four numbers")


def check(service: Service, _: Context) -> Iterator[Finding]:
    """Report an IPv4 address, with or without a final dot; the server refuses an IPv6 one."""
    if not isinstance(service, ExternalNameService):
        return
    name = service.spec.child("externalName").text()
    address = (name.value or "").removesuffix(".")
    if ":" not in address and parse_address(address):
        yield Finding(
            name,
            f"externalName {address} is an address, and is looked up as a name",
            (address,),
            notes=(_HELP, _WHY),
            label="a name is wanted here",
        )


RULE = Rule(
    name="external-name-is-address",
    code="SVC711",
    summary="an IPv4 address stands where a DNS name belongs",
    category=Category.HAZARD,
    subject=Subject.SERVICE,
    check=check,
)
