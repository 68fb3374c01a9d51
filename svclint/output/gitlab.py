"""Findings as a Code Quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/."""

from svclint.output.anchor import anchor
from svclint.output.said import one_line
from svclint.output.sound import sound
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Report
from svclint.rule.severity import Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """An array with an object a finding. GitLab drops a finding whose fingerprint another one has, so no two have one."""
    import json  # noqa: PLC0415 - only for this format

    seen: dict[str, int] = {}
    found = []
    for one in report.diagnostics:
        seen[one.fingerprint] = number = seen.get(one.fingerprint, 0) + 1
        found.append(_issue(one, one.fingerprint if number == 1 else f"{one.fingerprint}#{number}"))
    return json.dumps(found, indent=2) + "\n"


def _issue(diagnostic: Diagnostic, fingerprint: str) -> dict[str, object]:
    rule, place = diagnostic.rule, anchor(diagnostic)
    path = (place or diagnostic.place).file.path
    return {
        "description": f"{rule.code} {rule.name}: {one_line(diagnostic)}",
        "check_name": rule.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {"path": sound(path), "lines": {"begin": place.span.start.line if place else 1}},
    }
