"""`-v`: what was read, what was not, and which rules did not run, with the reasons."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from svclint.cli.reading import Reading
from svclint.output.escape import escape

if TYPE_CHECKING:
    from svclint.policy.settings import Settings
    from svclint.rule.report import Report

# ruff: noqa: PLC0415 - --help and --version import neither parser nor rules


def verbose(reading: Reading, report: "Report", seconds: Sequence[tuple[str, float]]) -> str:
    """A line for each; `seconds` are those that each stage took."""
    return "".join(f"{escape(line)}\n" for line in _lines(reading, report, seconds))


def _lines(reading: Reading, report: "Report", seconds: Sequence[tuple[str, float]]) -> Iterator[str]:
    snapshot = reading.snapshot
    yield f"root: {snapshot.root}"
    yield f"settings: {reading.path or 'no file'}"
    if snapshot.baseline:
        yield f"baseline: {snapshot.baseline.path}, {len(snapshot.baseline.entries)} findings"
    yield f"against: {report.checked.against or 'nothing'}"
    context = len(snapshot.files) - report.checked.files
    yield f"files: {report.checked.files} checked, {context} read for context"
    yield from (f"skipped: {path}: {reason}" for path, reason in report.skipped)
    yield from (f"not checked: {path}: a template" for path in report.templates)
    yield from (f"not judged: {what}" + (f": {why}" if why else "") for what, why in report.not_judged)
    yield from _idle(report, reading.settings)
    yield "time: " + ", ".join(f"{stage} {took:.2f} s" for stage, took in seconds)


def _idle(report: "Report", settings: "Settings") -> Iterator[str]:
    """The rules that did not run, a line for each reason."""
    from svclint.checks import RULES
    from svclint.rule.registry import Registry
    from svclint.rule.selection import OFF

    registry = Registry(RULES)
    off = {registry.named(word).code for word, level in settings.severity if level == OFF}
    ignored = {rule.code for word in settings.ignore for rule in registry.match(word)}
    selected = {rule.code for word in (*(settings.select or ("ALL",)), *settings.extend_select) for rule in registry.match(word)}
    ran = {rule.code for rule in report.rules}
    reasons: dict[str, list[str]] = defaultdict(list)
    for rule in registry.rules:
        if rule.code in ran:
            continue
        if rule.code in off:
            why = "switched off by the settings"
        elif rule.code in ignored:
            why = "ignored"
        else:
            why = "advice, without --pedantic" if rule.code in selected else "not selected"
        reasons[why].append(rule.name)
    for why, names in reasons.items():
        yield f"not judged: {', '.join(names)}: {why}"
