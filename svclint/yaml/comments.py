"""The comments of a file."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.source.pattern import pattern
from svclint.source.place import Place
from svclint.yaml.split import split

if TYPE_CHECKING:
    from svclint.yaml.spans import Scalars

_CANDIDATE = pattern(r"(?<![^\s\ufeff])#[^\r\n]*")
_LINE = pattern(r"[^\r\n]+")
_QUOTED = pattern(r"""(?<![^\s,\[{:(])(?:"(?:[^"\\]|\\.)*+(?:"|$)|'[^']*+(?:'|$))""")
_BLOCK = pattern(r"(?<!\S)[|>][-+0-9]*[ \t]*$")


class Comment(NamedTuple):
    """A comment: its place from `#` to the end of its line, its text behind the `#` without the blanks around it, and
    whether nothing else is on its line.
    """

    place: Place
    text: str
    alone: bool


def comments(file: SourceFile) -> tuple[Comment, ...]:
    """The comments of a file in order; a `#` in a scalar is none.

    What parses is judged by its scalars. What does not, from where the parser gave up, is judged by its lines: quotes
    are taken to end on theirs, and block scalars to be what is indented deeper. Raises nothing.
    """
    from svclint.yaml.spans import scalar_spans  # noqa: PLC0415 - with it comes ruamel.yaml

    found: list[Comment] = []
    for chunk in split(file.text):
        if file.text.find("#", chunk.begin, chunk.end) >= 0:
            scalars = scalar_spans(file.text, chunk.start, chunk.end)
            found += (_comment(file, *span) for span in _outside(file.text, chunk.begin, scalars))
            found += (_comment(file, *span) for span in _by_lines(file.text, scalars.end, chunk.end))
    return tuple(found)


def _comment(file: SourceFile, begin: int, end: int) -> Comment:
    line_begin = max(file.text.rfind("\n", 0, begin), file.text.rfind("\r", 0, begin)) + 1
    end = begin + len(file.text[begin:end].rstrip())
    return Comment(Place(file, begin, end), file.text[begin + 1 : end].strip(), not file.text[line_begin:begin].strip(" \t\ufeff"))


def _outside(text: str, begin: int, scalars: "Scalars") -> Iterator[tuple[int, int]]:
    """Where the comments of a stretch of text are that parses."""
    at = begin
    while found := _CANDIDATE.search(text, at, scalars.end):
        before = bisect_right(scalars.begins, found.start()) - 1
        inside = before >= 0 and found.start() < scalars.ends[before]
        at = scalars.ends[before] if inside else found.end()
        if not inside:
            yield found.span()


def _by_lines(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the comments of a stretch of text are that does not parse."""
    block: int | None = None
    for found in _LINE.finditer(text, begin, end):
        line = found[0]
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (indent > block or not line.strip()):
            continue
        bare = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), line)
        comment = _CANDIDATE.search(bare)
        if comment is not None:
            yield found.start() + comment.start(), found.end()
        block = indent if _BLOCK.search(bare[: comment.start()] if comment else bare) else None
