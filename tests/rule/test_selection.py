from typing import Any

import pytest

from svclint.policy.settings import Settings
from svclint.rule.registry import UnknownRule
from svclint.rule.selection import Selection
from svclint.rule.severity import Severity
from tests.rule.rules import REGISTRY

# The codes of tests/rule/rules.py; SVC215 and SVC307 are advice.
DEFAULT = "201 202 301 513"
EVERY = "201 202 215 301 307 513"


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        pytest.param({}, DEFAULT, id="default: all but advice"),
        pytest.param({"pedantic": True}, EVERY, id="pedantic adds advice"),
        pytest.param({"select": ()}, DEFAULT, id="an empty selection is the default"),
        pytest.param({"select": ("SVC2",)}, "201 202", id="a prefix selects no advice"),
        pytest.param({"select": ("ALL",)}, DEFAULT, id="nor does ALL"),
        pytest.param({"select": ("SVC2",), "pedantic": True}, "201 202 215", id="pedantic stays within the selection"),
        pytest.param({"select": ("SVC215",)}, "215", id="a code selects advice"),
        pytest.param({"select": ("selector-shared",)}, "307", id="a name selects advice"),
        pytest.param({"extend_select": ("SVC307",)}, "201 202 301 307 513", id="extend-select adds to the default"),
        pytest.param({"select": ("SVC3",), "extend_select": ("SVC201",)}, "201 301", id="extend-select adds to select"),
        pytest.param({"ignore": ("SVC2",)}, "301 513", id="ignore takes from the default"),
        pytest.param({"ignore": ("ALL",)}, "", id="ignore ALL equals the default selection, and wins"),
        pytest.param({"ignore": ("ALL",), "extend_select": ("SVC3",)}, "301", id="a prefix beats ALL"),
        pytest.param({"select": ("SVC2",), "ignore": ("SVC201",)}, "202", id="a code beats a prefix"),
        pytest.param({"select": ("SVC201",), "ignore": ("SVC2",)}, "201", id="the other way round, too"),
        pytest.param({"select": ("SVC20",), "ignore": ("SVC2",)}, "201 202", id="a longer prefix beats a shorter one"),
        pytest.param({"select": ("SVC2",), "ignore": ("SVC20",)}, "", id="and the other way round"),
        pytest.param({"select": ("SVC201",), "ignore": ("node-port-out-of-range",)}, "", id="of equals ignore wins"),
        pytest.param({"select": ("SVC2",), "ignore": ("SVC2",)}, "", id="of equal prefixes too"),
        pytest.param({"severity": (("SVC201", "off"),)}, "202 301 513", id="off takes out"),
        pytest.param({"severity": (("SVC201", "off"),), "select": ("SVC201",)}, "", id="off beats a selection by code"),
        pytest.param({"severity": (("selector-shared", "warning"),)}, "201 202 301 307 513", id="a severity asks for advice"),
        pytest.param({"severity": (("selector-shared", "warning"),), "select": ("SVC2",)}, "201 202", id="but selects nothing"),
        pytest.param({"severity": (("selector-shared", "warning"),), "ignore": ("SVC307",)}, DEFAULT, id="and ignore beats it"),
    ],
)
def test_rules_that_run(settings: dict[str, Any], codes: str) -> None:
    selection = Selection(REGISTRY, Settings(**settings))
    assert [rule.code for rule in selection.rules] == [f"SVC{code}" for code in codes.split()]
    assert [rule for rule in REGISTRY.rules if not selection.off(rule)] == list(selection.rules)


def test_severity() -> None:
    selection = Selection(REGISTRY, Settings(severity=(("SVC201", "info"), ("node-port-collision", "off"))))
    levels = {rule.code: selection.severity_of(rule) for rule in REGISTRY.rules}
    assert {code: level for code, level in levels.items() if level} == {"SVC201": Severity.INFO}


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ({}, ""),
        ({"pedantic": True}, EVERY),
        ({"extend_select": ("node-port-changed",)}, "513"),
        ({"select": ("SVC5",)}, ""),
        ({"severity": (("SVC307", "error"), ("SVC513", "error"))}, "307"),
    ],
)
def test_rules_whose_advice_is_wanted(settings: dict[str, Any], codes: str) -> None:
    selection = Selection(REGISTRY, Settings(**settings))
    assert [rule.code for rule in REGISTRY.rules if selection.wants_advice(rule)] == [f"SVC{code}" for code in codes.split()]


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("test/a.yaml", {"SVC201", "SVC202", "SVC215"}),
        ("test/deep/b.json", {"SVC201", "SVC202", "SVC215", "SVC301"}),
        ("a.json", {"SVC301"}),
        ("a.yaml", set()),
    ],
)
def test_rules_ignored_in_a_file(path: str, codes: set[str]) -> None:
    selection = Selection(REGISTRY, Settings(per_file_ignores=(("test/**", ("SVC2",)), ("*.json", ("selector-matches-nothing",)))))
    assert selection.ignored_in(path) == codes


@pytest.mark.parametrize(
    "settings",
    [
        {"select": ("SVC9",)},
        {"extend_select": ("SVC9",)},
        {"ignore": ("SVC9",)},
        {"severity": (("SVC9", "off"),)},
        {"per_file_ignores": (("*", ("SVC9",)),)},
    ],
)
def test_unknown_rules_are_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(UnknownRule):
        Selection(REGISTRY, Settings(**settings))
