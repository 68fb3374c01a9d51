"""The annotation that silences findings about its object: it survives kustomize, Helm, and the cluster."""

from collections.abc import Iterator

from svclint.model.directive import Directive, Malformed, Reach, Word, words_in
from svclint.model.field import Field
from svclint.model.located import Located
from svclint.model.objects import object_roots
from svclint.model.resource import IGNORE
from svclint.model.spelling import part_of
from svclint.yaml.node import Node

_HELP = f'write `{IGNORE}: "rule-name, SVC301: reason"`'


def read_annotations(root: Node | None) -> Iterator[Directive | Malformed]:
    """What the objects of a document have of it; what is no object has no annotations."""
    for one in object_roots(root):
        found = read_annotation(one) if one.word("kind") else None
        if found:
            yield found


def read_annotation(root: Field) -> Directive | Malformed | None:
    """What an object has of it: rules, a colon, and the reason; None where it has none."""
    annotations = root.child("metadata").child("annotations")
    if IGNORE not in annotations.names():
        return None
    field = annotations.entry(IGNORE)
    text = field.text()
    if text.value is None:
        return Malformed(text.place, "the annotation that silences findings is no string", "covers nothing", _HELP)
    whole = Located(text.value, text.place, text.path, text.written)
    listed, _, reason = whole.value.partition(":")
    if "[" in listed:
        return Malformed(text.place, "brackets in the annotation that silences findings", "covers nothing", _HELP)
    words = tuple(_word(part_of(whole, at, word)) for at, word in words_in(listed))
    if not words:
        place = text.place if field.present else annotations.key_place(IGNORE)
        return Malformed(place, "the annotation that silences findings names no rule", "covers nothing", _HELP)
    return Directive(Reach.OBJECT, words, reason.strip(), text.place, owner=root)


def _word(part: Located[str]) -> Word:
    return Word(part.value, part.place, part.written)
