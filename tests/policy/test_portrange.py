"""Ranges of ports, and the band of a node-port range that is left for fixed numbers."""

import pytest

from svclint.policy.portrange import PortRange


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("30000-32767", "30000-30085"),
        ("30000-30015", "None"),
        ("30000-30016", "30000-30015"),
        ("30000-40000", "30000-30127"),
        ("1-65535", "1-128"),
        ("8000+511", "8000-8015"),
    ],
)
def test_static_band(text: str, band: str) -> None:
    assert str(PortRange.parse(text).static_band) == band
