"""Findings one a line, in the grammar of gcc that editors and problem matchers read."""

from svclint.output.colour import BOLD, DIM, SEVERITY, Paint
from svclint.output.escape import escape
from svclint.output.listed import excuse, listed
from svclint.output.said import message
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Report, Silenced


def render(report: Report, *, colour: bool = False) -> str:
    """`path:line:column: severity: message [code name]`, a line a finding; the empty string where there is none.

    A suppressed one ends in ` (suppressed: who: why)`, which keeps editors from taking it for a problem.
    """
    paint = Paint(on=colour)
    return "".join(f"{_shown(diagnostic, silenced, paint)}\n" for diagnostic, silenced in listed(report))


def _shown(diagnostic: Diagnostic, silenced: Silenced | None, paint: Paint) -> str:
    if silenced is None:
        return _line(diagnostic, paint)
    return paint(DIM, f"{_line(diagnostic, Paint(on=False))} (suppressed: {escape(excuse(silenced))})")


def _line(diagnostic: Diagnostic, paint: Paint) -> str:
    start, severity, rule = diagnostic.place.span.start, diagnostic.severity, diagnostic.rule
    where = paint(BOLD, f"{escape(diagnostic.place.file.path)}:{start.line}:{start.column}:")
    return f"{where} {paint(SEVERITY[severity], f'{severity}:')} {message(diagnostic)} [{rule.code} {rule.name}]"
