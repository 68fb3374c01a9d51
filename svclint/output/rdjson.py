"""Findings in reviewdog's diagnostic format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf."""

from svclint.output.anchor import anchor
from svclint.output.said import located_message, remarks
from svclint.output.sound import sound
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Report
from svclint.source.apply import apply_edits
from svclint.source.edit import Edit, Fix, Safety
from svclint.source.place import Place
from svclint.source.span import Position
from svclint.version import page_address


def render(report: Report) -> str:
    """One object with all findings. Columns are bytes of UTF-8, unlike in any other format."""
    import json  # noqa: PLC0415 - only for this format

    value = {"source": {"name": "svclint"}, "diagnostics": [_diagnostic(one) for one in report.diagnostics]}
    return json.dumps(value, indent=2) + "\n"


def _diagnostic(diagnostic: Diagnostic) -> dict[str, object]:
    rule, place = diagnostic.rule, anchor(diagnostic)
    address = page_address(rule.name)
    value: dict[str, object] = {
        "message": "\n".join([located_message(diagnostic), *remarks(diagnostic)]),
        "location": _location(place) if place else {"path": sound(diagnostic.place.file.path)},
        "severity": diagnostic.severity.name,
        "code": {"value": rule.code, **({"url": address} if address else {})},
    }
    suggestion = _suggestion(diagnostic.fix, place) if diagnostic.fix and place else None
    if suggestion:
        value["suggestions"] = [suggestion]
    related = [one for one in diagnostic.related if not one.place.file.version]
    if related:
        value["related_locations"] = [{"message": sound(one.message), "location": _location(one.place)} for one in related]
    return value


def _suggestion(fix: Fix, place: Place) -> dict[str, object] | None:
    """The fix as one replacement: reviewdog offers each suggestion by itself, and half a fix is none.

    None for what is never applied, what touches another file, and where a byte that is no text would have to be written back.
    """
    file = place.file
    edits = fix.edits
    if not edits or fix.safety is Safety.DISPLAY or any(edit.place.file.path != file.path or edit.place.file.version for edit in edits):
        return None
    begin, end = min(edit.place.begin for edit in edits), max(edit.place.end for edit in edits)
    moved = (Edit(edit.place._replace(begin=edit.place.begin - begin, end=edit.place.end - begin), edit.text) for edit in edits)
    text = apply_edits(file.text[begin:end], moved)
    return None if sound(text) != text else {"range": _range(Place(file, begin, end)), "text": text}


def _location(place: Place) -> dict[str, object]:
    return {"path": sound(place.file.path), "range": _range(place)}


def _range(place: Place) -> dict[str, object]:
    start, end = place.span
    return {"start": _position(place, start), "end": _position(place, end)}


def _position(place: Place, position: Position) -> dict[str, int]:
    before = place.file.text[position.offset + 1 - position.column : position.offset]
    # A byte that is no text is one byte, whatever stands for it here.
    return {"line": position.line, "column": len(before.encode("utf-8", "replace")) + 1}
