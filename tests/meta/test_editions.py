"""Editions are frozen when they are released: the registry may grow, what runs by default does not (CONTRIBUTING.md)."""

from collections.abc import Callable

import pytest

from svclint.checks import RULES
from svclint.policy.editions import DEFAULT, EDITIONS
from svclint.rule.registry import Registry
from svclint.rule.severity import Category, Severity
from tests.support.command import ROOT
from tests.support.editions import digest, frozen, module, released, table

CHANGELOG = (ROOT / "CHANGELOG.md").read_text()
FROZEN = frozen(CHANGELOG)
NEWEST = max(EDITIONS)


@pytest.mark.skipif(NEWEST in FROZEN, reason="the newest edition is released: rules of today are rules of the next one")
def test_the_edition_that_is_not_released_has_the_rules_of_today(golden: Callable[[str, str], None]) -> None:
    golden(f"../svclint/policy/editions/edition{NEWEST}.py", module(NEWEST, table(RULES)))


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_released_edition_is_as_it_was_released(edition: int) -> None:
    assert edition not in FROZEN or digest(EDITIONS[edition]) == FROZEN[edition]


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_speaks_of_rules_that_there_are(edition: int) -> None:
    registry = Registry(RULES)
    assert [code for code in EDITIONS[edition] if registry.get(code) is None] == []
    for words in EDITIONS[edition].values():
        category, severity = words.split()
        assert category in {one.value for one in Category}
        assert severity in map(str, Severity)


def test_what_is_released_is_frozen() -> None:
    assert not released(CHANGELOG) or set(EDITIONS) - {NEWEST} <= set(FROZEN)
    assert not released(CHANGELOG) or DEFAULT in FROZEN
    assert set(FROZEN) <= set(EDITIONS)


SECTIONS = """\
# Changelog
## [Unreleased]
- Edition 2 is frozen: `{hash}`
## [0.1.0] - 2027-01-01
### Added
- Edition 1 is frozen: `{hash}`
"""


def test_the_changelog_is_understood() -> None:
    text = SECTIONS.format(hash="0" * 64)
    assert frozen(text) == {1: "0" * 64}
    assert len(released(text)) == 1
    assert digest({"SVC1": "a b", "SVC2": "c d"}) == digest({"SVC2": "c d", "SVC1": "a b"}) != digest({"SVC1": "a b"})
