"""Findings in SARIF 2.1.0, as GitHub's code scanning reads it; docs/formats.md says what that asks for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, repeat

from svclint.output.anchor import anchor
from svclint.output.diagnostic_json import sound_all
from svclint.output.escape import escape
from svclint.output.linehash import line_hashes as line_hashes_of
from svclint.output.listed import listed
from svclint.output.sarif_message import literal
from svclint.output.sarif_place import artifact
from svclint.output.sarif_result import Group, result
from svclint.output.sarif_rule import descriptor
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Report, Silenced
from svclint.rule.ruletext import RuleText
from svclint.source.file import SourceFile
from svclint.version import VERSION

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report, texts: Mapping[str, RuleText], *, line_hashes: bool = False) -> str:
    """One run with all rules that were judged, also without findings: that is what closes old alerts.

    `texts` are the pages of the rules by their names; a rule without one is explained by its summary.
    `line_hashes`: add what GitHub knows alerts by, for those who upload through its API; upload-sarif does so by itself.
    """
    import json  # noqa: PLC0415 - only for this format

    found = listed(report)
    rules = sorted({*report.rules, *(one.rule for one, _ in found)}, key=lambda rule: rule.code)
    places = {rule.code: index for index, rule in enumerate(rules)}
    groups = _groups(found)
    hashes = _hashes([group[0][0] for group in groups]) if line_hashes else repeat("")
    results = [
        result(group, places[group[0][0].rule.code], marked=report.show_suppressed, line_hash=line_hash)
        for group, line_hash in zip(groups, hashes, strict=False)
    ]
    driver = {"name": "svclint", "semanticVersion": VERSION, "rules": [descriptor(rule, texts.get(rule.name)) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "svclint/"},
        "invocations": [_invocation(report)],
        "results": results,
    }
    return json.dumps(sound_all({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}), indent=2) + "\n"


def _hashes(found: Iterable[Diagnostic]) -> Iterator[str]:
    """Of each finding the hash of its line; the empty string where it has no line, or that no hash."""
    known: dict[SourceFile, tuple[str, ...]] = {}
    for one in found:
        place = anchor(one)
        if place and place.file not in known:
            known[place.file] = line_hashes_of(place.file)
        hashes = known[place.file] if place else ()
        yield hashes[place.span.start.line - 1] if place and hashes else ""


def _groups(found: Sequence[tuple[Diagnostic, Silenced | None]]) -> list[Group]:
    """The findings of one rule on one line together, since GitHub takes them for one; the suppressed apart from the others."""
    keyed = sorted(((_key(*pair), index) for index, pair in enumerate(found)))
    return [tuple(found[index] for _, index in group) for _, group in groupby(keyed, key=lambda one: one[0])]


def _key(diagnostic: Diagnostic, silenced: Silenced | None) -> tuple[str, int, str, bool]:
    place = anchor(diagnostic)
    path = (place or diagnostic.place).file.path
    return path, place.span.start.line if place else 1, diagnostic.rule.code, silenced is not None


def _invocation(report: Report) -> dict[str, object]:
    """Whether all rules came to an end, and what was not looked at."""
    notes: list[dict[str, object]] = [_notification("warning", f"{path} was skipped: {why}", path) for path, why in report.skipped]
    notes += (_notification("warning", f"{path} was not checked: it is a template", path) for path in report.templates)
    notes += (_notification("note", f"{what} not judged: {why}" if why else f"{what} not judged") for what, why in report.not_judged)
    notes += (_notification("error", f"the rule {name} failed") for name in report.crashed)
    return {"executionSuccessful": not report.crashed, "toolExecutionNotifications": notes}


def _notification(level: str, text: str, path: str = "") -> dict[str, object]:
    value: dict[str, object] = {"level": level, "message": {"text": literal(escape(text))}}
    return value | ({"locations": [{"physicalLocation": artifact(path)}]} if path else {})
