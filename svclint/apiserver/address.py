"""IP addresses and CIDRs as Go reads them, lenient and strict.

From k8s.io/utils/net (ParseIPSloppy, ParseCIDRSloppy) and k8s.io/apimachinery pkg/util/validation/ip.go.
"""

import re
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address
from typing import TypeAlias

from svclint.apiserver.data import AutomaticIP

Address: TypeAlias = IPv4Address | IPv6Address

_DOTTED = re.compile(r"[0-9]+(\.[0-9]+){3}\Z")
_IPV4_TAIL = re.compile(r"(.*:)([0-9]+(?:\.[0-9]+){3})\Z", re.DOTALL)
_PREFIX = re.compile(r"[0-9]+\Z")


def parse_address(text: str) -> Address | None:
    """The address that Go's lenient parser sees, leading zeros allowed; an IPv4-mapped IPv6 one is the IPv4 one."""
    if _DOTTED.match(text):
        return _parse_v4(text)
    if ":" not in text or "%" in text:
        return None
    tail = _IPV4_TAIL.match(text)
    if tail:
        four = _parse_v4(tail[2])
        text = f"{tail[1]}{four}" if four else text
    try:
        six = IPv6Address(text)
    except ValueError:
        return None
    return six.ipv4_mapped or six


def _parse_v4(text: str) -> IPv4Address | None:
    parts = [int(part) for part in text.split(".") if len(part) < 20]
    return IPv4Address(bytes(parts)) if len(parts) == 4 and max(parts) < 256 else None


def family(text: str) -> str:
    """IPv4, IPv6, or the empty string for what is no address; a mapped address counts as IPv4, as in Go's To4."""
    if isinstance(text, AutomaticIP):
        return text.family
    address = parse_address(text)
    return f"IPv{address.version}" if address else ""


def has_leading_zeros(text: str) -> bool:
    """Whether a dotted part has a zero in front."""
    return any(len(part) > 1 and part.startswith("0") for part in text.rpartition(":")[2].split(".")) and "." in text


def is_mapped(text: str) -> bool:
    """Whether an IPv4 address is written as an IPv6 one."""
    address = parse_address(text)
    return address is not None and address.version == 4 and ":" in text


def address_faults(text: str, *, strict: bool) -> Iterator[str]:
    """Why a text is no acceptable address; `strict` is the rule from 1.36 for values that are new."""
    if parse_address(text) is None:
        yield "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"
    elif strict:
        if has_leading_zeros(text):
            yield "must not have leading 0s"
        if is_mapped(text):
            yield "must not be an IPv4-mapped IPv6 address"


def special_faults(text: str) -> Iterator[str]:
    """Why an address may not be an external IP of a Service (ValidateNonSpecialIP)."""
    address = parse_address(text)
    if address is None:
        return
    if address.is_unspecified:
        yield "may not be unspecified (0.0.0.0 or ::)"
    if address.is_loopback:
        yield "may not be in the loopback range (127.0.0.0/8, ::1/128)"
    if address.is_link_local:
        yield "may not be in the link-local range (169.254.0.0/16, fe80::/10)"
    if _is_link_local_multicast(address):
        yield "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)"


def _is_link_local_multicast(address: Address) -> bool:
    packed = address.packed
    return packed[:3] == b"\xe0\x00\x00" if address.version == 4 else packed[0] == 0xFF and packed[1] & 0x0F == 2


def cidr_faults(text: str, *, strict: bool) -> Iterator[str]:
    """Why a text is no acceptable CIDR; `strict` as in address_faults."""
    head, slash, tail = text.partition("/")
    address = parse_address(head)
    bits = 128 if ":" in head else 32
    if not slash or address is None or not _PREFIX.match(tail) or len(tail) > 9 or int(tail) > bits:
        yield "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"
    elif strict:
        yield from _strict_cidr_faults(head, tail, address, bits)


def _strict_cidr_faults(head: str, tail: str, address: Address, bits: int) -> Iterator[str]:
    if is_mapped(head):
        yield "must not have an IPv4-mapped IPv6 address"
    if has_leading_zeros(head) or (len(tail) > 1 and tail.startswith("0")):
        yield "must not have leading 0s in IP or prefix length"
    width = address.max_prefixlen
    prefix = int(tail) - (bits - width)
    if prefix < width and int(address) & ((1 << (width - max(prefix, 0))) - 1):
        yield "must not have bits set beyond the prefix length"
