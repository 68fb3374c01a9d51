"""A picture of how cost grows: panels of lines on logarithmic axes, as SVG."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import ceil, floor, log10
from typing import NamedTuple

WIDTH, HEIGHT, LEFT, TOP = 330, 300, 60, 40
APART = WIDTH + 150
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8c6d00", "#56b4e9", "#000000", "#7f3fbf")
LINE_HEIGHT = 13.0


class Panel(NamedTuple):
    """A title, and the points (x, y) of each line, both above 0."""

    title: str
    lines: Mapping[str, Sequence[tuple[float, float]]]


class Axis(NamedTuple):
    """Whole decades, as powers of ten, over so many pixels."""

    low: int
    high: int
    length: int

    def place(self, value: float) -> float:
        """How many pixels from its beginning a value lies."""
        return (log10(value) - self.low) / (self.high - self.low) * self.length


def picture(panels: Sequence[Panel]) -> str:
    """The panels beside each other, readable on light and on dark pages."""
    size = f"{LEFT + APART * len(panels)} {TOP + HEIGHT + 50}"
    style = "text{font:11px sans-serif;fill:#222} .t{font-weight:bold;font-size:13px} .g{stroke:#ddd} .l{fill:none;stroke-width:1.8}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}"><style>{style}</style><rect width="100%" height="100%" fill="#fff"/>'
    )
    drawn = (line for number, panel in enumerate(panels) for line in _panel(panel, LEFT + APART * number))
    return "\n".join((head, *drawn, "</svg>")) + "\n"


def _panel(panel: Panel, left: int) -> Iterator[str]:
    points = [point for line in panel.lines.values() for point in line]
    across, up = _axis([x for x, _ in points], WIDTH), _axis([y for _, y in points], HEIGHT)
    bottom = TOP + HEIGHT
    yield f'<text class="t" x="{left}" y="{TOP - 14}">{escape(panel.title)}</text>'
    for power in range(across.low, across.high + 1):
        x = left + across.place(10.0**power)
        yield f'<line class="g" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{bottom}"/>'
        yield f'<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">{10.0**power:,g}</text>'
    for power in range(up.low, up.high + 1):
        y = bottom - up.place(10.0**power)
        yield f'<line class="g" x1="{left}" x2="{left + WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:,g}</text>'
    labels = _apart({name: bottom - up.place(line[-1][1]) for name, line in panel.lines.items()})
    for colour, (name, line) in zip(COLOURS, panel.lines.items(), strict=False):
        places = " ".join(f"{left + across.place(x):.1f},{bottom - up.place(y):.1f}" for x, y in line)
        yield f'<polyline class="l" stroke="{colour}" points="{places}"/>'
        yield f'<text x="{left + WIDTH + 8}" y="{labels[name] + 4:.1f}" style="fill:{colour}">{escape(name)}</text>'


def _axis(values: Sequence[float], length: int) -> Axis:
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return Axis(low, max(high, low + 1), length)


def _apart(heights: Mapping[str, float]) -> dict[str, float]:
    """The heights of labels, moved down where they would cover each other."""
    placed: dict[str, float] = {}
    last = float("-inf")
    for name in sorted(heights, key=heights.__getitem__):
        last = placed[name] = max(heights[name], last + LINE_HEIGHT)
    return placed
