"""The rules: one file each, grouped by what they talk about. `RULES` has them all, by code; none is imported before it is called."""

from svclint.checks.catalogue import LINES
from svclint.rule.later import Later
from svclint.rule.rule import Needs, Rule, Status
from svclint.rule.severity import Category, Severity
from svclint.rule.subject import Subject


def _rule(line: str) -> Rule:
    code, module, category, subject, needs, severity, fixes, options, since, status, summary = line.split(" ", 10)
    return Rule(
        name=module.partition(".")[2].replace("_", "-"),
        code=code,
        summary=summary,
        category=Category[category.upper()],
        subject=Subject[subject.upper()],
        check=Later(f"svclint.checks.{module}"),
        needs=Needs[needs.upper()],
        fixes="" if fixes == "-" else fixes.replace("+", ", "),
        options=() if options == "-" else tuple(options.split("+")),
        severity=None if severity == "-" else Severity[severity.upper()],
        since=since,
        status=Status[status.upper()],
    )


RULES: tuple[Rule, ...] = tuple(map(_rule, LINES.splitlines()))
