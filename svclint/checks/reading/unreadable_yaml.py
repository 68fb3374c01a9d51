"""A document that is no YAML, so that nothing in it can be applied or checked."""

from collections.abc import Iterator

from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.yaml.document import Document, State


def check(document: Document, _: Context) -> Iterator[Finding]:
    """Report the parser's problem; a document without a readable kind may be anything, and is only counted."""
    problem = document.problem
    if document.state is not State.BROKEN or problem is None or (document.kind is None and not problem.encoding):
        return
    notes = []
    if problem.related:
        place, text = problem.related
        notes.append(Note(text, place))
    if problem.note:
        notes.append(Note(problem.note))
    yield Finding(problem.place, problem.message, (problem.message,), notes=tuple(notes))


RULE = Rule(
    name="unreadable-yaml",
    code="SVC001",
    summary="a document is not valid YAML",
    category=Category.REJECTED,
    subject=Subject.DOCUMENT,
    check=check,
)
