"""A load balancer class that cannot be."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.checks.faulty import by_value, cut
from svclint.checks.labelled import key_flaw
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report a class against the syntax of label keys."""
    for error, _faults in by_value(verdict.caused_by(Cause.LOAD_BALANCER_CLASS)):
        name = str(error.at.value)
        yield Finding(
            error.at,
            f'"{cut(name)}" is not a possible loadBalancerClass',
            (cut(name),),
            reason=error.reason.value,
            label=key_flaw(name),
            notes=(
                Note("write the class as the controller's documentation names it, such as `example.org/internal`", voice=Voice.HELP),
                Note("it has the syntax of a label key: a name, with a DNS name and a slash in front where wanted"),
            ),
        )


RULE = Rule(
    name="invalid-load-balancer-class",
    code="SVC120",
    summary="a loadBalancerClass is none that can exist",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
