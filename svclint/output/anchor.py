"""Where a reader who has only the files of now is to look, of a finding about what they were."""

from svclint.rule.diagnostic import Diagnostic
from svclint.source.place import Place
from svclint.source.span import Position


def anchor(diagnostic: Diagnostic) -> Place | None:
    """The first place of a finding that is in a file as it is now: its own, or else a related one; None where all are gone.

    A line number of a previous version means nothing in the file that there is now, and a deleted file has no lines.
    """
    places = (diagnostic.place, *(related.place for related in diagnostic.related))
    return next((place for place in places if not place.file.version), None)


def whereabouts(place: Place) -> str:
    """A place in a sentence: `web.yaml:3`, or `web.yaml:3 in HEAD`."""
    file = place.file
    return f"{file.path}:{place.span.start.line}" + (f" in {file.version}" if file.version else "")


def on_one_line(place: Place) -> tuple[Position, Position]:
    """Start and end of what a place has on its first line, to the last character there that is not blank."""
    start, end = place.span
    if end.line == start.line:
        return start, end
    width = max(len(place.file.line(start.line).rstrip()), start.column - 1)
    return start, Position(start.offset + width + 1 - start.column, start.line, width + 1)
