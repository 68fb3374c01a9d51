"""All findings as one JSON object, with what was checked; docs/formats.md describes the keys."""

from collections import Counter

from svclint.output.diagnostic_json import as_json, sound_all
from svclint.output.listed import listed
from svclint.rule.report import Report
from svclint.rule.severity import Severity
from svclint.version import VERSION as OWN_VERSION

VERSION = 1
"""Of the shape: it is raised where a key changes its meaning or goes; new keys are compatible."""


def render(report: Report) -> str:
    """One object over several lines. ASCII only, so that it is right in whatever encoding it is written."""
    import json  # noqa: PLC0415 - only for this format

    value = {
        "version": VERSION,
        "tool": {"name": "svclint", "version": OWN_VERSION},
        "summary": sound_all(_summary(report)),
        "diagnostics": [as_json(*one) for one in listed(report)],
    }
    return json.dumps(value, indent=2) + "\n"


def _summary(report: Report) -> dict[str, object]:
    checked = report.checked
    counts = Counter(one.severity for one in report.diagnostics)
    return {
        **{f"{severity}s": counts[severity] for severity in sorted(Severity, reverse=True)},
        "services": checked.services,
        "workloads": checked.workloads,
        "files": checked.files,
        "templates": list(report.templates),
        "skipped": [one._asdict() for one in report.skipped],
        "not_judged": [one._asdict() for one in report.not_judged],
        "against": checked.against or None,
        "suppressed": len(report.suppressed),
        "crashed": list(report.crashed),
    }
