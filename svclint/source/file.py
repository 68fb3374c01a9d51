"""A file as text, with the table that turns offsets into lines and columns."""

from bisect import bisect_right

from svclint.record import NamedTuple
from svclint.source.pattern import pattern
from svclint.source.span import Position, Span

# What editors count as a line break. YAML 1.1 has more (NEL, LS, PS); a user's editor has not.
_BREAK = pattern(r"\r\n|\n|\r")


class Defect(NamedTuple):
    """Why the bytes of a file are not text: where in `SourceFile.text` the first bad one stands, and what it is."""

    offset: int
    message: str


class SourceFile:
    """A file's text; `path` is relative to the repository root, with `/`.

    The text has no byte-order mark. Bytes that are not text stand in it as lone surrogates (`defect` tells), so
    that offsets are always good. `encoding` is what writes the text back: utf-8, utf-8-sig,
    utf-16 (little-endian) or utf-16-be. `version` names the version that the text is of: empty for what is there now.
    """

    __slots__ = ("_starts", "defect", "encoding", "path", "text", "version")

    def __init__(self, path: str, text: str, encoding: str = "utf-8", defect: Defect | None = None) -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.defect = defect
        self.version = ""
        self._starts: list[int] | None = None

    def __repr__(self) -> str:
        return f"SourceFile({self.path!r})"

    def as_of(self, version: str) -> "SourceFile":
        """The same text, known to be of another version than the one that is there now."""
        file = SourceFile(self.path, self.text, self.encoding, self.defect)
        file.version = version
        return file

    @property
    def directory(self) -> str:
        """The folder that the file lies in, "" for the root."""
        return self.path.rpartition("/")[0]

    @property
    def line_starts(self) -> list[int]:
        """The offset at which each line starts; made at the first need, since most files have no finding."""
        if self._starts is None:
            self._starts = [0, *(found.end() for found in _BREAK.finditer(self.text))]
        return self._starts

    def position(self, offset: int) -> Position:
        """The position of an offset; offsets beyond the end count as the end."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self.line_starts, offset)
        return Position(offset, line, offset - self.line_starts[line - 1] + 1)

    def span(self, begin: int, end: int) -> Span:
        """The span between two offsets."""
        return Span(self.position(begin), self.position(end))

    def line(self, number: int) -> str:
        """The text of a line (1-based) without its break; empty where there is no such line."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")
