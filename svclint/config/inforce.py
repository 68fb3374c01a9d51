"""The settings in force, key by key, with where each comes from."""

from collections.abc import Iterator

from svclint.config.defaults import default_of, plain
from svclint.config.load import Loaded
from svclint.config.read import Way
from svclint.config.schema import ANY, EACH, KEYS, Key
from svclint.policy.editions import default as default_severity
from svclint.record import NamedTuple
from svclint.rule.registry import Registry
from svclint.source.nearest import nearest

DEFAULT = "default"


class InForce(NamedTuple):
    """A setting: its way, its value as TOML has it, and all places that it comes from. `text` says what it is for.

    `is_set` is False where the key is absent and has no default that could be written.
    """

    way: Way
    value: object
    origins: tuple[str, ...] = (DEFAULT,)
    text: str = ""
    is_set: bool = True


class UnknownKeyError(Exception):
    """No setting is called so; as a string it is one line for the user."""


def in_force(loaded: Loaded) -> list[InForce]:
    """All settings: those of fixed keys, set or not, then what the user added under names and in lists, in the order of the keys."""
    found: list[InForce] = []
    for key in KEYS:
        if EACH in key.path:
            way = key.path[:1]
            if way not in [one.way for one in found]:
                found.append(_entry(loaded, way, "") or InForce(way, None, is_set=False))
        elif ANY in key.path:
            found += (one for way in loaded.entries if _fits(way, key) and (one := _entry(loaded, way, key.text)))
        else:
            found.append(_entry(loaded, key.path, key.text) or _default(key))
    return found


def select(loaded: Loaded, registry: Registry, name: str) -> list[InForce]:
    """The setting of that dotted name, or those of the table. Raises UnknownKeyError."""
    everything, way = in_force(loaded), tuple(name.split("."))
    if way[0] == "severity" and len(way) == 2 and (rule := registry.get(way[1])):
        way = ("severity", rule.name)
        if not any(one.way == way for one in everything):
            frozen = default_severity(loaded.settings.edition, rule.code)
            level = frozen.severity if frozen else str(rule.level(None))
            return [InForce(way, level, text=rule.summary)]
    found = [one for one in everything if one.way[: len(way)] == way or _dotted(one.way) == name]
    if not found and not any(key.path[: len(way)] == way for key in KEYS):
        raise UnknownKeyError(_unknown(name, everything))
    return found or [InForce(way, None, is_set=False)]


def _entry(loaded: Loaded, way: Way, text: str) -> InForce | None:
    entry = loaded.entries.get(way)
    return InForce(way, plain(entry.value), entry.origins(), text) if entry else None


def _default(key: Key) -> InForce:
    known, value = default_of(key)
    return InForce(key.path, value, text=key.text, is_set=known)


def _fits(way: Way, key: Key) -> bool:
    return len(way) == len(key.path) and all(step in (ANY, name) for name, step in zip(way, key.path, strict=True))


def _dotted(way: Way) -> str:
    return ".".join(way)


def _unknown(name: str, everything: list[InForce]) -> str:
    wanted = name.replace("_", "-")
    known = dict.fromkeys(_names(everything))
    last = {one.rpartition(".")[2]: one for one in reversed(known)}
    guess = nearest(wanted, known) or last.get(wanted) or last.get(nearest(wanted, last) or "")
    return f'no setting is called "{name}"' + (f'; did you mean "{guess}"?' if guess else "")


def _names(everything: list[InForce]) -> Iterator[str]:
    for one in everything:
        yield from (_dotted(one.way[:depth]) for depth in range(len(one.way), 0, -1))
    yield from dict.fromkeys(key.path[0] for key in KEYS)
