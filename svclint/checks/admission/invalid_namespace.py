"""A namespace that cannot be."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.checks.faulty import by_value, cut, placeholder_note
from svclint.checks.syntax import name_flaw
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report a namespace whose name is no DNS label."""
    for error, _faults in by_value(verdict.caused_by(Cause.NAMESPACE)):
        name = str(error.at.value)
        yield Finding(
            error.at,
            f'"{cut(name)}" is not a possible name of a namespace',
            (cut(name),),
            reason=error.reason.value,
            label=name_flaw(name),
            notes=(
                Note("it has up to 63 of a-z, 0-9 and hyphens, with a letter or digit at both ends", voice=Voice.HELP),
                *placeholder_note(name),
            ),
        )


RULE = Rule(
    name="invalid-namespace",
    code="SVC104",
    summary="the namespace of a Service is none that can exist",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
