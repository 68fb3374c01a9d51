"""A word in a suppression that is no rule's name."""

from collections.abc import Iterator

from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.rule.suppression import RuleWord, Suppression
from svclint.source.edit import Edit, Fix, Safety


def check(suppression: Suppression, _: Context) -> Iterator[Finding]:
    """Report each word that stands for no rule, with the name that was probably meant."""
    for one in suppression.words:
        if not one.codes:
            yield _finding(one)


def _finding(unknown: RuleWord) -> Finding:
    word, meant = unknown.word, unknown.nearest
    if meant:
        advice = f"did you mean `{meant}`?"
    elif len(word.text.split()) > 1:
        advice = "write commas between the names of rules"
    else:
        advice = "`svclint rule --all` lists the rules"
    return Finding(
        word.place,
        f'there is no rule "{word.text}": it silences nothing',
        (word.text,),
        notes=(Note(advice, voice=Voice.HELP),),
        fix=Fix(advice, Safety.UNSAFE, (Edit(word.place, meant),)) if meant and word.written else None,
        label="no name, code or prefix of a rule",
    )


RULE = Rule(
    name="unknown-ignore",
    code="SVC005",
    summary="a comment or an annotation that names a rule which there is not",
    category=Category.HAZARD,
    subject=Subject.SUPPRESSION,
    check=check,
    fixes="unsafe",
)
