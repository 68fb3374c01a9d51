"""Suppression comments: what one says, and which findings it covers."""

from collections.abc import Iterator
from enum import Enum

from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.source.pattern import pattern
from svclint.source.place import Place
from svclint.yaml.comments import Comment, comments

MARK = "svclint:"
_DIRECTIVE = pattern(r"svclint:\s*(?P<form>ignore|ignore-document|ignore-file)\[(?P<words>[^\]]*)\]\s*(?P<reason>.*)")
_HEAD_LINES = 10  # a comment for the whole file stands where a reader of the file meets it


class Reach(Enum):
    """How much a comment covers."""

    PLACE = "ignore"
    DOCUMENT = "ignore-document"
    FILE = "ignore-file"


class Directive(NamedTuple):
    """A suppression comment: the rules it names, as written, its reason, and its place. `alone` on its line, it covers
    the whole node that follows.
    """

    reach: Reach
    words: tuple[str, ...]
    reason: str
    place: Place
    alone: bool


def read_directives(file: SourceFile) -> Iterator[Directive]:
    """The suppression comments of a file, in order. A text without the mark is not parsed for them."""
    if MARK not in file.text:
        return
    for comment in comments(file):
        directive = _read(comment)
        if directive:
            yield directive


def _read(comment: Comment) -> Directive | None:
    found = _DIRECTIVE.match(comment.text)
    if not found:
        return None
    reach = Reach(found["form"])
    start = comment.place.span.start
    # Elsewhere these two would look as if they spoke of the lines around them.
    if (reach is Reach.DOCUMENT and start.column != 1) or (reach is Reach.FILE and start.line > _HEAD_LINES):
        return None
    words = tuple(word.strip() for word in found["words"].split(",") if word.strip())
    return Directive(reach, words, found["reason"].strip(), comment.place, comment.alone)
