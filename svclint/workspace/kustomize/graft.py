"""Changed copies of nodes: what is not changed keeps its place, what is made up points at what made it."""

from collections.abc import Iterable

from svclint.source.place import Place
from svclint.yaml.node import Entry, Mapping, Node, Scalar, Sequence
from svclint.yaml.scalars import resolve


def is_null(node: Node | None) -> bool:
    """Whether there is no value: nothing written, or null."""
    return node is None or (isinstance(node, Scalar) and resolve(node) is None)


def text_of(node: Node | None) -> str:
    """The text of a scalar, as kustomize compares and joins it; empty for anything else."""
    return node.text if isinstance(node, Scalar) and not is_null(node) else ""


def made(text: str, at: Place) -> Scalar:
    """A string that stands nowhere: no edit at its place can change it."""
    return Scalar(at.file, at.begin, at.end, text, style='"', alias=at)


def made_number(number: int, at: Place) -> Scalar:
    """A number that stands nowhere."""
    return Scalar(at.file, at.begin, at.end, str(number), alias=at)


def made_mapping(fields: dict[str, Entry], at: Place) -> Mapping:
    """An object made of these fields; it is placed at what made it."""
    return Mapping(at.file, at.begin, at.end, _written(fields), fields)


def as_reached(node: Node, site: Place | None) -> Node:
    """The node as reached through an alias or a merge at `site`."""
    if site is None or node.alias is not None:
        return node
    if isinstance(node, Scalar):
        return Scalar(node.file, node.begin, node.end, node.text, node.style, node.tag, site)
    if isinstance(node, Sequence):
        return Sequence(node.file, node.begin, node.end, node.items, node.tag, site)
    return Mapping(node.file, node.begin, node.end, node.entries, node.fields, tag=node.tag, alias=site)


def own_fields(node: Mapping) -> dict[str, Entry]:
    """The fields of an object for a copy that is to have others too: each knows by itself through what it was reached."""
    if node.alias is None and all(entry.merge is None for entry in node.fields.values()):
        return dict(node.fields)
    return {
        name: Entry(entry.key, as_reached(entry.value, node.alias or entry.merge)) if node.alias or entry.merge else entry
        for name, entry in node.fields.items()
    }


def with_fields(node: Mapping, fields: dict[str, Entry]) -> Mapping:
    """A copy of an object with these fields, which are `own_fields` and others."""
    return Mapping(node.file, node.begin, node.end, _written(fields), fields, tag=node.tag)


def with_field(node: Mapping, name: str, value: Node, key: Scalar) -> Mapping:
    """A copy of an object with one field more, or with another value of it; `key` stands for a new one."""
    fields = own_fields(node)
    present = fields.get(name)
    fields[name] = Entry(present.key if present else key, value)
    return with_fields(node, fields)


def without(node: Mapping, names: Iterable[str]) -> Mapping:
    """A copy of an object without some of its fields; itself where it has none of them."""
    gone = [name for name in names if name in node.fields]
    if not gone:
        return node
    return with_fields(node, {name: entry for name, entry in own_fields(node).items() if name not in gone})


def own_items(node: Sequence) -> list[Node]:
    """The items of a list for a copy that is to have others too."""
    return [as_reached(item, node.alias) for item in node.items]


def with_items(node: Sequence, items: Iterable[Node]) -> Sequence:
    """A copy of a list with these items, which are `own_items` and others."""
    return Sequence(node.file, node.begin, node.end, tuple(items), node.tag)


def at_place(node: Node, place: Place) -> Node:
    """A copy of a node from a text without places of its own: all of it stands at `place`."""
    if isinstance(node, Scalar):
        return Scalar(place.file, place.begin, place.end, node.text, node.style, node.tag, place)
    if isinstance(node, Sequence):
        return Sequence(place.file, place.begin, place.end, tuple(at_place(item, place) for item in node.items), node.tag, place)
    fields = {name: Entry(_key(entry.key, place), at_place(entry.value, place)) for name, entry in node.fields.items()}
    return Mapping(place.file, place.begin, place.end, _written(fields), fields, tag=node.tag, alias=place)


def _key(key: Scalar, place: Place) -> Scalar:
    return Scalar(place.file, place.begin, place.end, key.text, key.style, key.tag)


def _written(fields: dict[str, Entry]) -> tuple[tuple[Node, Node], ...]:
    return tuple((entry.key, entry.value) for entry in fields.values())
