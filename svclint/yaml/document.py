"""One document of a file, as far as it could be read."""

from collections.abc import Callable
from enum import Enum
from typing import TypeAlias

from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.source.place import Place
from svclint.yaml.node import Duplicate, Node


class State(Enum):
    """How far reading a document came."""

    READ = "read"
    """Parsed: `root` holds its nodes (None for an empty document)."""
    BROKEN = "broken"
    """A syntax error, or bytes that are not text: `problem` says what and where."""
    TEMPLATE = "template"
    """A Go or Jinja template: not YAML before it is rendered."""
    TOO_LARGE = "too large"
    """Beyond a limit of reading: `problem` says which and where."""


ESCAPE_NOTE = "in double quotes a backslash starts an escape; in single quotes it is a character like others"
"""The note of a problem with an escape."""


class Problem(NamedTuple):
    """Why a document could not be read. `message` is the fact; `note` explains it further; `related` is the other
    place involved, with what it is ("the quote opens here"). `encoding` marks what is no text at all: bytes in another
    encoding, NUL and other control characters.
    """

    place: Place
    message: str
    note: str = ""
    related: tuple[Place, str] | None = None
    encoding: bool = False


class Document(NamedTuple):
    """A document: offsets `begin` to `end` of `file`, and what was found there.

    `kind` is the object's kind where it could be read, from the nodes or, in a document that does not parse, from
    the text of its `kind:` line; else None.
    """

    file: SourceFile
    begin: int
    end: int
    state: State
    kind: str | None = None
    root: Node | None = None
    problem: Problem | None = None
    duplicates: tuple[Duplicate, ...] = ()

    @property
    def place(self) -> Place:
        """Where the document begins."""
        return Place(self.file, self.begin, self.begin)


# Decides whether anything is to be learnt from a document: its kind, the file's text, where the document begins and ends
# in it. policy/kinds.py has the one that svclint uses.
Wanted: TypeAlias = Callable[[str, str, int, int], bool]
# Decides how far the text from an offset to another is to be parsed: where the rest is long and tells nothing. Gives the offset.
Until: TypeAlias = Callable[[str, int, int], int]
