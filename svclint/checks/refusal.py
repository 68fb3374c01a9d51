"""What a rule about an edit adds where the edit, as it stands, is refused for another reason."""

from svclint.apiserver.verdict import Verdict
from svclint.rule.finding import Note

_NOT_YET = Note("as it stands this update is refused, for something else: this is what comes of it when that is mended")


def refusal_note(verdict: Verdict | None) -> tuple[Note, ...]:
    """That nothing happens yet; nothing where the update is accepted."""
    return (_NOT_YET,) if verdict and any(not error.hidden for error in verdict.errors) else ()
