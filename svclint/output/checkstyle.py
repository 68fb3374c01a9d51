"""Findings as Checkstyle reports them, in XML."""

from itertools import groupby

from svclint.output.anchor import anchor
from svclint.output.escape import escape
from svclint.output.said import one_line
from svclint.output.sound import tag
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Report


def render(report: Report) -> str:
    """A document with an element for each file that has findings."""
    found = sorted(((_path(one), one) for one in report.diagnostics), key=lambda pair: pair[0])
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">']
    for path, group in groupby(found, key=lambda pair: pair[0]):
        lines += [f"  {tag('file', {'name': escape(path)})}", *(f"    {_error(one)}" for _, one in group), "  </file>"]
    return "".join(f"{line}\n" for line in (*lines, "</checkstyle>"))


def _path(diagnostic: Diagnostic) -> str:
    return (anchor(diagnostic) or diagnostic.place).file.path


def _error(diagnostic: Diagnostic) -> str:
    place = anchor(diagnostic)
    start = place.span.start if place else None
    return tag(
        "error",
        {
            "line": start.line if start else 1,
            "column": start.column if start else None,
            "severity": diagnostic.severity,
            "message": one_line(diagnostic),
            "source": f"svclint.{diagnostic.rule.code}",
        },
        closed=True,
    )
