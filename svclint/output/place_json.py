"""A place as JSON has it, in every format: path and range, 1-based, in code points, the end exclusive."""

from svclint.source.place import Place
from svclint.source.span import Position


def placed(place: Place) -> dict[str, object]:
    """The keys `path` and `range`."""
    start, end = place.span
    return {"path": place.file.path, "range": {"start": _position(start), "end": _position(end)}}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
