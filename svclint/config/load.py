"""Settings in force: the repository's file, what `--config` lays over it, and the flags over that."""

import os
from collections.abc import Iterator, Mapping, Sequence

from svclint.config.error import ConfigError, ConfigErrors, kind
from svclint.config.find import Found, NotReadError, inline, named_file, root_file
from svclint.config.merge import edge_places, settings_of
from svclint.config.read import Table, Way, read_table
from svclint.config.schema import FLAGS, Form, Key
from svclint.config.source import Entry, Source
from svclint.policy.lifecycle import Edge
from svclint.policy.settings import Settings
from svclint.record import NamedTuple
from svclint.rule.registry import Registry

# Flags that add to a key, whatever it holds; the others replace what it holds.
_ADDING = {"extend-select": "extend-select", "ignore": "ignore", "extend-exclude": "exclude"}


class Loaded(NamedTuple):
    """Settings, and where they come from.

    `path` is the settings file of the repository, relative to its root; empty where there is none. `entries` has what is
    not at its default, under its way: `("cluster", "node-port-range")`, `("severity", "node-port-out-of-range")`.
    """

    settings: Settings
    path: str
    entries: Mapping[Way, Entry]

    def whence(self, *way: str) -> str:
        """Where a setting comes from: `svclint.toml:3:1`, `--select`, or `default`."""
        entry = self.entries.get(way)
        return entry.whence() if entry else "default"

    def edge_places(self) -> dict[Edge, str]:
        """Where the settings speak of an edge of the life cycle."""
        return edge_places(self.entries)


def load(root: str, registry: Registry, *, config: Sequence[str] = (), isolated: bool = False) -> Loaded:
    """The settings of the repository at `root`, with each `--config` laid over them, key by key, in order.

    An item of `config` is a path, or TOML such as `fail-on = "error"`. `isolated` leaves the repository's file out.
    Raises ConfigErrors with all that is wrong.
    """
    errors: list[ConfigError] = []
    entries: dict[Way, Entry] = {}
    path = ""
    if not isolated:
        try:
            if found := root_file(root):
                path = found.source.name
                _lay(found, registry, entries, errors)
        except NotReadError as failure:
            errors.append(failure.error)
    for item in config:
        try:
            _lay(_given(item), registry, entries, errors)
        except NotReadError as failure:
            errors.append(failure.error)
    return _finish(path, entries, errors)


def override(loaded: Loaded, registry: Registry, flags: Mapping[str, object]) -> Loaded:
    """The settings with flags laid over them; a flag's value is text, or typed, or a sequence; None: not given.

    Flags are called as on the command line, without dashes in front; `_` stands for `-`. Lists may be text with commas.
    `select` starts afresh: what the settings select and ignore otherwise is forgotten. `ignore`, `extend-select` and `extend-exclude`
    add to the settings. Raises ConfigErrors, which name the flags, and KeyError for a flag that is no setting.
    """
    errors: list[ConfigError] = []
    entries = dict(loaded.entries)
    given = {name.replace("_", "-"): value for name, value in flags.items() if value is not None}
    if "select" in given:
        for name in ("extend-select", "ignore"):
            entries.pop((name,), None)
    # The flags that replace come first, whatever the order: --exclude would undo --extend-exclude.
    for name in sorted(given, key=lambda name: (name in _ADDING, name)):
        key = FLAGS[_ADDING.get(name, name)]
        source = Source(f"--{name}", is_flag=True)
        read, wrong = read_table(source, _table(key, _from_text(key.form, given[name])), registry)
        errors += wrong
        for way, entry in read.items():
            entries[way] = _added(entries.get(way), entry) if name in _ADDING else entry
    return _finish(loaded.path, entries, errors)


def _given(item: str) -> Found:
    if "=" not in item or os.path.isfile(item):  # noqa: PTH113 - pathlib costs start-up
        return named_file(item)
    return inline(item)


def _lay(found: Found, registry: Registry, entries: dict[Way, Entry], errors: list[ConfigError]) -> None:
    if not isinstance(found.table, dict):
        errors.append(found.source.key_error((), f"tool.svclint: wants a table, found {kind(found.table)}"))
        return
    read, wrong = read_table(found.source, found.table, registry)
    entries.update(read)
    errors += wrong


def _finish(path: str, entries: Mapping[Way, Entry], errors: list[ConfigError]) -> Loaded:
    settings, contradictions = settings_of(entries)
    if errors or contradictions:
        raise ConfigErrors((*errors, *contradictions))
    return Loaded(settings, path, entries)


def _table(key: Key, value: object) -> Table:
    for step in reversed(key.path):
        value = {step: value}
    assert isinstance(value, dict)
    return value


def _from_text(form: Form, value: object) -> object:
    """A flag's value as TOML would have it."""
    match form:
        case Form.BOOLEAN:
            return {"true": True, "false": False}.get(str(value).lower(), value)
        case Form.STRING:
            return str(value)
        case Form.STRINGS:
            return list(_words(value))


def _words(value: object) -> Iterator[str]:
    for part in [value] if isinstance(value, str) or not isinstance(value, Sequence) else value:
        yield from (word.strip() for word in str(part).split(",") if word.strip())


def _added(before: Entry | None, entry: Entry) -> Entry:
    if before is None:
        return entry
    assert isinstance(before.value, tuple)
    assert isinstance(entry.value, tuple)
    return entry._replace(value=(*before.value, *entry.value))
