"""Findings as logging commands of Azure Pipelines.

https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
"""

from collections.abc import Iterator

from svclint.output.anchor import anchor
from svclint.output.escape import escape
from svclint.output.said import one_line
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Report
from svclint.rule.severity import Severity

_DATA = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A", ";": "%3B", "]": "%5D"})


def render(report: Report) -> str:
    """A command a finding; the empty string where there is none."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in report.diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    properties = "".join(f"{key}={escape(value).translate(_PROPERTY)};" for key, value in _properties(diagnostic))
    # Azure knows errors and warnings only.
    mild = "info: " if diagnostic.severity is Severity.INFO else ""
    return f"##vso[task.logissue {properties}]{mild}{one_line(diagnostic).translate(_DATA)}"


def _properties(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    place = anchor(diagnostic)
    yield "type", "error" if diagnostic.severity is Severity.ERROR else "warning"
    if place:
        start = place.span.start
        yield "sourcepath", place.file.path
        yield "linenumber", str(start.line)
        yield "columnnumber", str(start.column)
    yield "code", diagnostic.rule.code
