"""Findings as workflow commands of GitHub Actions, which become annotations.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections import Counter
from collections.abc import Iterator

from svclint.output.anchor import anchor, on_one_line
from svclint.output.escape import escape
from svclint.output.said import lines
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Report
from svclint.rule.severity import Severity

LIMIT = 10
"""How many annotations of each level GitHub keeps of a step; it drops the others without a word."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report) -> str:
    """A command a finding, the loudest first; where GitHub would not show all, a notice says how many more there are."""
    ordered = sorted(report.diagnostics, key=lambda one: -one.severity)
    chosen = _chosen(ordered)
    commands = [_command(one) for one in chosen]
    left = len(ordered) - len(chosen)
    if left:
        noun = "finding has" if left == 1 else "findings have"
        why = (
            f"{left} more {noun} no annotation, since GitHub shows {LIMIT} of a level; the log of this step, or svclint check --format full"
        )
        commands.append(f"::notice title=svclint::{why}, has all of them")
    return "".join(f"{command}\n" for command in commands)


def _chosen(ordered: list[Diagnostic]) -> list[Diagnostic]:
    """Those that GitHub will show; one notice fewer where the notice about the others needs a place."""
    counts = Counter(one.severity for one in ordered)
    room = dict.fromkeys(_LEVELS, LIMIT)
    if any(count > LIMIT for count in counts.values()):
        room[Severity.INFO] -= 1
    seen: Counter[Severity] = Counter()
    kept = []
    for one in ordered:
        seen[one.severity] += 1
        if seen[one.severity] <= room[one.severity]:
            kept.append(one)
    return kept


def _command(diagnostic: Diagnostic) -> str:
    properties = ",".join(f"{key}={escape(value).translate(_PROPERTY)}" for key, value in _properties(diagnostic))
    return f"::{_LEVELS[diagnostic.severity]} {properties}::" + "\n".join(lines(diagnostic)).translate(_DATA)


def _properties(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    """The title, and where it is: nowhere for what is gone, which GitHub then shows with the run."""
    rule, place = diagnostic.rule, anchor(diagnostic)
    yield "title", f"{rule.code} {rule.name}"
    if place:
        start, end = on_one_line(place)
        yield "file", place.file.path
        yield "line", str(start.line)
        yield "col", str(start.column)
        yield "endLine", str(end.line)
        yield "endColumn", str(end.column)
