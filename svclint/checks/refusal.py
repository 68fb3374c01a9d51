"""What a rule about an edit adds where the edit is refused for another reason, or cannot be one."""

from svclint.apiserver.verdict import Verdict
from svclint.rule.finding import Finding, Note

_NOT_YET = Note("as it stands this update is refused, for something else: this is what comes of it when that is mended")


def refusal_note(verdict: Verdict | None) -> tuple[Note, ...]:
    """That nothing happens yet; nothing where the update is accepted."""
    return (_NOT_YET,) if verdict and any(not error.hidden for error in verdict.errors) else ()


def doubted(finding: Finding, verdict: Verdict) -> Finding:
    """The finding, lowered and with the reason where the version before would have been refused, and may never have been there."""
    change = verdict.change
    error = next((error for error in change.doubts if error.path.steps()[:1] == ["spec"]), None) if change else None
    if error is None:
        return finding
    note = Note(f"the version before is refused itself ({error.field}): where it never was in a cluster, this creates the Service")
    return finding._replace(notes=(*finding.notes, note), lowered=True)
