"""Addresses and networks in another spelling than the one that Kubernetes compares with."""

from collections.abc import Iterator
from itertools import islice

from svclint.apiserver.address import Address, address_faults, cidr_faults, parse_address, parse_cidr, special_faults
from svclint.model.located import Located
from svclint.model.service import ExternalNameService, LoadBalancerService, Service
from svclint.policy.version import version_at_least
from svclint.record import NamedTuple
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject

_BLANK = " \t\n\v\f\r"
_REFUSED = "this spelling is refused from Kubernetes 1.36 on"
_COMPARED = "whoever compares addresses as text takes it for another one, and may apply it again and again"


class _Spelling(NamedTuple):
    """How a value should be written; `refused` tells that Kubernetes 1.36 does not take it as it is."""

    wanted: str
    refused: bool
    meant: str = ""


def check(service: Service, context: Context) -> Iterator[Finding]:
    """Report each value that the server takes with a warning; what it refuses is another rule's."""
    strict = version_at_least(context.settings.kubernetes_version, 1, 36)
    if service.stage is None or isinstance(service, ExternalNameService):
        return
    for address in _addresses(service, strict=strict):
        yield from _finding(address, _address_spelling(address.value or ""))
    if isinstance(service, LoadBalancerService):
        wish = service.spec.child("loadBalancerIP").text()
        spelling = _address_spelling(wish.value or "")
        yield from _finding(wish, spelling and spelling._replace(refused=False))  # the server never looks at this one
    for network in service.spec.child("loadBalancerSourceRanges").items() if isinstance(service, LoadBalancerService) else ():
        text = network.text()
        value = (text.value or "").strip(_BLANK)
        if not any(True for _ in cidr_faults(value, strict=strict)):
            yield from _finding(text, _network_spelling(value))


def _addresses(service: Service, *, strict: bool) -> Iterator[Located[str | None]]:
    """The addresses that count for something on this type, and that the server accepts."""
    cluster_ips = (service.cluster_ip, *(item.text() for item in islice(service.spec.child("clusterIPs").items(), 1, None)))
    external_ips = () if service.is_headless else (item.text() for item in service.spec.child("externalIPs").items())
    for at in cluster_ips:
        if at.value and not any(True for _ in address_faults(at.value, strict=strict)):
            yield at
    for at in external_ips:
        if at.value and not any(True for _ in (*address_faults(at.value, strict=strict), *special_faults(at.value))):
            yield at


def _address_spelling(text: str) -> _Spelling | None:
    address = parse_address(text)
    if address is None or text == (wanted := _spelled(address)):
        return None
    return _Spelling(wanted, refused=address.version == 4)


def _network_spelling(text: str) -> _Spelling | None:
    cidr = parse_cidr(text)
    if cidr is None:
        return None
    network = f"{_spelled(Address(cidr.address.version, cidr.first))}/{cidr.prefix}"
    if cidr.address.value != cidr.first:
        return _Spelling(network, refused=True, meant=f"{_spelled(cidr.address)}/{cidr.address.bits}")
    return None if text == network else _Spelling(network, refused=any(True for _ in cidr_faults(text, strict=True)))


def _spelled(address: Address) -> str:
    """The canonical text: dotted for IPv4, RFC 5952 for IPv6."""
    if address.version == 4:
        return ".".join(str(octet) for octet in address.value.to_bytes(4, "big"))
    from ipaddress import IPv6Address  # noqa: PLC0415 - few manifests have one, and the module is slow to import

    return str(IPv6Address(address.value))


def _finding(at: Located[str | None], spelling: _Spelling | None) -> Iterator[Finding]:
    if spelling is None:
        return
    field, written = str(at.path.steps()[1]), str(at.value)
    why = Note(_REFUSED if spelling.refused else _COMPARED)
    if spelling.meant:
        help_ = f"write {spelling.wanted} for the network, or {spelling.meant} for the one address"
        message, label = f"{field} {written} is neither a network nor an address", "has bits set beyond the prefix length"
    else:
        help_ = f"write {spelling.wanted}"
        message, label = f"{field} {written} is not in canonical form", f"canonical is {spelling.wanted}"
    yield Finding(at, message, (field, written), notes=(Note(help_, voice=Voice.HELP), why), label=label)


RULE = Rule(
    name="non-canonical-address",
    code="SVC713",
    summary="an address or network in an unusual spelling",
    category=Category.HAZARD,
    subject=Subject.SERVICE,
    check=check,
    options=("kubernetes-version",),
)
