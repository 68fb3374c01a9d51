"""What a wiring rule says where something close by could not be read, or a kustomization could not be carried out."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from svclint.record import NamedTuple
from svclint.rule.finding import Note
from svclint.workspace.scope import Scope
from svclint.workspace.wiring import Wiring
from svclint.yaml.document import Document, State

if TYPE_CHECKING:
    from svclint.workspace.reliance import Reliance

_REASONS = {State.TEMPLATE: "templates", State.BROKEN: "syntax errors", State.TOO_LARGE: "too large"}


class Doubts(NamedTuple):
    """The documents in scope that could not be read, and what of the kustomization is not carried out here."""

    unread: tuple[Document, ...] = ()
    unapplied: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there are any: findings are then lowered by one step, however many there are."""
        return bool(self.unread or self.unapplied)


def doubts_about(wiring: "Wiring | Reliance", scope: Scope | None = None) -> Doubts:
    """The doubts about the surroundings of a Service, or of what refers to one, as far out as `scope`; all that is close for None."""
    return Doubts(wiring.unread(scope), wiring.home.unapplied)


def doubt_notes(doubts: Doubts, usual: str, lowered: str) -> Iterator[Note]:
    """The note that goes with a lowered finding; none where there are no doubts.

    `usual` and `lowered` are severities with their article: "an error", "a warning".
    """
    if not doubts:
        return
    reasons = []
    if doubts.unread:
        files = len({document.file.path for document in doubts.unread})
        why = ", ".join(_REASONS[state] for state, _ in Counter(document.state for document in doubts.unread).most_common())
        reasons.append(f"{'1 file in scope was' if files == 1 else f'{files} files in scope were'} not read ({why})")
    if doubts.unapplied:
        more = f" and {len(doubts.unapplied) - 1} more" if len(doubts.unapplied) > 1 else ""
        reasons.append(f"not everything in the kustomization is carried out here ({doubts.unapplied[0]}{more})")
    yield Note(f"{', and '.join(reasons)}, so this is {lowered}, not {usual}")
