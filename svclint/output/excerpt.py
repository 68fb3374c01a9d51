"""A stretch of a file with its line numbers, and a mark under what is meant."""

from svclint.output.colour import GUTTER, Paint
from svclint.output.escape import columns, display
from svclint.record import NamedTuple
from svclint.source.place import Place

_LIMIT = 160
"""The widest line that is shown whole, in columns."""
_LEAD = 40
"""How much of a wider line is shown before the mark, in columns."""
_CUT = "…"


class Gutter(NamedTuple):
    """The left margin of a finding: `width` is that of its highest line number."""

    width: int
    paint: Paint

    def arrow(self, sign: str, place: str) -> str:
        """The line that names a place: `--> path:line:column`."""
        return f"{' ' * self.width}{self.paint(GUTTER, sign)} {place}"

    def bar(self, text: str = "") -> str:
        """A line without a number."""
        return f"{' ' * (self.width + 1)}{self.paint(GUTTER, '|')} {text}".rstrip()

    def line(self, number: int, text: str) -> str:
        """A line of the file, already fit for display."""
        return f"{self.paint(GUTTER, f'{number:>{self.width}} |')} {text}".rstrip()

    def remark(self, kind: str, text: str) -> str:
        """A line under the excerpts: `= help: text`."""
        return f"{' ' * (self.width + 1)}{self.paint(GUTTER, '=')} {self.paint('1', kind)}: {text}"


class Mark(NamedTuple):
    """How a place is marked: the character under it, the text beside, both in a style."""

    sign: str
    text: str
    style: str


def excerpt(place: Place, mark: Mark, gutter: Gutter, *, context: bool = False) -> list[str]:
    """The lines of an excerpt: a bar, the marked line, the mark under it.

    With `context` the line above comes before it, unless it is blank. Of a place over several lines the first is
    marked, to its last character that is not blank. A line wider than 160 columns is cut around the mark.
    """
    start, end = place.span
    line = place.file.line(start.line)
    first = start.column - 1
    last = end.column - 1 if end.line == start.line else len(line.rstrip())
    shown, first, last = _fit(line, first, max(first, last))
    indent = columns(display(shown[:first]))
    length = max(1, columns(display(shown[first:last])))
    marks = gutter.paint(mark.style, f"{mark.sign * length} {mark.text}".rstrip())
    above = place.file.line(start.line - 1)
    lines = [gutter.bar()]
    if context and above.strip():
        lines.append(gutter.line(start.line - 1, display(_fit(above, 0, 0)[0])))
    return [*lines, gutter.line(start.line, display(shown)), gutter.bar(" " * indent + marks)]


def _fit(line: str, first: int, last: int) -> tuple[str, int, int]:
    """The line, cut to the limit, and where the marked characters `first` to `last` are in what is left.

    Nothing is measured that lies far from the mark: a line may be a whole file of a hundred megabytes.
    """
    if len(line) <= _LIMIT and columns(display(line)) <= _LIMIT:
        return line, first, last
    begin = 0 if _reach(line, 0, 1, _LIMIT - 1) >= last else _reach(line, first - 1, -1, _LEAD) + 1
    end = _reach(line, begin, 1, _LIMIT - 2)
    shift = begin - (begin > 0)
    text = f"{_CUT if begin else ''}{line[begin:end]}{_CUT if end < len(line) else ''}"
    return text, first - shift, min(last, end) - shift


def _reach(line: str, index: int, step: int, room: int) -> int:
    """The first index from `index` on, forwards or backwards, whose character no longer fits into `room` columns.

    One without a width of its own counts as a column, so that a heap of them has an end too.
    """
    while 0 <= index < len(line):
        room -= max(1, columns(display(line[index])))
        if room < 0:
            break
        index += step
    return index
