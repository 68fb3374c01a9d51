"""The text of a SARIF message: plain, but for links to related locations (SARIF 2.1.0 §3.11.6)."""

from collections.abc import Sequence

from svclint.output.anchor import whereabouts
from svclint.output.escape import escape
from svclint.output.said import located_message, remarks, sentence
from svclint.rule.diagnostic import Diagnostic, Related

_LITERAL = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]"})


def literal(text: str) -> str:
    """The text, of which nothing is taken for a link."""
    return text.translate(_LITERAL)


def text_of(diagnostic: Diagnostic, linked: Sequence[Related], first: int) -> str:
    """All that a finding says; the places `linked`, the only ones that GitHub shows, are links by number, from `first` on."""
    parts = [literal(sentence(located_message(diagnostic)))]
    parts += (f"{_link(one, number)}." for number, one in enumerate(linked, first))
    gone = (one for one in diagnostic.related if one.place.file.version)
    parts += (literal(sentence(escape(f"{one.message} ({whereabouts(one.place)})".strip()))) for one in gone)
    parts += (literal(sentence(text)) for text in remarks(diagnostic))
    return " ".join(parts)


def _link(one: Related, number: int) -> str:
    return f"[{literal(escape(one.message or whereabouts(one.place)))}]({number})"
