"""Where a parser stumbled, and the text around it."""

from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.source.pattern import pattern
from svclint.source.place import Place
from svclint.yaml.document import Problem

_TOKEN = pattern(r"""\s*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s,\[\]{}"':]+|\S)""")
_WORDS = pattern(r"[ \t]*([^\s#](?:[^#\r\n]|(?<=\S)#)*(?<=\S))")
_SHOWN = 40


class Trouble(NamedTuple):
    """A parser's error: it stumbled at offset `at`, with `problem` in its words, while doing `task`, begun at `since`.

    `begin` and `end` are those of the document.
    """

    file: SourceFile
    begin: int
    end: int
    at: int
    since: int
    problem: str
    task: str

    @property
    def sign(self) -> str:
        """The character at `at`; empty at the end."""
        return self.file.text[self.at : min(self.at + 1, self.end)]

    @property
    def line_begin(self) -> int:
        """Where the line of `at` begins."""
        return self.begin_of_line(self.at)

    @property
    def lead(self) -> str:
        """What stands before `at` on its line."""
        return self.file.text[self.line_begin : self.at]

    def begin_of_line(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return self.file.text.rfind("\n", 0, offset) + 1

    def line_above(self) -> int | None:
        """Where the nearest line before that of `at` begins that is neither blank nor a comment; None at the top."""
        begin = self.line_begin
        while begin > self.begin:
            begin = self.begin_of_line(begin - 1)
            if self.words(begin).begin < self.words(begin).end:
                return begin
        return None

    def column(self, offset: int) -> int:
        """The 1-based column of an offset."""
        return self.file.position(offset).column

    def token(self, begin: int) -> Place:
        """The word, quoted text or sign at an offset."""
        found = _TOKEN.match(self.file.text, begin, self.end)
        return Place(self.file, *found.span(1)) if found else Place(self.file, begin, begin)

    def words(self, begin: int) -> Place:
        """From an offset to the end of what is written on its line, comment apart."""
        found = _WORDS.match(self.file.text, begin, self.end)
        return Place(self.file, *found.span(1)) if found else Place(self.file, begin, begin)

    def spot(self, offset: int) -> Place:
        """One character."""
        return Place(self.file, offset, min(offset + 1, self.end))

    def told(self, place: Place, fact: str, note: str = "", related: tuple[Place, str] | None = None) -> Problem:
        """A problem whose message is the fact and the text at the place."""
        shown = shortened(place.text)
        return Problem(place, f"{fact}: {shown}" if shown else fact, note, related)


def shortened(text: str) -> str:
    """A text for a message: on one line, not too long, and not ending as a sentence does."""
    text = " ".join(text[: 4 * _SHOWN].split()).rstrip(":.!")
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
