"""A result of SARIF: the findings of one rule on one line."""

from itertools import islice
from typing import TypeAlias

from svclint.output.anchor import anchor
from svclint.output.escape import escape
from svclint.output.sarif_message import text_of
from svclint.output.sarif_place import artifact, line_location, region, top_of
from svclint.rule.diagnostic import Diagnostic, Related
from svclint.rule.report import Silenced, Silencer
from svclint.rule.severity import Severity
from svclint.source.edit import Edit, Fix, Safety

Group: TypeAlias = tuple[tuple[Diagnostic, Silenced | None], ...]
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_KINDS = {Silencer.COMMENT: "inSource", Silencer.ANNOTATION: "inSource", Silencer.SETTINGS: "external", Silencer.BASELINE: "external"}
_SHOWN = 100
"""How many locations of a result GitHub keeps."""


def result(group: Group, rule: int, *, marked: bool, line_hash: str = "") -> dict[str, object]:
    """The result of findings that are alike; `rule` is the index of theirs, `marked` says whether to tell what is suppressed.

    Where a run tells so of one result it tells so of all, with an empty list for what is not (SARIF 2.1.0 §3.27.23).
    """
    found = [one for one, _ in group]
    first = found[0]
    place = anchor(first)
    linked = _linked(found)
    value: dict[str, object] = {
        "ruleId": first.rule.code,
        "ruleIndex": rule,
        "level": LEVELS[max(one.severity for one in found)],
        "message": {"text": _message(found, linked)},
        "locations": [{"physicalLocation": line_location(place) if place else top_of(first.place.file.path)}],
        "partialFingerprints": {"svclint/v1": first.fingerprint},
    }
    if line_hash:
        value["partialFingerprints"] = {"svclint/v1": first.fingerprint, "primaryLocationLineHash": line_hash}
    related = [related for places in linked for related in places]
    if related:
        value["relatedLocations"] = [_location(one, number) for number, one in enumerate(related, 1)]
    fixes = [_fix(one.fix) for one in found if one.fix and _is_offered(one.fix)]
    if fixes:
        value["fixes"] = fixes
    if marked:
        value["suppressions"] = [_suppression(silenced) for _, silenced in group if silenced]
    return value


def _linked(found: list[Diagnostic]) -> list[list[Related]]:
    """Of each finding the related places in files as they are now, as many as GitHub keeps of all."""
    room, kept = _SHOWN, []
    for one in found:
        kept.append(list(islice((related for related in one.related if not related.place.file.version), room)))
        room -= len(kept[-1])
    return kept


def _message(found: list[Diagnostic], linked: list[list[Related]]) -> str:
    texts, number = [], 1
    for one, places in zip(found, linked, strict=True):
        texts.append(text_of(one, places, number))
        number += len(places)
    return " ".join(texts)


def _location(related: Related, number: int) -> dict[str, object]:
    value: dict[str, object] = {"id": number, "physicalLocation": line_location(related.place)}
    return value | ({"message": {"text": escape(related.message)}} if related.message else {})


def _is_offered(fix: Fix) -> bool:
    return fix.safety is not Safety.DISPLAY and bool(fix.edits) and not any(edit.place.file.version for edit in fix.edits)


def _fix(fix: Fix) -> dict[str, object]:
    changes: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        changes.setdefault(edit.place.file.path, []).append(edit)
    return {
        "description": {"text": escape(f"{fix.title} ({fix.safety.value} fix)")},
        "artifactChanges": [{**artifact(path), "replacements": [_replacement(one) for one in edits]} for path, edits in changes.items()],
    }


def _replacement(edit: Edit) -> dict[str, object]:
    return {"deletedRegion": region(edit.place), "insertedContent": {"text": edit.text}}


def _suppression(silenced: Silenced) -> dict[str, object]:
    value: dict[str, object] = {"kind": _KINDS[silenced.by]}
    return value | ({"justification": silenced.reason} if silenced.reason else {})
