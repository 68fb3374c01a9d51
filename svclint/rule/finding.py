"""What a check yields: a place, a fact, and what helps. No severity, no formatting."""

from enum import Enum
from typing import Any

from svclint.model.located import Located
from svclint.record import NamedTuple
from svclint.rule.severity import Category
from svclint.source.edit import Fix
from svclint.source.place import Place


class Voice(Enum):
    """How a note speaks."""

    NOTE = "note"
    """A fact that explains."""
    HELP = "help"
    """What to do."""


class Note(NamedTuple):
    """A line under a finding. With `at` it is a related place: shown with its own excerpt, `text` beside the caret."""

    text: str
    at: Place | None = None
    voice: Voice = Voice.NOTE


class Finding(NamedTuple):
    """One mistake at one place.

    `message` is the fact with the offending value and the limit: lower case, no full stop, no advice. `label` stands
    beside the caret. `parameters` are the message's variable parts, from which the fingerprint is made. `reason` is
    the API server's (Invalid, Required, ...) for what it refuses. `category` replaces the rule's; `lowered` is set
    where something in scope could not be read.
    """

    at: Located[Any] | Place
    message: str
    parameters: tuple[str, ...] = ()
    reason: str = ""
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None
    category: Category | None = None
    lowered: bool = False
    label: str = ""

    @property
    def place(self) -> Place:
        """Where the finding is."""
        return self.at.place if isinstance(self.at, Located) else self.at

    @property
    def field(self) -> str:
        """The field as the API server prints it; empty where the finding is not about a field."""
        return str(self.at.path) if isinstance(self.at, Located) else ""
