"""Check module, page, RULES entry and fixture folder correspond one to one; names and codes keep to the rules for them."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from svclint.checks import RULES
from svclint.rule.later import Later
from svclint.rule.rule import Rule
from tests.conftest import FIXTURES
from tests.support.catalogue import catalogue, declared
from tests.support.pages import PATHS, has_triggers

CHECKS = FIXTURES.parent / "svclint" / "checks"
RETIRED: frozenset[str] = frozenset()
"""Codes of rules that are gone. They are never given to another rule."""
_NAME = re.compile(r"(?!no-|disallow-)[a-z]+(-[a-z0-9]+)+")
_FAMILIES = {
    "0": "reading",
    "1": "admission",
    "2": "ports",
    "3": "selectors",
    "4": "targets",
    "5": "changes",
    "6": "references",
    "7": "regrets",
}


def test_modules() -> None:
    modules = {path.relative_to(CHECKS).as_posix() for path in CHECKS.glob("*/*.py") if path.stem != "__init__"}
    assert modules == {f"{rule.family}/{rule.name.replace('-', '_')}.py" for rule in RULES}


def test_the_catalogue(golden: Callable[[str, str], None]) -> None:
    golden("../svclint/checks/catalogue.py", catalogue(declared()))


def test_rules_are_those_of_their_modules() -> None:
    for rule, own in zip(RULES, declared(), strict=True):
        assert isinstance(rule.check, Later)
        assert rule.check.module == own.check.__module__
        assert rule._replace(check=own.check) == own


def test_pages() -> None:
    assert {f"{path.parent.name}/{path.stem}" for path in PATHS.values()} == {f"{rule.family}/{rule.name}" for rule in RULES}


def test_fixtures() -> None:
    assert {path.name for path in (FIXTURES / "rules").iterdir()} == {rule.name for rule in RULES if has_triggers(rule)}


def test_codes_are_sorted_and_used_once() -> None:
    codes = [rule.code for rule in RULES]
    assert all(one < other for one, other in pairwise(codes))
    assert not RETIRED.intersection(codes)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_called_as_rules_are(rule: Rule) -> None:
    assert _NAME.fullmatch(rule.name)
    assert re.fullmatch("SVC[0-9]{3}", rule.code)
    assert _FAMILIES[rule.code[3]] == rule.family
    assert rule.summary[0].islower()
    assert not rule.summary.endswith(".")
