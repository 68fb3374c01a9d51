"""What was meant to silence findings, and is not written so that it does."""

from collections.abc import Iterator

from svclint.model.directive import Malformed
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(malformed: Malformed, _: Context) -> Iterator[Finding]:
    """Report what is wrong with it, and how it is written."""
    yield Finding(
        malformed.place,
        malformed.message,
        (malformed.message,),
        notes=(Note(malformed.help, voice=Voice.HELP),),
        label=malformed.label,
    )


RULE = Rule(
    name="malformed-ignore",
    code="SVC007",
    summary="a comment or an annotation that was meant to silence something and silences nothing",
    category=Category.HAZARD,
    subject=Subject.MALFORMED,
    check=check,
)
