"""Text of manifests made fit for a terminal: what could move the cursor, hide or reorder text is shown, not sent."""

import re

from svclint.source.pattern import pattern

# Controls of C0 and C1; bidi controls; the separators and invisible characters that hide a difference; bytes that were no text.
_UNSAFE = pattern("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]")
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TAB = "    "


def escape(text: str) -> str:
    r"""The text on one line, each unsafe character as Python writes it: `\n`, `\x1b`, `\u202e`.

    A byte that was not UTF-8, which a SourceFile keeps as a lone surrogate, is shown as the byte: `\xff`. A backslash
    of the text stays one, so the result is for reading, not for parsing.
    """
    return text if text.isascii() and text.isprintable() else _UNSAFE.sub(_shown, text)


def display(text: str) -> str:
    """A line of a file as an excerpt shows it: escaped, but a tab becomes four blanks wherever it stands.

    So `display(a + b) == display(a) + display(b)`, and the caret is found by measuring what stands before it.
    """
    return _TAB.join(escape(part) for part in text.split("\t"))


def columns(text: str) -> int:
    """How many columns of a terminal a text without unsafe characters takes (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width  # noqa: PLC0415 - only for what is not ASCII: 2 ms of start-up

    wide = sum(east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(category(character) in {"Mn", "Me", "Cf"} for character in text)


def _shown(found: re.Match[str]) -> str:
    number = ord(found[0])
    if 0xDC80 <= number <= 0xDCFF:
        number -= 0xDC00
    if number < 0x100:
        return _NAMED.get(found[0], f"\\x{number:02x}")
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
