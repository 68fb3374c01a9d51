"""A table of settings → its entries, and all that is wrong with it."""

from collections.abc import Mapping
from typing import TypeAlias, cast

from svclint.config.error import ConfigError, kind, quoted
from svclint.config.keyplace import KeyPath
from svclint.config.schema import ANY, EACH, KEYS, Form, Key
from svclint.config.source import Entry, Source
from svclint.config.values import one_of
from svclint.rule.registry import Registry
from svclint.source.nearest import nearest

Way: TypeAlias = tuple[str, ...]
Table: TypeAlias = Mapping[str, object]

_KEY_AT = {key.path: key for key in KEYS}
_TABLES = {key.path[:depth] for key in KEYS for depth in range(1, len(key.path))}
_KNOWN = {*_TABLES, *_KEY_AT}
_ARRAYS = {table[:-1] for table in _TABLES if table[-1] == EACH}


def read_table(source: Source, table: Table, registry: Registry) -> tuple[dict[Way, Entry], list[ConfigError]]:
    """The settings that `table`, the settings' own, holds, each under its way from the top; and its mistakes, by place.

    Rules are under their names, whether the table has their names or their codes. An array of tables is one setting: a tuple of dicts.
    """
    reading = _Reading(source, registry)
    reading.table(table, (), ())
    return reading.entries, sorted(reading.errors, key=lambda error: (error.line, error.column))


class _Reading:
    def __init__(self, source: Source, registry: Registry) -> None:
        self.source = source
        self.registry = registry
        self.entries: dict[Way, Entry] = {}
        self.errors: list[ConfigError] = []

    def table(self, table: Table, way: KeyPath, shape: Way) -> None:
        """Read the table at `way`; `shape` is the way as the keys have it, with ANY and EACH."""
        for name, value in table.items():
            here = (*way, name)
            form = (*shape, ANY if (*shape, ANY) in _KNOWN else name)
            if form in _ARRAYS:
                self._array(here, form, value)
            elif key := _KEY_AT.get(form):
                self._value(key, self._filed(key, here), here, value)
            elif form not in _TABLES:
                self.errors.append(self.source.key_error(here, self._unknown(here, form)))
            elif isinstance(value, dict):
                self.table(cast(Table, value), here, form)
            else:
                self.errors.append(self.source.value_error(here, f"wants a table, found {kind(value)}"))
        self._missing(table, way, shape)

    def _array(self, way: KeyPath, shape: Way, value: object) -> None:
        """Read an array of tables, each by itself, and file it as one setting."""
        before = len(self.errors)
        if not isinstance(value, list):
            self.errors.append(self.source.value_error(way, f"wants a list of tables, found {kind(value)}"))
            return
        items = []
        for index, item in enumerate(value):
            if not isinstance(item, dict):
                self.errors.append(self.source.value_error((*way, index), f"wants tables in the list, found {kind(item)}"))
                continue
            reading = _Reading(self.source, self.registry)
            reading.table(cast(Table, item), (*way, index), (*shape, EACH))
            self.errors += reading.errors
            items.append({there[-1]: entry.value for there, entry in reading.entries.items()})
        if len(self.errors) == before:
            self.entries[shape] = Entry(tuple(items), self.source, way)

    def _missing(self, table: Table, way: KeyPath, shape: Way) -> None:
        """Say which keys a table that has to have some has not."""
        for key in KEYS:
            if key.required and key.path[:-1] == shape and key.path[-1] not in table:
                name = ".".join(step for step in way if isinstance(step, str))
                self.errors.append(self.source.key_error(way, f"{name}: the key {quoted(key.path[-1])} is missing"))

    def _filed(self, key: Key, way: KeyPath) -> Way:
        """The way to file a setting under: with the name of a rule for its code."""
        there = tuple(step for step in way if isinstance(step, str))
        if key.path[-1] != ANY:
            return there
        try:
            name = str(key.read_name(there[-1], self.registry))
        except ValueError as error:
            self.errors.append(self.source.key_error(way, str(error)))
            return ()
        if (*there[:-1], name) in self.entries:
            self.errors.append(self.source.key_error(way, f"{quoted(name)} is set twice, by its name and by its code"))
        return (*there[:-1], name)

    def _value(self, key: Key, there: Way, way: KeyPath, value: object) -> None:
        """Read the value at `way`, and file it under `there`; nowhere where that is no way."""
        if not there:
            return
        before = len(self.errors)
        made: object = None
        match key.form, value:
            case Form.BOOLEAN, bool():
                made = value
            case Form.INTEGER, int() if not isinstance(value, bool):
                made = self._text(key, way, str(value))
            case Form.STRING, str():
                made = self._text(key, way, value)
            case Form.STRINGS, [] if key.filled:
                self.errors.append(self.source.value_error(way, "is empty"))
            case Form.STRINGS, list():
                made = tuple(self._item(key, (*way, index), item) for index, item in enumerate(value))
            case _:
                self.errors.append(self.source.value_error(way, f"wants {key.form.value}, found {kind(value)}"))
        if len(self.errors) == before:
            self.entries[there] = Entry(made, self.source, way)

    def _item(self, key: Key, way: KeyPath, value: object) -> object:
        if isinstance(value, str):
            return self._text(key, way, value)
        self.errors.append(self.source.value_error(way, f"wants strings in the list, found {kind(value)}"))
        return None

    def _text(self, key: Key, way: KeyPath, text: str) -> object:
        try:
            return one_of(text, key.words) if key.words else key.read(text, self.registry)
        except ValueError as error:
            self.errors.append(self.source.value_error(way, str(error)))
            return None

    def _unknown(self, way: KeyPath, shape: Way) -> str:
        """What to say of a key that there is not."""
        if way == ("tool",) and not self.source.top:
            return 'unknown key "tool"; the settings stand at the top level here, without "tool.svclint"'
        *parents, word = shape
        depth = len(parents)
        wanted = word.replace("_", "-")
        if guess := nearest(wanted, {key.path[depth] for key in KEYS if key.path[:depth] == shape[:-1] and len(key.path) > depth}):
            return f"unknown key {quoted(word)}; did you mean {quoted(guess)}?"
        name = ".".join(step for step in way if isinstance(step, str))
        fixed = {key.path[-1]: key.name for key in reversed(KEYS) if not {ANY, EACH} & {*key.path}}
        if guess := nearest(wanted, fixed):
            return f"unknown key {quoted(name)}; did you mean {quoted(fixed[guess])}?"
        return f"unknown key {quoted(name)}"
