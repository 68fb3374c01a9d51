"""IP addresses and CIDRs as Go reads them, lenient and strict. No `ipaddress`: it is stricter, and slow to import.

From k8s.io/utils/net (ParseIPSloppy, ParseCIDRSloppy) and k8s.io/apimachinery pkg/util/validation/ip.go.
"""

from collections.abc import Iterator

from svclint.apiserver.data import AutomaticIP
from svclint.record import NamedTuple
from svclint.source.pattern import pattern

_DOTTED = pattern(r"[0-9]+(?:\.[0-9]+){3}\Z")
_HEX = pattern(r"[0-9a-fA-F]+\Z")
_PREFIX = pattern(r"[0-9]+\Z")
_MAPPED = 0xFFFF << 32


class Address(NamedTuple):
    """An address as a number; `version` is 4 or 6. An IPv4 address written as an IPv6 one is the IPv4 one, as in Go."""

    version: int
    value: int

    @property
    def bits(self) -> int:
        """How long an address of its family is."""
        return 32 if self.version == 4 else 128

    def within(self, network: int, prefix: int) -> bool:
        """Whether its first `prefix` bits are those of `network`."""
        return self.value >> (self.bits - prefix) == network >> (self.bits - prefix)


def parse_address(text: str) -> Address | None:
    """The address that Go's lenient parser sees: leading zeros are allowed and mean nothing, zones are not."""
    if _DOTTED.match(text):
        value = _dotted(text)
        return None if value is None else Address(4, value)
    value = _grouped(text) if ":" in text else None
    if value is None:
        return None
    return Address(4, value - _MAPPED) if value >> 32 == 0xFFFF else Address(6, value)


def _dotted(text: str) -> int | None:
    value = 0
    for part in text.split("."):
        octet = int(part) if len(part) < 20 else 256
        if octet > 255:
            return None
        value = value << 8 | octet
    return value


def _grouped(text: str) -> int | None:
    """The value of an IPv6 address: eight groups, or fewer around one `::`, the last two perhaps dotted."""
    head, gap, tail = text.partition("::")
    left, right = head.split(":") if head else [], tail.split(":") if tail else []
    last = right if gap else left
    if last and _DOTTED.match(last[-1]):
        four = _dotted(last.pop())
        if four is None:
            return None
        last += [f"{four >> 16:x}", f"{four & 0xFFFF:x}"]
    missing = 8 - len(left) - len(right)
    if (missing < 1) if gap else missing:
        return None
    value = 0
    for group in [*left, *["0"] * missing, *right]:
        if not _HEX.match(group) or len(group) > 20 or int(group, 16) > 0xFFFF:
            return None
        value = value << 16 | int(group, 16)
    return value


def family(text: str) -> str:
    """IPv4, IPv6, or the empty string for what is no address; a mapped address counts as IPv4, as in Go's To4."""
    if isinstance(text, AutomaticIP):
        return text.family
    address = parse_address(text)
    return f"IPv{address.version}" if address else ""


def _has_leading_zeros(text: str) -> bool:
    """Whether Go's strict parser takes offence: at a dotted part with a zero in front, at a group of more than four digits."""
    *groups, last = text.split(":")
    if "." in last and any(len(part) > 1 and part.startswith("0") for part in last.split(".")):
        return True
    return any(len(group) > 4 for group in groups) or ("." not in last and len(last) > 4)


def _is_mapped(text: str) -> bool:
    address = parse_address(text)
    return address is not None and address.version == 4 and ":" in text


def address_faults(text: str, *, strict: bool) -> Iterator[str]:
    """Why a text is no acceptable address; `strict` is the rule from 1.36 for values that are new."""
    if parse_address(text) is None:
        yield "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"
    elif strict:
        if _has_leading_zeros(text):
            yield "must not have leading 0s"
        elif _is_mapped(text):
            yield "must not be an IPv4-mapped IPv6 address"


def special_faults(text: str) -> Iterator[str]:
    """Why an address may not be an external IP of a Service (ValidateEndpointIP)."""
    address = parse_address(text)
    if address is None:
        return
    four = address.version == 4
    if address.value == 0:
        yield "may not be unspecified (0.0.0.0 or ::)"
    if address.within(127 << 24, 8) if four else address.value == 1:
        yield "may not be in the loopback range (127.0.0.0/8, ::1/128)"
    if address.within(0xA9FE << 16, 16) if four else address.within(0xFE80 << 112, 10):
        yield "may not be in the link-local range (169.254.0.0/16, fe80::/10)"
    if address.within(224 << 24, 24) if four else (address.value >> 112) & 0xFF0F == 0xFF02:
        yield "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)"


class Cidr(NamedTuple):
    """A network: an address of it, and how many of the first bits count. `text` is how it was written."""

    address: Address
    prefix: int
    text: str

    @property
    def first(self) -> int:
        """The lowest value in the network."""
        return self.address.value & ~(self.size - 1)

    @property
    def size(self) -> int:
        """How many addresses the network has."""
        return 1 << (self.address.bits - self.prefix)

    def holds(self, address: Address) -> bool:
        """Whether an address is in the network."""
        return address.version == self.address.version and address.within(self.first, self.prefix)


def parse_cidr(text: str) -> Cidr | None:
    """The network that Go's lenient parser sees; the prefix of a mapped address counts from the IPv4 one's first bit."""
    head, slash, tail = text.partition("/")
    address = parse_address(head)
    bits = 128 if ":" in head else 32
    if not slash or address is None or not _PREFIX.match(tail) or len(tail) > 9 or int(tail) > bits:
        return None
    return Cidr(address, max(0, int(tail) - (bits - address.bits)), text)


def cidr_faults(text: str, *, strict: bool) -> Iterator[str]:
    """Why a text is no acceptable CIDR; `strict` as in address_faults."""
    cidr = parse_cidr(text)
    if cidr is None:
        yield "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"
    elif strict:
        head, _, tail = text.partition("/")
        if _is_mapped(head):
            yield "must not have an IPv4-mapped IPv6 address"
        if _has_leading_zeros(head) or (len(tail) > 1 and tail.startswith("0")):
            yield "must not have leading 0s in IP or prefix length"
        if cidr.address.value != cidr.first:
            yield "must not have bits set beyond the prefix length"
