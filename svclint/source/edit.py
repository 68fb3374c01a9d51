"""Changes to a text, and how safe they are."""

from enum import Enum

from svclint.record import NamedTuple
from svclint.source.place import Place


class Edit(NamedTuple):
    """Replace the text at `place` by `text`: an empty place inserts, an empty text deletes."""

    place: Place
    text: str


class Safety(Enum):
    """Who may apply a fix."""

    SAFE = "safe"
    """It keeps what the manifest means, or gives it the one meaning it can have: `--fix` applies it."""
    UNSAFE = "unsafe"
    """It is probably what was meant: only `--unsafe-fixes` applies it."""
    DISPLAY = "display"
    """Shown as a suggestion, never applied."""


class Fix(NamedTuple):
    """A way to mend a finding. `title` says what it does, in the imperative: "remove the quotes"."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]
