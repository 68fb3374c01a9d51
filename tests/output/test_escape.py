"""What is shown of a text, and how wide it is."""

import pytest

from svclint.output.escape import columns, display, escape

ESCAPES = {
    "plain": ("app: web", "app: web"),
    "backslash": ("a\\b", "a\\b"),
    "newlines": ("a\nb\r\nc\td", "a\\nb\\r\\nc\\td"),
    "escape": ("\x1b[31m\x00\x7f\x9b\x85", "\\x1b[31m\\x00\\x7f\\x9b\\x85"),
    "bidi": ("\u202eabc\u2066\u200f\u061c", "\\u202eabc\\u2066\\u200f\\u061c"),
    "invisible": ("\ufeffa\u200bb\u2028c\u2060", "\\ufeffa\\u200bb\\u2028c\\u2060"),
    "bytes": ("\udcff\udc80", "\\xff\\x80"),
    "surrogate": ("\ud800\udfff", "\\ud800\\udfff"),
    "tags": ("\U000e0041", "\\U000e0041"),
    "letters": ("é 名 🚢 e\u0301", "é 名 🚢 e\u0301"),
}
WIDTHS = {
    "ascii": ("web", 3),
    "east-asian": ("名字", 4),
    "emoji": ("🚢", 2),
    "combining": ("e\u0301", 1),
    "ambiguous": ("…é", 2),
    "none": ("", 0),
}


@pytest.mark.parametrize(("text", "shown"), ESCAPES.values(), ids=ESCAPES)
def test_escape(text: str, shown: str) -> None:
    assert escape(text) == shown


@pytest.mark.parametrize(("text", "width"), WIDTHS.values(), ids=WIDTHS)
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width


def test_a_tab_has_one_width_wherever_it_stands() -> None:
    assert display("a\tb\t") == "a    b    "
