"""A table of settings → its entries, and all that is wrong with it."""

from collections.abc import Mapping
from typing import TypeAlias, cast

from svclint.config.error import ConfigError, kind, quoted
from svclint.config.schema import ANY, KEYS, Form, Key
from svclint.config.source import Entry, Source
from svclint.config.values import one_of
from svclint.rule.registry import Registry
from svclint.source.nearest import nearest

Way: TypeAlias = tuple[str, ...]
Table: TypeAlias = Mapping[str, object]

_KEY_AT = {key.path: key for key in KEYS}
_TABLES = {key.path[:depth] for key in KEYS for depth in range(1, len(key.path))}


def read_table(source: Source, table: Table, registry: Registry) -> tuple[dict[Way, Entry], list[ConfigError]]:
    """The settings that `table`, the settings' own, holds, each under its way from the top; and its mistakes, by place.

    Rules are under their names, whether the table has their names or their codes.
    """
    reading = _Reading(source, registry)
    reading.table(table, ())
    return reading.entries, sorted(reading.errors, key=lambda error: (error.line, error.column))


class _Reading:
    def __init__(self, source: Source, registry: Registry) -> None:
        self.source = source
        self.registry = registry
        self.entries: dict[Way, Entry] = {}
        self.errors: list[ConfigError] = []

    def table(self, table: Table, way: Way) -> None:
        for name, value in table.items():
            here = (*way, name)
            if key := _KEY_AT.get((*way, ANY)):
                self._chosen(key, here, value)
            elif key := _KEY_AT.get(here):
                self._value(key, here, here, value)
            elif here not in _TABLES:
                self.errors.append(self.source.key_error(here, self._unknown(here)))
            elif isinstance(value, dict):
                self.table(cast(Table, value), here)
            else:
                self.errors.append(self.source.value_error(here, f"wants a table, found {kind(value)}"))

    def _chosen(self, key: Key, way: Way, value: object) -> None:
        """An entry of a table whose keys the user chooses."""
        try:
            name = str(key.read_name(way[-1], self.registry))
        except ValueError as error:
            self.errors.append(self.source.key_error(way, str(error)))
            return
        there = (*way[:-1], name)
        if there in self.entries:
            self.errors.append(self.source.key_error(way, f"{quoted(name)} is set twice, by its name and by its code"))
        self._value(key, there, way, value)

    def _value(self, key: Key, there: Way, way: Way, value: object) -> None:
        """Read the value at `way`, and file it under `there`."""
        before = len(self.errors)
        made: object = None
        match key.form, value:
            case Form.BOOLEAN, bool():
                made = value
            case Form.STRING, str():
                made = self._text(key, way, value)
            case Form.STRINGS, list():
                made = tuple(self._item(key, (*way, index), item) for index, item in enumerate(value))
            case _:
                self.errors.append(self.source.value_error(way, f"wants {key.form.value}, found {kind(value)}"))
        if len(self.errors) == before:
            self.entries[there] = Entry(made, self.source, way)

    def _item(self, key: Key, way: tuple[str | int, ...], value: object) -> object:
        if isinstance(value, str):
            return self._text(key, way, value)
        self.errors.append(self.source.value_error(way, f"wants strings in the list, found {kind(value)}"))
        return None

    def _text(self, key: Key, way: tuple[str | int, ...], text: str) -> object:
        try:
            return one_of(text, key.words) if key.words else key.read(text, self.registry)
        except ValueError as error:
            self.errors.append(self.source.value_error(way, str(error)))
            return None

    def _unknown(self, way: Way) -> str:
        """What to say of a key that there is not."""
        if way == ("tool",) and not self.source.top:
            return 'unknown key "tool"; the settings stand at the top level here, without "tool.svclint"'
        *parents, word = way
        depth = len(parents)
        wanted = word.replace("_", "-")
        if guess := nearest(wanted, {key.path[depth] for key in KEYS if key.path[:depth] == way[:-1]}):
            return f"unknown key {quoted(word)}; did you mean {quoted(guess)}?"
        if guess := nearest(wanted, {key.path[-1] for key in KEYS} - {ANY}):
            name = next(key.name for key in KEYS if key.path[-1] == guess)
            return f"unknown key {quoted('.'.join(way))}; did you mean {quoted(name)}?"
        return f"unknown key {quoted('.'.join(way))}"
