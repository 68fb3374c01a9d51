"""What silences findings in a manifest: comments, the annotation, and what was meant to be one and is none."""

from collections.abc import Iterator
from enum import Enum

from svclint.model.field import Field
from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.source.nearest import nearest
from svclint.source.pattern import pattern
from svclint.source.place import Place
from svclint.yaml.comments import Comment, comments

MARK = "svclint:"
_MARK = pattern(r"svclint:\s*")
_FORM = pattern(r"(?P<form>[A-Za-z][A-Za-z_-]*)?(?P<rest>.*)")
_ANOTHER = pattern(r"\s#\s")  # a comment in the comment, for another tool
_WORD = pattern(r"[^,\s](?:[^,]*[^,\s])?")
_CODE = pattern(r"[\s\[(=]*SVC[0-9]")
_HEAD_LINES = 10  # a comment for the whole file stands where a reader of the file meets it


class Reach(Enum):
    """How much is covered."""

    PLACE = "ignore"
    DOCUMENT = "ignore-document"
    FILE = "ignore-file"
    OBJECT = "svclint.dev/ignore"


FORMS = tuple(one.value for one in Reach if one is not Reach.OBJECT)
_MEANT = {
    **dict.fromkeys(("disable", "noqa", "skip", "suppress", "nolint", "allow", "ignores", "ignored"), "ignore"),
    **dict.fromkeys(("ignore-line", "disable-line", "ignore-next", "ignore-next-line", "disable-next-line"), "ignore"),
    **dict.fromkeys(("document-ignore", "disable-document", "ignore-doc"), "ignore-document"),
    **dict.fromkeys(("file-ignore", "disable-file", "skip-file", "ignore-all"), "ignore-file"),
}
"""What other tools call it."""


class Word(NamedTuple):
    """What stands for rules in a list, as written. `written`: the place is the word's own, and not that of the whole value."""

    text: str
    place: Place
    written: bool = True


class Directive(NamedTuple):
    """A comment or an annotation that silences findings: the rules it names, its reason, and its place.

    A comment `alone` on its line covers the whole node that follows. `owner` is the object that has the annotation.
    """

    reach: Reach
    words: tuple[Word, ...]
    reason: str
    place: Place
    alone: bool = False
    owner: Field | None = None


class Malformed(NamedTuple):
    """What was meant to silence something and silences nothing: where, what is wrong with it, and how it is written."""

    place: Place
    message: str
    label: str
    help: str


def read_directives(file: SourceFile) -> Iterator[Directive | Malformed]:
    """The suppression comments of a file, in order. A text without the mark is not parsed for them."""
    if MARK not in file.text:
        return
    for comment in comments(file):
        directive = _read(comment)
        if directive:
            yield directive


def words_in(text: str) -> Iterator[tuple[int, str]]:
    """The words of a list between commas, without the blanks around them, each with its offset."""
    return ((found.start(), found[0]) for found in _WORD.finditer(text))


def _read(comment: Comment) -> Directive | Malformed | None:
    mark = _MARK.match(comment.text)
    if mark is None:
        return None
    place = comment.place
    begin = place.begin + place.text.find(comment.text, 1)  # behind the `#`
    another = _ANOTHER.search(comment.text)
    text = comment.text[: another.start()] if another else comment.text
    place = place._replace(end=begin + len(text))
    found = _FORM.match(text, mark.end())
    assert found is not None  # both parts may be empty
    form, rest = found["form"] or "", found["rest"]
    if form not in FORMS:
        return _other_form(place, form, rest)
    if not rest.startswith("["):
        return _without_list(place, form, rest)
    listed, bracket, reason = rest[1:].partition("]")
    if not bracket:
        return Malformed(place, f"the list of {form} is not closed", "no ] in this comment", _written(form))
    offset = begin + found.start("rest") + 1
    words = tuple(Word(word, Place(place.file, offset + at, offset + at + len(word))) for at, word in words_in(listed))
    if not words:
        return Malformed(place, f"{form} names no rule", "an empty list covers nothing", _written(form))
    return _misplaced(place, form) or Directive(Reach(form), words, reason.strip(), place, comment.alone)


def _without_list(place: Place, form: str, rest: str) -> Malformed:
    if rest.lstrip().startswith("["):
        return Malformed(place, f"a blank stands between {form} and its list", "covers nothing", _written(form))
    return Malformed(place, f"{form} names no rule", "covers nothing: the list is mandatory", _written(form))


def _misplaced(place: Place, form: str) -> Malformed | None:
    """Elsewhere these two would look as if they spoke of the lines around them."""
    start = place.span.start
    if form == Reach.DOCUMENT.value and start.column != 1:
        return Malformed(place, "ignore-document does not start at column 1", "covers nothing", "move it to the start of a line of its own")
    if form == Reach.FILE.value and start.line > _HEAD_LINES:
        where = f"ignore-file stands in line {start.line}, behind the first {_HEAD_LINES}"
        return Malformed(place, where, "covers nothing", f"move it into the first {_HEAD_LINES} lines")
    return None


def _other_form(place: Place, form: str, rest: str) -> Malformed | None:
    """A form that there is not; None for prose: `# svclint: see the handbook`, `# svclint: disabled until we have moved`."""
    if not form and rest[:1] == "[" and _CODE.match(rest):
        return Malformed(place, "a list without ignore in front of it", "covers nothing", _written("ignore"))
    meant = form and (_MEANT.get(form.lower()) or nearest(form.replace("_", "-"), FORMS))
    listed = rest.lstrip()[:1] in ("[", "(", "=") or _CODE.match(rest) is not None
    if (meant and (listed or not rest.strip())) or (rest[:1] == "[" and _CODE.match(rest)):
        return Malformed(place, f'"{form}" is no form of suppression', "covers nothing", _written(meant or "ignore"))
    return None


def _written(form: str) -> str:
    return f"write `# svclint: {form}[rule-name, SVC301] reason`"
