"""Which labels change with every upgrade, and which only look as if they did."""

import pytest

from svclint.policy.volatile import volatile


@pytest.mark.parametrize(
    ("key", "value", "when"),
    [
        ("pod-template-hash", "6b7c8d9f5", "with every rollout"),
        ("controller-uid", "0b7d", "with every Job"),
        ("app.kubernetes.io/version", "1.4.2", "with every upgrade"),
        ("app.kubernetes.io/version", "v1.4.2-rc.1", "with every upgrade"),
        ("app.kubernetes.io/version", "1.4", None),
        ("version", "1.4.2", "with every upgrade"),
        ("version", "v1", None),
        ("helm.sh/chart", "web-2.11.0", "with every upgrade"),
        ("helm.sh/chart", "web", None),
        ("chart", "web-2.11.0", "with every upgrade"),
        ("chart", "web-2", None),
        ("release", "web-2.11.0", None),
        ("app", "web-2.11.0", None),
    ],
)
def test_volatile(key: str, value: str, when: str | None) -> None:
    found = volatile(key, value)
    assert (found.when if found else None) == when
