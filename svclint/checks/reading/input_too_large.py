"""A document beyond the limits of reading: too deep, too large, or an alias bomb."""

from collections.abc import Iterator

from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.yaml.document import Document, State


def check(document: Document, _: Context) -> Iterator[Finding]:
    """Report the limit and the place at which it was reached."""
    problem = document.problem
    if document.state is State.TOO_LARGE and problem is not None:
        notes = (Note(problem.note),) if problem.note else ()
        unread = Note("nothing in this document was checked")
        yield Finding(problem.place, problem.message, (problem.message,), notes=(*notes, unread), label="reading stops here")


RULE = Rule(
    name="input-too-large",
    code="SVC003",
    summary="a document is too deep or too large to be read",
    category=Category.REJECTED,
    subject=Subject.DOCUMENT,
    check=check,
)
