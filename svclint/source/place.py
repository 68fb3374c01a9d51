"""A span in a file: what every finding, note, edit and located value points at."""

from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.source.span import Span


class Place(NamedTuple):
    """The text of `file` from offset `begin` to `end` (0-based code points, half-open).

    Lines and columns are worked out when `span` is asked for: a clean run never needs them.
    """

    file: SourceFile
    begin: int
    end: int

    @property
    def span(self) -> Span:
        """Start and end with lines and columns."""
        return self.file.span(self.begin, self.end)

    @property
    def text(self) -> str:
        """The text at the place."""
        return self.file.text[self.begin : self.end]

    def covers(self, other: "Place") -> bool:
        """Whether `other` lies wholly within this place."""
        return self.file is other.file and self.begin <= other.begin and other.end <= self.end
