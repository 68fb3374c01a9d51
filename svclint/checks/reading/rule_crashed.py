"""A rule of svclint raised an exception; the engine makes the findings, since only it can see that."""

from collections.abc import Iterator

from svclint.rule.context import Context
from svclint.rule.finding import Finding
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(_: None, __: Context) -> Iterator[Finding]:
    """Find nothing: engine/run.py reports the crash of another rule under this name."""
    yield from ()


RULE = Rule(
    name="rule-crashed",
    code="SVC009",
    summary="a rule of svclint failed on this object",
    category=Category.BROKEN,
    subject=Subject.SELF,
    check=check,
)
