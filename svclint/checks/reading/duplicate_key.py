"""A key that stands twice in one mapping: one of the two values is lost."""

from collections.abc import Iterator

from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.yaml.document import Document


def check(document: Document, _: Context) -> Iterator[Finding]:
    """Report each later key, with the place of the one that it hides."""
    for first, again, name, merged in document.duplicates:
        if merged:
            continue  # overriding what a `<<` brings is what merging is for: kubectl and kustomize take it
        yield Finding(
            again.place,
            f'the key "{name}" stands twice in one mapping',
            (name,),
            label="this value wins",
            notes=(
                Note("first set here, and lost", first.place),
                Note("keep one of the two: kubectl takes the last without a word, kustomize refuses the document", voice=Voice.HELP),
            ),
        )


RULE = Rule(
    name="duplicate-key",
    code="SVC002",
    summary="a key stands twice in one mapping",
    category=Category.REJECTED,
    subject=Subject.DOCUMENT,
    check=check,
)
