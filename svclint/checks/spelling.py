"""What a rule says of a number that is spelled in another way than it is printed."""

from typing import Any

from svclint.model.located import Located
from svclint.rule.finding import Note


def spelling_note(at: Located[Any]) -> tuple[Note, ...]:
    """The note that explains where a printed number comes from: 0100 is 64. Empty where it is written as it is printed."""
    written = at.place.text
    if not at.written or not isinstance(at.value, int) or written == str(at.value):
        return ()
    return (Note(f"YAML reads {written} as {at.value}"),)
