"""A finding as JSON has it; docs/formats.md describes the keys."""

from typing import Any

from svclint.output.place_json import placed
from svclint.output.said import dated
from svclint.output.sound import sound
from svclint.rule.diagnostic import Diagnostic, ObjectName
from svclint.rule.report import Silenced
from svclint.source.edit import Fix
from svclint.source.place import Place
from svclint.version import page_address


def as_json(diagnostic: Diagnostic, silenced: Silenced | None = None) -> dict[str, object]:
    """The object of a finding, made of what json.dumps takes; `silenced` is what keeps it from being reported."""
    one, rule = diagnostic, diagnostic.rule
    value = {
        "code": rule.code,
        "name": rule.name,
        "class": one.category.value,
        "severity": str(one.severity),
        "message": dated(one),
        "url": page_address(rule.name) or None,
        **_placed(one.place),
        "object": _object(one.subject) if one.subject else None,
        "field": one.field or None,
        "reason": one.reason or None,
        "related": [{**_placed(place), "message": text} for place, text in one.related],
        "helps": list(one.helps),
        "notes": list(one.notes),
        "fix": _fix(one.fix) if one.fix else None,
        "fingerprint": one.fingerprint,
        "suppressed": {"by": silenced.by.value, "reason": silenced.reason or None} if silenced else None,
    }
    found: dict[str, object] = sound_all(value)
    return found


def sound_all(value: Any) -> Any:
    """The value with each text in it made sound."""
    if isinstance(value, str):
        return sound(value)
    if isinstance(value, dict):
        return {key: sound_all(one) for key, one in value.items()}
    return [sound_all(one) for one in value] if isinstance(value, list) else value


def _placed(place: Place) -> dict[str, object]:
    """Path and range, and the version that they are of: null is what is there now."""
    return {**placed(place), "version": place.file.version or None}


def _object(name: ObjectName) -> dict[str, object]:
    return {"apiVersion": name.api_version, "kind": name.kind, "namespace": name.namespace or None, "name": name.name}


def _fix(fix: Fix) -> dict[str, object]:
    edits = [{**placed(edit.place), "text": edit.text} for edit in fix.edits]
    return {"safety": fix.safety.value, "title": fix.title, "edits": edits}
