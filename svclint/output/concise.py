"""Findings one a line, in the grammar of gcc that editors and problem matchers read."""

from svclint.output.colour import BOLD, SEVERITY, Paint
from svclint.output.escape import escape
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Report


def render(report: Report, *, colour: bool = False) -> str:
    """`path:line:column: severity: message [code name]`, a line a finding; the empty string where there is none."""
    paint = Paint(on=colour)
    return "".join(f"{_line(diagnostic, paint)}\n" for diagnostic in report.diagnostics)


def _line(diagnostic: Diagnostic, paint: Paint) -> str:
    start, severity, rule = diagnostic.place.span.start, diagnostic.severity, diagnostic.rule
    where = paint(BOLD, f"{escape(diagnostic.place.file.path)}:{start.line}:{start.column}:")
    return f"{where} {paint(SEVERITY[severity], f'{severity}:')} {escape(diagnostic.message)} [{rule.code} {rule.name}]"
