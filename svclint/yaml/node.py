"""The nodes of a document: immutable by agreement, each knowing its file and its exact stretch of text."""

from collections.abc import Iterator
from typing import TypeAlias

from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.source.place import Place


class _Written:
    """What all nodes share: the stretch `begin` to `end` of `file`, and the `alias` through which it is reached, if any."""

    __slots__ = ("alias", "begin", "end", "file", "tag")

    file: SourceFile
    begin: int
    end: int
    tag: str | None
    alias: Place | None

    @property
    def place(self) -> Place:
        """Where the node is written; for an alias, where the alias is."""
        return self.alias or Place(self.file, self.begin, self.end)


class Scalar(_Written):
    """A scalar as written. `begin`/`end` are offsets in the file, quotes included, tag and anchor not.

    `text` is the content after unquoting and folding; `style` is "" for plain, else one of ' " | >; `tag` the
    explicit tag as the parser expands it ("!" for the non-specific one), else None. `alias` is the place of the
    `*name` through which this node is reached, None where it stands itself.
    """

    __slots__ = ("style", "text")

    def __init__(
        self, file: SourceFile, begin: int, end: int, text: str, style: str = "", tag: str | None = None, alias: Place | None = None
    ) -> None:
        self.file = file
        self.begin = begin
        self.end = end
        self.text = text
        self.style = style
        self.tag = tag
        self.alias = alias

    def __repr__(self) -> str:
        return f"Scalar({self.text!r})"


class Entry(NamedTuple):
    """A key and its value. `merge` is the place of the `<<` that brought it in, None for a key written here."""

    key: "Scalar"
    value: "Node"
    merge: Place | None = None


class Duplicate(NamedTuple):
    """A key that stands twice in one mapping: `first` is overridden, `again` wins, as in Go's lenient reader.

    `merged` tells that a `<<` brought one of the two: go-yaml's strict reader refuses that as well, people mean it.
    """

    first: Scalar
    again: Scalar
    name: str
    merged: bool = False


class Mapping(_Written):
    """A mapping. `entries` are the keys as written, in order, `<<` among them; `fields` what Kubernetes sees.

    `fields` has the keys as Kubernetes makes them strings (semantics.md §0), merges carried out, the last of equal
    keys winning. `faults` are keys that Kubernetes refuses (null, a list, a mapping, a `<<` that is neither mapping nor
    list of mappings), as the nodes they are.
    """

    __slots__ = ("_fields", "duplicates", "entries", "faults")

    def __init__(
        self,
        file: SourceFile,
        begin: int,
        end: int,
        entries: "tuple[tuple[Node, Node], ...]",
        fields: dict[str, Entry] | None,
        duplicates: tuple[Duplicate, ...] = (),
        faults: "tuple[Node, ...]" = (),
        tag: str | None = None,
        alias: Place | None = None,
    ) -> None:
        self.file = file
        self.begin = begin
        self.end = end
        self.entries = entries
        self._fields = fields
        self.duplicates = duplicates
        self.faults = faults
        self.tag = tag
        self.alias = alias

    @property
    def fields(self) -> dict[str, Entry]:
        """What Kubernetes sees. None given means that each key's text is its name, no two equal: then made at the first
        need, since most mappings are never asked.
        """
        fields = self._fields
        if fields is None:
            fields = self._fields = {key.text: Entry(key, value) for key, value in self.entries if isinstance(key, Scalar)}
        return fields

    def get(self, name: str) -> "Node | None":
        """The value of a key as Kubernetes sees it, None where the key is absent."""
        entry = self.fields.get(name)
        return entry.value if entry else None

    def __repr__(self) -> str:
        return f"Mapping({', '.join(self.fields)})"


class Sequence(_Written):
    """A list of nodes; `begin` is at the first dash or bracket, `end` after the last item or bracket."""

    __slots__ = ("items",)

    def __init__(
        self, file: SourceFile, begin: int, end: int, items: "tuple[Node, ...]", tag: str | None = None, alias: Place | None = None
    ) -> None:
        self.file = file
        self.begin = begin
        self.end = end
        self.items = items
        self.tag = tag
        self.alias = alias

    def __repr__(self) -> str:
        return f"Sequence({len(self.items)})"


Node: TypeAlias = Scalar | Mapping | Sequence


def walk(node: Node) -> Iterator[Node]:
    """Every node once, keys included, in document order; an alias is yielded and not entered."""
    stack: list[Node] = [node]
    while stack:
        one = stack.pop()
        yield one
        if one.alias is not None:
            continue
        if isinstance(one, Mapping):
            for key, value in reversed(one.entries):
                stack += (value, key)
        elif isinstance(one, Sequence):
            stack += reversed(one.items)
