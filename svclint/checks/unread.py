"""What a wiring rule says when something in its scope could not be read."""

from collections import Counter
from collections.abc import Sequence

from svclint.rule.finding import Note
from svclint.yaml.document import Document, State

_REASONS = {State.TEMPLATE: "templates", State.BROKEN: "syntax errors", State.TOO_LARGE: "too large"}


def unread_note(unread: Sequence[Document], usual: str, lowered: str) -> tuple[Note, ...]:
    """The note that goes with a lowered finding; empty where everything was read.

    `usual` and `lowered` are severities with their article: "an error", "a warning".
    """
    if not unread:
        return ()
    files = len({document.file.path for document in unread})
    why = ", ".join(_REASONS[state] for state, _ in Counter(document.state for document in unread).most_common())
    what = "1 file in scope was" if files == 1 else f"{files} files in scope were"
    return (Note(f"{what} not read ({why}), so this is {lowered}, not {usual}"),)
