"""How findings speak: every message that some example or fixture brings out."""

import re

import pytest

from svclint.rule.diagnostic import Diagnostic
from tests.support.every import reports

FOUND = {one.message: one for report in reports().values() for one in report.diagnostics}
_START = re.compile(r"[^A-Z\s]|[A-Z]{2,}\b|[A-Z][A-Za-z]+/")
"""Lower case or a sign, an abbreviation, or an object: Service/web."""


@pytest.mark.parametrize("one", FOUND.values(), ids=FOUND)
def test_message(one: Diagnostic) -> None:
    assert _START.match(one.message), "a message starts in lower case, or with an object"
    assert not one.message.endswith((".", "!", ":")), "a message is no sentence"
    said = one.message
    for parameter in one.parameters:  # what the user wrote has its own length, and may hold anything
        said = said.replace(parameter, "")
    assert "\n" not in said
    assert len(said) <= 100


@pytest.mark.parametrize("one", FOUND.values(), ids=FOUND)
def test_what_stands_around_it(one: Diagnostic) -> None:
    assert len(one.label) <= 60
    for text in (one.label, *one.helps, *one.notes, *(related.message for related in one.related)):
        assert not text.endswith((".", "!", ":"))
        assert text == text.strip()
        assert not text or _START.match(text)
