"""The keys of a mapping as Kubernetes sees them: made strings, merged, the last of equal ones winning."""

from svclint.record import NamedTuple
from svclint.source.place import Place
from svclint.yaml.node import Duplicate, Entry, Mapping, Node, Scalar, Sequence
from svclint.yaml.scalars import LONG, Value, decode, go_value, key_text

WORDS: set[str] = set()
"""Keys met so far that are their own names, however they are quoted: neither number, boolean, null nor `<<`."""
_ROOM = 1 << 16


def learn(texts: set[str]) -> bool:
    """Whether all keys are their own names; those that are go to WORDS."""
    found = {text for text in texts if text != "<<" and decode(text) == text}
    if len(WORDS) > _ROOM:
        WORDS.clear()
    WORDS.update(found)
    return len(found) == len(texts)


class Fields(NamedTuple):
    """What `Mapping` says of its keys."""

    fields: dict[str, Entry]
    duplicates: tuple[Duplicate, ...]
    faults: tuple[Node, ...]


def fields_of(pairs: tuple[tuple[Node, Node], ...]) -> Fields:
    """The fields of a mapping with these keys and values, as go.yaml.in/yaml/v2 decodes it (decode.go, mapping).

    Keys come in document order, those of a `<<` at its place, so that a later merge overrides an earlier key.
    Duplicates are what its strict mode refuses: keys whose decoded values are equal, merged ones among them.
    """
    return _Fold().fold(pairs)


class _Fold:
    """A mapping being decoded."""

    def __init__(self) -> None:
        self.fields: dict[str, Entry] = {}
        self.duplicates: list[Duplicate] = []
        self.faults: list[Node] = []
        self.seen: dict[tuple[type, Value], Scalar] = {}
        self.merged: set[tuple[type, Value]] = set()

    def fold(self, pairs: tuple[tuple[Node, Node], ...]) -> Fields:
        for key, value in pairs:
            if is_merge(key):
                self.merge(key, value)
            elif isinstance(key, Scalar):
                self.add(key, key, Entry(key, value))
            else:
                self.faults.append(key)
        return Fields(self.fields, tuple(self.duplicates), tuple(self.faults))

    def add(self, key: Scalar, shown: Scalar, entry: Entry) -> None:
        try:
            value = go_value(key)
        except ValueError:
            value = None
        name = key_text(value)
        if name is None:
            self.faults.append(key)
            return
        identity = (type(value), value)
        first = self.seen.get(identity)
        if first is not None and value == value:  # noqa: PLR0124 - two NaN are two keys
            merged = entry.merge is not None or identity in self.merged
            self.duplicates.append(Duplicate(first, shown, name, merged))
        self.seen[identity] = shown
        if entry.merge is not None:
            self.merged.add(identity)
        self.fields[name] = entry

    def merge(self, key: Node, value: Node) -> None:
        sources = merge_sources(value)
        if sources is None:
            self.faults.append(key)
            return
        at = key.place
        for source in sources:
            self.faults += source.faults
            for entry in source.fields.values():
                self.add(entry.key, _shown(entry.key, source.alias), Entry(entry.key, entry.value, at))


def is_merge(key: Node) -> bool:
    """Whether a key is the merge key: a plain `<<`, or one with the tag `!` or `!!merge`; not an alias of one (decode.go, isMerge)."""
    if not isinstance(key, Scalar) or key.text != "<<" or key.alias is not None:
        return False
    return not key.style if key.tag is None else key.tag in ("!", LONG + "merge")


def merge_sources(value: Node) -> tuple[Mapping, ...] | None:
    """The mappings that a `<<` brings in, in the order in which each overrides the ones before; None where it must fail.

    Of a list the earlier mappings take precedence; an alias of a list is refused (decode.go, merge).
    """
    if isinstance(value, Mapping):
        return (value,)
    if not isinstance(value, Sequence) or value.alias is not None:
        return None
    sources = [item for item in reversed(value.items) if isinstance(item, Mapping)]
    return tuple(sources) if len(sources) == len(value.items) else None


def _shown(key: Scalar, alias: Place | None) -> Scalar:
    """A merged key as a reader meets it: where the alias is, if an alias brings it."""
    if alias is None:
        return key
    return Scalar(key.file, key.begin, key.end, key.text, key.style, key.tag, alias)
