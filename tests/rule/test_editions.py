"""What an edition makes of rules that changed or came after it."""

from typing import Any

import pytest

from svclint.policy import editions
from svclint.policy.settings import Settings
from svclint.rule.selection import Selection
from tests.rule.rules import REGISTRY

# SVC513 came later; SVC307, advice today, was a hazard; SVC202 was advice; SVC301 was quieter.
OLD = {
    "SVC201": "rejected error",
    "SVC202": "advice info",
    "SVC215": "advice info",
    "SVC301": "hazard warning",
    "SVC307": "hazard warning",
}


@pytest.fixture(autouse=True)
def edition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editions, "EDITIONS", {9: OLD})


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        pytest.param({}, "201 301 307", id="default"),
        pytest.param({"pedantic": True}, "201 202 215 301 307", id="pedantic"),
        pytest.param({"select": ("ALL",)}, "201 301 307", id="ALL asks for no later rule"),
        pytest.param({"extend_select": ("SVC5",)}, "201 301 307", id="nor does a prefix"),
        pytest.param({"extend_select": ("node-port-changed",)}, "201 301 307 513", id="a name does"),
        pytest.param({"extend_select": ("SVC513",)}, "201 301 307 513", id="and a code"),
        pytest.param({"severity": (("SVC513", "info"),)}, "201 301 307 513", id="and a severity"),
    ],
)
def test_rules_that_run(settings: dict[str, Any], codes: str) -> None:
    selection = Selection(REGISTRY, Settings(edition=9, **settings))
    assert [rule.code for rule in selection.rules] == [f"SVC{code}" for code in codes.split()]


def test_severity() -> None:
    selection = Selection(REGISTRY, Settings(edition=9, severity=(("SVC201", "warning"),)))
    levels = {rule.code: str(level) for rule in REGISTRY.rules if (level := selection.severity_of(rule))}
    assert levels == {"SVC201": "warning", "SVC202": "info", "SVC301": "warning", "SVC307": "warning"}


def test_what_became_advice_goes_on_as_before() -> None:
    selection = Selection(REGISTRY, Settings(edition=9))
    assert [rule.code for rule in REGISTRY.rules if selection.wants_advice(rule)] == ["SVC307"]
