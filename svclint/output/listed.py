"""Which findings a format lists, and in what order."""

from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Report, Silenced


def listed(report: Report) -> list[tuple[Diagnostic, Silenced | None]]:
    """The findings in order, those that are suppressed among them where the report shows them: each with what silences it."""
    found: list[tuple[Diagnostic, Silenced | None]] = [(one, None) for one in report.diagnostics]
    if report.show_suppressed:
        found += [(one.diagnostic, one) for one in report.suppressed]
        found.sort(key=lambda pair: pair[0].order())
    return found


def excuse(silenced: Silenced) -> str:
    """Who silences a finding, and why: `comment: pods come from the operator`."""
    return ": ".join(part for part in (silenced.by.value, silenced.reason) if part)
