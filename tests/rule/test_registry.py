import re

import pytest

from svclint.rule.registry import Registry, UnknownRule, specificity
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from tests.rule.rules import REGISTRY, rule

ALL = ["SVC201", "SVC202", "SVC215", "SVC301", "SVC307", "SVC513"]


def test_rules_are_sorted_by_code() -> None:
    assert [one.code for one in REGISTRY.rules] == ALL


@pytest.mark.parametrize(
    ("selector", "codes"),
    [
        ("selector-shared", ["SVC307"]),
        ("SVC307", ["SVC307"]),
        ("SVC30", ["SVC301", "SVC307"]),
        ("SVC2", ["SVC201", "SVC202", "SVC215"]),
        ("SVC", ALL),
        ("ALL", ALL),
    ],
)
def test_a_selector_means(selector: str, codes: list[str]) -> None:
    assert [one.code for one in REGISTRY.match(selector)] == codes


@pytest.mark.parametrize(
    ("selector", "message"),
    [
        ("selector-sharde", 'unknown rule "selector-sharde"; did you mean "selector-shared"?'),
        ("node_port_collision", 'unknown rule "node_port_collision"; did you mean "node-port-collision"?'),
        ("Selector-Shared", 'unknown rule "Selector-Shared"; did you mean "selector-shared"?'),
        ("svc201", 'unknown rule "svc201"; did you mean "SVC201"?'),
        ("svc2", 'unknown rule "svc2"; did you mean "SVC2"?'),
        ("all", 'unknown rule "all"; did you mean "ALL"?'),
        ("SVC2O1", 'unknown rule "SVC2O1"; did you mean "SVC201"?'),
        ("SVC209", 'unknown rule "SVC209"; svclint rule --all lists them'),
        ("SVC9", 'unknown rule "SVC9"; svclint rule --all lists them'),
        ("SVC2011", 'unknown rule "SVC2011"; svclint rule --all lists them'),
        ("no-such-thing", 'unknown rule "no-such-thing"; svclint rule --all lists them'),
        ("", 'unknown rule ""; svclint rule --all lists them'),
    ],
)
def test_an_unknown_selector_is_refused(selector: str, message: str) -> None:
    with pytest.raises(UnknownRule) as caught:
        REGISTRY.match(selector)
    assert str(caught.value) == message
    assert caught.value.selector == selector


@pytest.mark.parametrize("word", ["SVC2", "ALL", "svc2"])
def test_only_a_name_or_a_code_names_a_rule(word: str) -> None:
    assert REGISTRY.get(word) is None
    with pytest.raises(UnknownRule, match=rf'^unknown rule "{word}"; svclint rule --all lists them$'):
        REGISTRY.named(word)


def test_a_name_and_a_code_find_the_same_rule() -> None:
    assert REGISTRY.get("node-port-collision") is REGISTRY.get("SVC202") is REGISTRY.named("SVC202")


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ([rule("SVC101", "a-rule", Category.HAZARD), rule("SVC101", "b-rule", Category.HAZARD)], "two rules are called SVC101"),
        ([rule("SVC101", "a-rule", Category.HAZARD), rule("SVC102", "a-rule", Category.HAZARD)], "two rules are called a-rule"),
        ([rule("SVC101", "a-rule", Category.HAZARD)] * 2, "two rules are called SVC101"),
    ],
)
def test_names_and_codes_are_unique(rules: list[Rule], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Registry(rules)


def test_specificity_rises() -> None:
    values = [specificity(one) for one in ("ALL", "SVC", "SVC2", "SVC20", "SVC201")]
    assert values == sorted(set(values))
    assert specificity("SVC201") == specificity("node-port-out-of-range")


def test_the_registered_rules_are_well_named() -> None:
    rules: tuple[Rule, ...] = getattr(pytest.importorskip("svclint.checks"), "RULES", ())
    if not rules:
        pytest.skip("no rules are registered yet")
    assert [one.code for one in Registry(rules).rules] == [one.code for one in rules]
    assert [one.code for one in rules if not re.fullmatch(r"SVC\d{3}", one.code)] == []
    assert [one.name for one in rules if not re.fullmatch(r"[a-z]+(-[a-z]+)+", one.name)] == []
