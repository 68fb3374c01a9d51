"""Marks: where findings are expected, and the text without them."""

import pytest

from svclint.rulebook.mark import Mark, marks, strip

CASES = {
    "none": ("app: web", [], "app: web"),
    "comment": ("app: web  # an error: none", [], "app: web  # an error: none"),
    "one": ("app: web  # error: [a-b]", [Mark("error", "a-b", 3)], "app: web"),
    "column": ("app: web # warning: 17 [a]", [Mark("warning", "a", 3, 17)], "app: web"),
    "several-names": ("a: 1 # info: [a, b-2]", [Mark("info", "a", 3), Mark("info", "b-2", 3)], "a: 1"),
    "several-marks": ("a: 1 # error: [a] # ok: [b]  ", [Mark("error", "a", 3), Mark("ok", "b", 3)], "a: 1"),
    "alone": ("  # ok: [a]", [Mark("ok", "a", 3)], ""),
    "after-comment": ("a: 1 # because # ok: [a]", [Mark("ok", "a", 3)], "a: 1 # because"),
    "in-a-word": ("a: b#error: [a]", [], "a: b#error: [a]"),
    "trailing-blanks": ("a: 1  ", [], "a: 1  "),
}
BAD = {
    "no-brackets": "a: 1 # error: node-port",
    "not-at-the-end": "a: 1 # error: [a] because",
    "twice": "a: 1 # error: x # error: [a]",
    "no-name": "a: 1 # ok: []",
    "a-code": "a: 1 # ok: [SVC201]",
}


@pytest.mark.parametrize(("line", "found", "stripped"), CASES.values(), ids=CASES)
def test_marks(line: str, found: list[Mark], stripped: str) -> None:
    assert marks(line, 3) == found
    assert strip(line) == stripped


@pytest.mark.parametrize("line", BAD.values(), ids=BAD)
def test_malformed(line: str) -> None:
    with pytest.raises(ValueError, match=r"mark is written|is no rule name"):
        marks(line, 3)
