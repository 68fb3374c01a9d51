"""What a rule adds about a field that the Service has kept from the type that it had before."""

from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.model.service import Service
from svclint.rule.finding import Note


def leftover_note(verdict: Verdict, error: LocatedError) -> tuple[Note, ...]:
    """That a refused field is left over from another type, and whether the update itself is forgiven.

    The server drops what the new type has no use for where it still has the old value, once (dropTypeDependentFields in
    pkg/registry/core/service/strategy.go): the next apply of the same manifest is refused, and so is a fresh create.
    """
    before = verdict.before
    if before is None or verdict.update is None or not _had(before, str(error.at.path.steps()[-1])):
        return ()
    origin = _origin(before, verdict, error)
    if not origin:
        return ()
    refused = {one.field for one in verdict.update.errors}
    if error.field in refused:
        return (Note(f"left over from {origin}: this update is refused"),)
    if refused:
        return ()  # the update is refused for something else: nobody gets as far as dropping this
    return (Note(f"left over from {origin}: the first apply drops it in silence, the next one is refused"),)


def _origin(before: Service, verdict: Verdict, error: LocatedError) -> str:
    """What the Service had that made the field right; empty where it was wrong before."""
    if before.TYPE != verdict.service.TYPE:
        return f"type {before.TYPE}"
    change = verdict.update.change if verdict.update else None
    if change is None or any(doubt.field == error.field for doubt in change.doubts):
        return ""
    return {"healthCheckNodePort": "externalTrafficPolicy Local", "externalTrafficPolicy": "external IPs"}.get(
        str(error.at.path.steps()[-1]), ""
    )


def _had(before: Service, field: str) -> bool:
    """Whether the Service had the field, wherever among its ports; the server speaks of clusterIPs where clusterIP is written."""
    if before.spec.child(field).present or (field == "clusterIPs" and before.spec.child("clusterIP").present):
        return True
    return any(port.field.child(field).present for port in before.ports)
