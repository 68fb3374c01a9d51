"""A suppression, or a word in one, that silences nothing any more."""

from collections.abc import Iterator

from svclint.checks.annotated import remove_annotation
from svclint.model.directive import Reach
from svclint.model.resource import IGNORE
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.rule.suppression import RuleWord, Suppression, Unused
from svclint.source.edit import Edit, Fix, Safety
from svclint.source.place import Place


def check(unused: Unused, _: Context) -> Iterator[Finding]:
    """Report the whole comment or annotation where nothing of it has an effect, else each word that has none."""
    if unused.is_whole:
        yield _whole(unused)
    else:
        yield from (_word(unused.suppression, one) for one in unused.words)


def _whole(unused: Unused) -> Finding:
    directive = unused.directive
    names = ", ".join(word.text for word in directive.words)
    what = "annotation" if directive.reach is Reach.OBJECT else "comment"
    edit = remove_annotation(directive.owner, IGNORE) if directive.owner else _comment(directive.place)
    return Finding(
        directive.place,
        f"this {what} silences nothing: there is no finding of {names}",
        (directive.reach.value, names),
        notes=(Note(f"remove the {what}", voice=Voice.HELP),),
        fix=Fix(f"remove the {what}", Safety.SAFE, (edit,)) if edit else None,
        label="without effect",
    )


def _word(suppression: Suppression, unused: RuleWord) -> Finding:
    word = unused.word
    edit = _without(suppression, unused)
    return Finding(
        word.place,
        f"no finding of {word.text} is silenced here",
        (suppression.directive.reach.value, word.text),
        notes=(Note("remove it from the list", voice=Voice.HELP),),
        fix=Fix("remove it from the list", Safety.SAFE, (edit,)) if edit else None,
        label="without effect",
    )


def _comment(place: Place) -> Edit:
    """Deletes a comment: with its line where it stands alone, else with the blanks before it."""
    text = place.file.text
    line = text[: place.begin].rstrip(" \t")
    alone = not line or line.endswith(("\n", "\r"))
    end = place.end + len(text[place.end :]) - len(text[place.end :].lstrip(" \t"))
    ends_line = text[end : end + 1] in ("", "\n", "\r")
    if not ends_line:  # what follows is a comment for another tool
        return Edit(place._replace(end=end), "")
    if not alone:
        return Edit(Place(place.file, len(line), end), "")
    over = 2 if text.startswith("\r\n", end) else 1
    return Edit(Place(place.file, len(line), min(end + over, len(text))), "")


def _without(suppression: Suppression, unused: RuleWord) -> Edit | None:
    """Deletes a word with the comma that parts it from its neighbour."""
    words, word = suppression.directive.words, unused.word
    at = words.index(word)
    if not all(one.written for one in words) or len(words) < 2:
        return None
    if at:
        return Edit(word.place._replace(begin=words[at - 1].place.end), "")
    return Edit(word.place._replace(end=words[1].place.begin), "")


RULE = Rule(
    name="unused-ignore",
    code="SVC004",
    summary="a comment or an annotation that silences nothing",
    category=Category.HAZARD,
    subject=Subject.UNUSED,
    check=check,
    needs=Needs.WORKSPACE,
    fixes="safe",
)
