"""Markdown as far as the pages use it: lines of prose, and fenced blocks."""

from collections.abc import Iterator
from typing import NoReturn

from svclint.record import NamedTuple
from svclint.source.pattern import pattern

_FENCE = pattern(r"(`{3,})([^`]*)\Z")


class Line(NamedTuple):
    """A line of prose; `number` is 1-based, in the page."""

    number: int
    text: str


class Fence(NamedTuple):
    """A fenced block: `number` is the line of its opening, `info` what stands there, `lines` what is inside."""

    number: int
    info: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The block as a file's text."""
        return "".join(f"{line}\n" for line in self.lines)


def blocks(path: str, text: str) -> Iterator[Line | Fence]:
    """The page, line by line, with each fenced block as one. Raises ValueError for a block that is never closed."""
    lines = iter(enumerate(text.splitlines(), 1))
    for number, line in lines:
        opening = _FENCE.match(line)
        if not opening:
            yield Line(number, line)
            continue
        inside: list[str] = []
        for _, inner in lines:
            if inner.rstrip() == opening[1]:
                break
            # Another block that opens in this one is a forgotten end, and would swallow what stands between.
            if (other := _FENCE.match(inner)) and other[1] == opening[1]:
                refuse(path, number, "this block is never closed")
            inside.append(inner)
        else:
            refuse(path, number, "this block is never closed")
        yield Fence(number, opening[2].strip(), tuple(inside))


def refuse(path: str, number: int, message: str) -> NoReturn:
    """Raise ValueError for a malformed page: `path:line: message`."""
    raise ValueError(f"{path}:{number}: {message}")
