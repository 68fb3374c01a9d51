"""Rows of cells, one under the other."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from svclint.output.colour import Paint
from svclint.output.escape import columns, escape


class Cell(NamedTuple):
    """A text as it is in the manifest, and the style that it is printed in."""

    text: str = ""
    style: str = ""


def aligned(rows: Sequence[Sequence[Cell]], paint: Paint) -> list[str]:
    """A line for each row; two blanks between two columns, and no column that is empty in all rows."""
    shown = [[Cell(escape(text), style) for text, style in row] for row in rows]
    widths = [max(columns(cell.text) for cell in column) for column in zip_longest(*shown, fillvalue=Cell())]
    return [_line(row, widths, paint) for row in shown]


def _line(row: Sequence[Cell], widths: Sequence[int], paint: Paint) -> str:
    line, blanks = "", ""
    for (text, style), width in zip(row, widths, strict=False):
        if text:
            line += blanks + (paint(style, text) if style else text)
            blanks = ""
        blanks += " " * (width - columns(text) + 2) if width else ""
    return line
