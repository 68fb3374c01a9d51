"""What a finding says, for the formats that have but a text for it: made fit to be shown."""

from collections.abc import Iterator

from svclint.output.anchor import whereabouts
from svclint.output.escape import escape
from svclint.rule.diagnostic import Diagnostic


def message(diagnostic: Diagnostic) -> str:
    """The message; one about a previous version names that: `… (HEAD)`."""
    return escape(dated(diagnostic))


def dated(diagnostic: Diagnostic) -> str:
    """The message as it is, not made fit for anything, with the version that it is about."""
    version = diagnostic.place.file.version
    return f"{diagnostic.message} ({version})" if version else diagnostic.message


def located_message(diagnostic: Diagnostic) -> str:
    """The message; one about a previous version says where it was, for formats that point elsewhere: `… (web.yaml:3 in HEAD)`."""
    place = diagnostic.place
    return escape(f"{diagnostic.message} ({whereabouts(place)})" if place.file.version else diagnostic.message)


def lines(diagnostic: Diagnostic) -> list[str]:
    """The message, the related places, helps and notes: a line each."""
    return [located_message(diagnostic), *map(escape, _related(diagnostic)), *remarks(diagnostic)]


def remarks(diagnostic: Diagnostic) -> list[str]:
    """Helps and notes, a line each."""
    fix = diagnostic.fix
    titles = (fix.title,) if fix and not any(fix.title in text for text in diagnostic.helps) else ()
    helps = (f"help: {text}" for text in (*diagnostic.helps, *titles))
    return [escape(text) for text in (*helps, *(f"note: {text}" for text in diagnostic.notes))]


def one_line(diagnostic: Diagnostic) -> str:
    """All of it as sentences on one line."""
    return " ".join(map(sentence, lines(diagnostic)))


def sentence(text: str) -> str:
    """The text, ended by a full stop unless it has an end; `help:` and `note:` begin a sentence."""
    text = text[:1].upper() + text[1:] if text.startswith(("help: ", "note: ")) else text
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _related(diagnostic: Diagnostic) -> Iterator[str]:
    for place, text in diagnostic.related:
        where = whereabouts(place)
        yield f"{text} ({where})" if text else where
