"""The way to a key of a TOML text, and the places of a key and its value."""

from typing import TypeAlias

from svclint.record import NamedTuple
from svclint.source.place import Place

KeyPath: TypeAlias = tuple[str | int, ...]
"""The way to a value from the top: names of keys, and 0-based indices into arrays and arrays of tables."""


class KeyPlace(NamedTuple):
    """Where a key stands, quotes included, and where its value. A table's value and an item's key stand where the other does."""

    key: Place
    value: Place
