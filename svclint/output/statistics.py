"""How many findings each rule has: counts instead of findings."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from svclint.record import NamedTuple
from svclint.rule.report import Report
from svclint.rule.rule import Rule
from svclint.source.edit import Safety


class Count(NamedTuple):
    """The findings of a rule, and how many of them have a fix that `--fix` applies."""

    rule: Rule
    number: int
    fixable: int


def text(report: Report) -> str:
    """One line a rule, the most frequent first: count, code, `[*]` where all can be fixed, `[-]` where some can, and name."""
    counts = _counts(report)
    width = max((len(str(one.number)) for one in counts), default=0)
    any_fixable = any(one.fixable for one in counts)
    lines = [f"{one.number:{width}}  {one.rule.code}  {_mark(one) if any_fixable else ''}{one.rule.name}\n" for one in counts]
    return "".join(lines) + ("[*] fixable with svclint --fix\n" if any_fixable else "")


def as_json(report: Report) -> str:
    """The same as an array: code, name, count, fixable (whether all are), fixable_count."""
    import json  # noqa: PLC0415 - for those who ask for it

    made = [
        {
            "code": rule.code,
            "name": rule.name,
            "count": number,
            "fixable": fixable == number,
            "fixable_count": fixable,
        }
        for rule, number, fixable in _counts(report)
    ]
    return json.dumps(made, indent=2) + "\n"


FORMS: Mapping[str, Callable[[Report], str]] = {"full": text, "concise": text, "json": as_json}
"""How the formats show statistics; the others are for findings."""


def _mark(one: Count) -> str:
    return "[*] " if one.fixable == one.number else "[-] " if one.fixable else "[ ] "


def _counts(report: Report) -> list[Count]:
    rules = {one.rule.code: one.rule for one in report.diagnostics}
    found = Counter(one.rule.code for one in report.diagnostics)
    safe = Counter(_fixable(report))
    counts = (Count(rule, found[code], safe[code]) for code, rule in rules.items())
    return sorted(counts, key=lambda one: (-one.number, one.rule.code))


def _fixable(report: Report) -> Iterable[str]:
    return (one.rule.code for one in report.diagnostics if one.fix and one.fix.safety is Safety.SAFE)
