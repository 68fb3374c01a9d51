"""IP addresses and CIDRs, as Go reads them."""

import pytest

from svclint.apiserver.address import Address, address_faults, cidr_faults, family, parse_address, parse_cidr, special_faults


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.2.3.4", Address(4, 0x01020304)),
        ("001.002.3.4", Address(4, 0x01020304)),
        ("1.2.3", None),
        ("1.2.3.256", None),
        ("1.2.3.4 ", None),
        ("1.2.3.٤", None),
        ("::", Address(6, 0)),
        ("::1", Address(6, 1)),
        ("1::", Address(6, 1 << 112)),
        ("1:2:3:4:5:6:7:8", Address(6, 0x00010002000300040005000600070008)),
        ("1:2:3:4:5:6:7::", Address(6, 0x00010002000300040005000600070000)),
        ("1:2:3:4:5:6:7:8::", None),
        ("1:2:3:4:5:6:7", None),
        ("00001::", Address(6, 1 << 112)),
        ("10000::", None),
        ("::1::", None),
        (":::", None),
        (":1", None),
        ("g::", None),
        ("fe80::1%eth0", None),
        ("::1.2.3.4", Address(6, 0x01020304)),
        ("::ffff:1.2.3.4", Address(4, 0x01020304)),
        ("::ffff:102:304", Address(4, 0x01020304)),
        ("1:2:3:4:5:6:7:1.2.3.4", None),
        ("1.2.3.4::", None),
        ("::1.2.3.256", None),
        ("None", None),
        ("", None),
    ],
)
def test_addresses(text: str, expected: Address | None) -> None:
    assert parse_address(text) == expected
    assert family(text) == (f"IPv{expected.version}" if expected else "")


@pytest.mark.parametrize(
    ("text", "lenient", "strict"),
    [
        ("10.0.0.1", True, True),
        ("10.0.0.01", True, False),
        ("::ffff:10.0.0.1", True, False),
        ("2001:0db8::1", True, True),
        ("02001:db8::1", True, False),
        ("10.0.0", False, False),
    ],
)
def test_strictness(text: str, lenient: bool, strict: bool) -> None:
    assert [not any(address_faults(text, strict=one)) for one in (False, True)] == [lenient, strict]


@pytest.mark.parametrize(
    ("text", "lenient", "strict"),
    [
        ("10.0.0.0/8", True, True),
        ("10.0.0.1/8", True, False),
        ("10.0.0.0/08", True, False),
        ("010.0.0.0/8", True, False),
        ("0.0.0.0/0", True, True),
        ("::/0", True, True),
        ("::1/64", True, False),
        ("::ffff:10.0.0.0/104", True, False),
        ("10.0.0.0/33", False, False),
        ("10.0.0.0/", False, False),
        ("10.0.0.0/255.0.0.0", False, False),
        ("10.0.0.0/+8", False, False),
        ("10.0.0.0", False, False),
        ("::/129", False, False),
    ],
)
def test_cidrs(text: str, lenient: bool, strict: bool) -> None:
    assert [not any(cidr_faults(text, strict=one)) for one in (False, True)] == [lenient, strict]


@pytest.mark.parametrize(
    ("text", "special"),
    [
        ("0.0.0.0", True),
        ("::", True),
        ("127.1.2.3", True),
        ("::1", True),
        ("169.254.1.1", True),
        ("febf::1", True),
        ("fec0::1", False),
        ("224.0.0.255", True),
        ("224.0.1.0", False),
        ("ff12::1", True),
        ("ff05::1", False),
        ("::ffff:127.0.0.1", True),
        ("192.0.2.1", False),
        ("x", False),
    ],
)
def test_special_addresses(text: str, special: bool) -> None:
    assert any(special_faults(text)) is special


def test_networks() -> None:
    cidr = parse_cidr("10.96.7.0/12")
    assert cidr is not None
    assert (cidr.first, cidr.size) == (10 << 24 | 96 << 16, 1 << 20)
    ends = ("10.96.0.0", "10.111.255.255", "10.112.0.0", "::a60:0")
    assert [cidr.holds(address) for address in map(parse_address, ends) if address] == [True, True, False, False]
