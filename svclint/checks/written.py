"""How a field is written: its node, and where its key stands."""

from typing import Any

from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.model.located import Located
from svclint.record import NamedTuple
from svclint.source.edit import Edit
from svclint.source.place import Place
from svclint.yaml.node import Mapping, Node, Sequence
from svclint.yaml.path import FieldPath


class Written(NamedTuple):
    """The node of a field and the place of its key; None where there is none, or an item of a list has none."""

    node: Node | None
    key: Place | None


def written(verdict: Verdict, path: FieldPath) -> Written:
    """How the field at a path is written in the Service that a verdict is about."""
    node, key = verdict.service.root.node, None
    for step in path.steps():
        if isinstance(step, str) and isinstance(node, Mapping) and step in node.fields:
            entry = node.fields[step]
            node, key = entry.value, entry.key.place
        elif isinstance(step, int) and isinstance(node, Sequence) and step < len(node.items):
            node, key = node.items[step], None
        else:
            return Written(None, None)
    return Written(node, key)


def pointed(verdict: Verdict, error: LocatedError) -> Located[Any]:
    """Where to point at an error: the value, or the key of an object or list that stands in lines of its own."""
    at = error.at
    if not at.written or not isinstance(at.value, (dict, list)):
        return at
    node, key = written(verdict, at.path)
    is_block = isinstance(node, (Mapping, Sequence)) and at.place.text[:1] not in ("{", "[")
    return at._replace(place=key, written=False) if key and is_block else at


def respelled(at: Located[Any], text: str) -> Edit | None:
    """The edit that writes another text for a value, in the quotes that it has; None where it cannot be replaced."""
    begin = at.place.text[:1]
    if not at.written or begin in ("|", ">"):
        return None
    quote = begin if begin in ("'", '"') else ""
    return Edit(at.place, f"{quote}{text}{quote}")
