"""The rulebook: every page has its form, and every example of every page is true."""

import re
from collections.abc import Callable

import pytest

from svclint.checks import RULES
from svclint.rulebook.example import Example
from tests.support import pages
from tests.support.example import complaints, fixed, run
from tests.support.facts import facts, index
from tests.support.renew import renewed

EXAMPLES = pages.examples()
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
Golden = Callable[[str, str], None]


@pytest.mark.parametrize("name", pages.PATHS)
def test_form(name: str) -> None:
    rule = pages.RULES_BY_NAME[name]
    page = pages.page(name)
    assert page.code == rule.code
    assert page.facts == facts(rule), "the fact table is not that of RULE: pytest --renew writes it"
    dead = [link for link in _LINK.findall(pages.text(name)) if not (pages.PATHS[name].parent / link).exists()]
    assert not dead, "links that lead nowhere"


@pytest.mark.parametrize("name", pages.PATHS)
def test_what_a_page_shows(name: str) -> None:
    rule = pages.RULES_BY_NAME[name]
    examples = pages.page(name).examples
    levels = {mark.level for example in examples for file in example.files for mark in file.marks if mark.rule == name}
    assert "ok" in levels, f"an example is missing where nothing is found: # ok: [{name}]"
    if pages.has_triggers(rule):
        assert levels - {"ok"}, f"an example is missing where something is found: # error: [{name}]"
        assert any(example.diagnostics for example in examples), "a rendering is missing: ```diagnostics"
    safeties = {one.fix.safety.value for example in examples for one in run(example).report.diagnostics if one.fix and one.rule is rule}
    assert safeties == set(filter(None, rule.fixes.split(", "))), "the fixes that the examples show are not those that RULE promises"
    assert not rule.fixes or any(example.fixed for example in examples), "a fixed file is missing: ```yaml fixed"


@pytest.mark.parametrize("name", pages.PATHS)
def test_what_is_made_is_up_to_date(name: str, golden: Golden) -> None:
    golden(str(pages.PATHS[name]), renewed(pages.page(name), pages.text(name), pages.RULES_BY_NAME[name]))


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_marks(example: Example) -> None:
    assert not list(complaints(example))


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_shown_fixes_are_all_of_them(example: Example) -> None:
    if example.fixed:
        assert {file.path for file in example.fixed} == set(fixed(example)), "fixed blocks, and the files that the fixes change"


def test_index(golden: Golden) -> None:
    golden(str(next(iter(pages.PATHS.values())).parent.parent / "README.md"), index(RULES))
