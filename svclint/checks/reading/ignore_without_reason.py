"""A suppression that does not say why."""

from collections.abc import Iterator

from svclint.model.directive import Reach
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.rule.suppression import Suppression


def check(suppression: Suppression, _: Context) -> Iterator[Finding]:
    """Report a suppression without a reason."""
    directive = suppression.directive
    if directive.reason:
        return
    names = ", ".join(word.text for word in directive.words)
    where = "behind the list, after a colon" if directive.reach is Reach.OBJECT else "behind the list"
    yield Finding(
        directive.place,
        f"no reason is given for silencing {names}",
        (directive.reach.value, names),
        notes=(Note(f"say why {where}: the next reader cannot know", voice=Voice.HELP),),
        label="no reason",
    )


RULE = Rule(
    name="ignore-without-reason",
    code="SVC006",
    summary="a comment or an annotation that silences findings and does not say why",
    category=Category.ADVICE,
    subject=Subject.SUPPRESSION,
    check=check,
)
