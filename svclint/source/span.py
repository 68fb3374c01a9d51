"""Positions in a text, and the stretch between two of them."""

from svclint.record import NamedTuple


class Position(NamedTuple):
    """A point in a text: 0-based offset, 1-based line and column, all in code points."""

    offset: int
    line: int
    column: int


class Span(NamedTuple):
    """The text from `start` up to, but not including, `end`."""

    start: Position
    end: Position
