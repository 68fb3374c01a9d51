"""A selector that asks for a label that cannot be."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.checks.labelled import label_findings
from svclint.rule.context import Context
from svclint.rule.finding import Finding
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report each key and each value that is against the syntax of labels."""
    yield from label_findings(verdict.caused_by(Cause.SELECTOR_LABEL), "selector label")


RULE = Rule(
    name="invalid-selector-label",
    code="SVC107",
    summary="a selector asks for a label that no pod can have",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
