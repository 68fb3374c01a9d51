"""An annotation that cannot be."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause, Reason
from svclint.apiserver.verdict import Verdict
from svclint.checks.labelled import label_findings
from svclint.checks.written import pointed
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report each key against the syntax, and annotations that are too large together."""
    errors = verdict.caused_by(Cause.ANNOTATION)
    yield from label_findings([error for error in errors if error.reason is not Reason.TOO_LONG], "annotation")
    for error in errors:
        if error.reason is Reason.TOO_LONG:
            help_ = Note("keep large data in a ConfigMap, and name that in the annotation", voice=Voice.HELP)
            message = "the annotations have more than 262144 bytes, keys and values together"
            yield Finding(pointed(verdict, error), message, (), error.reason.value, (help_,), label="too large")


RULE = Rule(
    name="invalid-annotation",
    code="SVC106",
    summary="an annotation has a key that cannot be, or all are too large",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
