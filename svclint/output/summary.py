"""What a run looked at, and what it did not: the words on standard error. Nothing checked is never "all good"."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from svclint.output.escape import escape
from svclint.rule.report import Report, Silencer
from svclint.rule.severity import Severity

if TYPE_CHECKING:
    from svclint.rule.showing import Showing


def summary(report: Report, hidden: int = 0) -> str:
    """One line, and more with the way to check templates, or to prune the baseline, where there is cause; ends in a line break.

    `hidden` findings more are not in the report, for --min-severity.
    """
    sentences = [*_verdict(report, hidden), *_unjudged(report)]
    return " ".join(f"{sentence}." for sentence in sentences) + "\n" + _advice(report, "checked", "check") + _gone(report)


def unshown(showing: "Showing") -> str:
    """What `show` does not show, in the same form; the empty string where that is nothing."""
    report = showing.report
    empty = [f"No Service in {counted(report.checked.files, 'file')}"] if not showing.services and not showing.unmatched else []
    parts = [*empty, *_left_out(report, "read")]
    return f"{'; '.join(parts)}.\n" * bool(parts) + _advice(report, "shown", "show")


def _advice(report: Report, done: str, command: str) -> str:
    return f"Templates are {done} once rendered: helm template … | svclint {command} -\n" if report.templates else ""


def _gone(report: Report) -> str:
    number = len(report.gone)
    entries = "1 entry of the baseline is" if number == 1 else f"{number} entries of the baseline are"
    return f"{entries} gone: svclint baseline --prune\n" if number else ""


def _hushed(report: Report, hidden: int) -> str:
    """What was found and is not shown, in brackets."""
    known = sum(one.by is Silencer.BASELINE for one in report.suppressed)
    parts = ((len(report.suppressed) - known, "suppressed"), (known, "in the baseline"), (hidden, "below --min-severity"))
    told = ", ".join(f"{number} {why}" for number, why in parts if number)
    return f" ({told})" if told else ""


def _verdict(report: Report, hidden: int) -> Iterator[str]:
    counts = Counter(diagnostic.severity for diagnostic in report.diagnostics)
    found = ", ".join(counted(counts[severity], str(severity)) for severity in sorted(Severity, reverse=True) if counts[severity])
    checked = report.checked
    hushed = _hushed(report, hidden)
    files = counted(checked.files, "file")
    if checked.services:
        yield (found or ("Nothing to show" if hidden else "No problems")) + hushed
        seen = f"{counted(checked.services, 'Service')} and {counted(checked.workloads, 'workload')} in {files}"
        against = f" against {escape(checked.against)}" if checked.against else ""
        yield "; ".join([f"Checked {seen}{against}", *_left_out(report)])
    elif found:
        yield found + hushed
        yield "; ".join([f"No Service in {files}", *_left_out(report)])
    else:
        yield "; ".join([f"Nothing was checked: no Service in {files}{hushed}", *_left_out(report)])


def _left_out(report: Report, done: str = "checked") -> Iterator[str]:
    if report.templates:
        yield f"{counted(len(report.templates), 'template')} not {done}"
    reasons = {skipped.reason for skipped in report.skipped}
    if not reasons:
        return
    why = ""
    if len(report.skipped) == 1:
        why = f" ({escape(report.skipped[0].path)}: {escape(report.skipped[0].reason)})"
    elif len(reasons) == 1:
        why = f" ({escape(reasons.pop())})"
    yield f"{counted(len(report.skipped), 'file')} skipped{why}"


def _unjudged(report: Report) -> Iterator[str]:
    for what, why in report.not_judged:
        yield escape(f"{what[:1].upper()}{what[1:]} not judged" + (f": {why}" if why else ""))
    if report.checked.services and not report.checked.against and not any(what == "changes" for what, _ in report.not_judged):
        yield "Changes not judged"


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
