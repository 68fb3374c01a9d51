"""Rows of cells, one under the other."""

from collections.abc import Sequence
from itertools import zip_longest

from svclint.output.colour import Paint
from svclint.output.escape import columns, escape
from svclint.record import NamedTuple


class Cell(NamedTuple):
    """A text as it is in the manifest, and the style that it is printed in."""

    text: str = ""
    style: str = ""


def aligned(rows: Sequence[Sequence[Cell]], paint: Paint) -> list[str]:
    """A line for each row; two blanks between two columns, and no column that is empty in all rows.

    The last text of a row may be longer than its column: a sentence in one row moves nothing in the others.
    """
    shown = [[Cell(escape(text), style) for text, style in row] for row in rows]
    measured = [_widths(row) for row in shown]
    widths = [max(column) for column in zip_longest(*measured, fillvalue=0)]
    return [_line(row, widths, paint) for row in shown]


def _widths(row: Sequence[Cell]) -> list[int]:
    """How wide each cell of a row must be: the last one with a text only so wide that its column is there."""
    last = max((index for index, cell in enumerate(row) if cell.text), default=0)
    return [columns(cell.text) if index < last else min(1, columns(cell.text)) for index, cell in enumerate(row)]


def _line(row: Sequence[Cell], widths: Sequence[int], paint: Paint) -> str:
    line, blanks = "", ""
    for (text, style), width in zip(row, widths, strict=False):
        if text:
            line += blanks + (paint(style, text) if style else text)
            blanks = ""
        blanks += " " * (max(width - columns(text), 0) + 2) if width else ""
    return line
