"""A field of an object, present or not: the one way from nodes to located values."""

from collections.abc import Iterator

from svclint.model.located import Located
from svclint.source.place import Place
from svclint.yaml.node import Mapping, Node, Scalar, Sequence
from svclint.yaml.path import ROOT, FieldPath
from svclint.yaml.scalars import resolve


class Field:
    """The node at a path, or None where the path leads nowhere.

    `near` is where to point when something is missing at or below: the field's own key, or that of the nearest present
    parent. `site` is the alias or merge through which the field was reached; everything below is placed there.
    """

    __slots__ = ("near", "node", "path", "site")

    def __init__(self, node: Node | None, path: FieldPath, near: Place, site: Place | None = None) -> None:
        self.path = path
        self.near = near
        self.node = None if isinstance(node, Scalar) and resolve(node) is None else node
        self.site = site or (node.alias if node else None)

    @property
    def place(self) -> Place:
        """Where the value is written; where it is absent, its nearest present parent."""
        if self.site:
            return self.site
        return self.node.place if self.node else self.near

    @property
    def present(self) -> bool:
        """Whether there is a value: null counts as none, as in the API server."""
        return self.node is not None

    @property
    def is_true(self) -> bool:
        """Whether the value is the boolean true."""
        return isinstance(self.node, Scalar) and resolve(self.node) is True

    @property
    def is_plainly_written(self) -> bool:
        """Whether replacing the text at `place` replaces the value: a tag in front of it would go on to decide its type."""
        return self.site is None and (not isinstance(self.node, Scalar) or self.node.tag is None)

    def child(self, name: str) -> "Field":
        """The field `name` of an object; an absent one where this is no object or has no such field."""
        return self._step(name, self.path.child(name))

    def entry(self, name: str) -> "Field":
        """The value at a key of the user's own: a label, an annotation, a selector's pair."""
        return self._step(name, self.path.key(name))

    def _step(self, name: str, path: FieldPath) -> "Field":
        entry = self.node.fields.get(name) if isinstance(self.node, Mapping) else None
        if entry is None:
            return Field(None, path, self.near, self.site)
        site = self.site or entry.merge
        return Field(entry.value, path, site or entry.key.place, site)

    def at(self, dotted: str) -> "Field":
        """The field at a dotted path below this one; itself for an empty path."""
        field = self
        for name in dotted.split(".") if dotted else ():
            field = field.child(name)
        return field

    def items(self) -> "Iterator[Field]":
        """The items of a list, nulls included; nothing where this is no list."""
        for index in range(len(self.node.items) if isinstance(self.node, Sequence) else 0):
            yield self.item(index)

    def item(self, index: int) -> "Field":
        """The item of a list at an index that it has. Raises IndexError where it has not, or is no list."""
        node = (self.node.items if isinstance(self.node, Sequence) else ())[index]
        return Field(node, self.path.index(index), self.site or _head(node), self.site)

    def names(self) -> tuple[str, ...]:
        """The keys of an object as Kubernetes sees them; nothing where this is no object."""
        return tuple(self.node.fields) if isinstance(self.node, Mapping) else ()

    def writes(self, name: str) -> bool:
        """Whether the key `name` is written in this object itself, not brought by an alias or a merge."""
        entry = self.node.fields.get(name) if isinstance(self.node, Mapping) else None
        return self.site is None and entry is not None and entry.merge is None

    def key_place(self, name: str) -> Place:
        """Where the key `name` of this object is written, or where to point when it is absent."""
        entry = self.node.fields.get(name) if isinstance(self.node, Mapping) else None
        return self.site or (entry.merge or entry.key.place if entry else self.near)

    def text(self, absent: str = "") -> Located[str | None]:
        """The value as a string: `absent` where there is none, None where it is anything else than a string."""
        if self.node is None:
            return Located(absent, self.near, self.path, written=False)
        value = resolve(self.node) if isinstance(self.node, Scalar) else None
        return Located(value if isinstance(value, str) else None, self.place, self.path, self.is_plainly_written)

    def word(self, name: str) -> str | None:
        """The text of the field `name`, as `child(name).text().value` has it: for those of which nobody asks where they stand."""
        entry = self.node.fields.get(name) if isinstance(self.node, Mapping) else None
        if entry is None:
            return ""
        value = resolve(entry.value) if isinstance(entry.value, Scalar) else entry.value
        return "" if value is None else value if isinstance(value, str) else None

    def number(self, absent: int = 0) -> Located[int | None]:
        """The value as an integer: `absent` where there is none, None where it is anything else than an integer.

        A float without a fraction is an integer to Kubernetes: 80.0 and 8e1 reach the server as 80.
        """
        if self.node is None:
            return Located(absent, self.near, self.path, written=False)
        return Located(_integer(self.node), self.place, self.path, self.is_plainly_written)

    def number_or_text(self, absent: int) -> Located[int | str | None]:
        """The value as an IntOrString: `absent` where there is none, None where it is neither."""
        if self.node is None:
            return Located(absent, self.near, self.path, written=False)
        value = resolve(self.node) if isinstance(self.node, Scalar) else None
        known: int | str | None = value if isinstance(value, str) else _integer(self.node)
        return Located(known, self.place, self.path, self.is_plainly_written)


def _integer(node: Node) -> int | None:
    value = resolve(node) if isinstance(node, Scalar) else None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _head(node: Node) -> Place:
    """Where to point at an item as a whole: its first key, since the item itself may run over many lines."""
    if isinstance(node, Mapping) and node.entries and node.alias is None:
        return node.entries[0][0].place
    return node.place


def root_field(root: Mapping) -> Field:
    """An object as a field; what it lacks is placed at its kind."""
    kind = root.fields.get("kind")
    return Field(root, ROOT, kind.value.place if kind else _head(root))
