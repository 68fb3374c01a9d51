"""What a rule says of an IP address or a range that the server does not take."""

from svclint.apiserver.address import parse_address, parse_cidr
from svclint.checks.faulty import cut
from svclint.checks.mistyped import field_name
from svclint.model.service import Service
from svclint.rule.finding import Note
from svclint.source.pattern import pattern
from svclint.yaml.path import FieldPath

_SPECIAL = pattern(r"may not be (?:in the )?(.*?)(?: range)? \((.*)\)\Z")
_STRICT = Note("since Kubernetes 1.36 this spelling is refused; before, it was accepted")


def address_words(field: str, address: str, faults: tuple[str, ...]) -> tuple[str, str, tuple[Note, ...]]:
    """Message, label and notes for an address; `field` is what the message calls its field."""
    start = f"{field} {cut(address)}" if parse_address(address) else f'{field} "{cut(address)}"'
    if "must not have leading 0s" in faults:
        return f"{start} has leading zeros", "octal to some programs, decimal to others", (_STRICT,)
    if "must not be an IPv4-mapped IPv6 address" in faults:
        return f"{start} is an IPv4 address in IPv6 clothes", "write the IPv4 address", (_STRICT,)
    special = _SPECIAL.match(faults[0])
    if special:
        return f"{start} is {_KINDS.get(special[1], special[1])}", f"nothing in {special[2]} is taken", ()
    return f"{start} is not an IP address", "not an address", ()


_KINDS = {
    "unspecified": "the unspecified address",
    "loopback": "a loopback address",
    "link-local": "a link-local address",
    "link-local multicast": "a link-local multicast address",
}


def range_words(written: str, faults: tuple[str, ...]) -> tuple[str, str, tuple[Note, ...]]:
    """Message, label and notes for a range of addresses."""
    cidr = parse_cidr(written)
    if cidr is None:
        return f'"{cut(written)}" is not a range of IP addresses', "not a range" if written else "empty", ()
    if any("bits set beyond" in fault for fault in faults):
        return f"{written} is an address inside a range, not a range", f"bits beyond the first {cidr.prefix} are set", (_STRICT,)
    if any("leading 0s" in fault for fault in faults):
        return f"{written} has leading zeros", "octal to some programs, decimal to others", (_STRICT,)
    return f"{written} is an IPv4 range in IPv6 clothes", "write the IPv4 range", (_STRICT,)


def as_range(text: str) -> str:
    """The range that an address or a sloppy range stands for, as Kubernetes reads it; empty where it is neither."""
    import ipaddress  # noqa: PLC0415 - for a finding only

    cidr = parse_cidr(text) or parse_cidr(f"{text}/{128 if ':' in text else 32}")
    if cidr is None:
        return ""
    if cidr.address.version == 4:
        return str(ipaddress.IPv4Network((cidr.first, cidr.prefix)))
    return str(ipaddress.IPv6Network((cidr.first, cidr.prefix)))


def address_field(service: Service, path: FieldPath) -> str:
    """The field of a cluster IP as it is written: the server speaks of clusterIPs where clusterIP is given, too."""
    name = field_name(path)
    return "clusterIP" if name.startswith("clusterIPs") and not service.spec.child("clusterIPs").present else name
