"""The settings in force as TOML that can be pasted back, and as JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from svclint.source.pattern import pattern

_BARE = pattern(r"[A-Za-z0-9_-]+\Z")
_WIDE = 60


class Setting(Protocol):
    """A setting, its way from the top, its value of TOML's types, and where it comes from."""

    @property
    def way(self) -> tuple[str, ...]: ...  # noqa: D102 - see the class
    @property
    def value(self) -> object: ...  # noqa: D102 - see the class
    @property
    def origins(self) -> tuple[str, ...]: ...  # noqa: D102 - see the class
    @property
    def text(self) -> str: ...  # noqa: D102 - see the class
    @property
    def is_set(self) -> bool: ...  # noqa: D102 - see the class


def toml(settings: Sequence[Setting], *, explained: bool = False) -> str:
    """TOML with each setting's origin in a comment behind it; `explained`: what it is for in a comment above."""
    lines: list[str] = []
    table: tuple[str, ...] = ()
    tables = [(), *dict.fromkeys(one.way[:-1] for one in settings if len(one.way) > 1)]
    # What stands in no table has to come first, and no table may be opened twice.
    for one in sorted(settings, key=lambda one: len(tables) if _is_tables(one.value) else tables.index(one.way[:-1])):
        if _is_tables(one.value):
            lines += _array(one)
            continue
        if one.way[:-1] != table:
            table = one.way[:-1]
            lines += ["", f"[{_name(table)}]"]
        if explained and one.text:
            lines.append(f"# {one.text}")
        lines += _pair(one)
    return "".join(f"{line}\n" for line in lines).lstrip("\n")


def as_json(settings: Iterable[Setting], path: str) -> str:
    """JSON: `path` of the settings file, null for none; the settings with key, value (null for what is unset), origins, text."""
    listed = [
        {"key": _name(one.way), "value": one.value if one.is_set else None, "origins": list(one.origins), "text": one.text}
        for one in settings
    ]
    return json.dumps({"version": 1, "file": path or None, "settings": listed}, indent=2, ensure_ascii=False) + "\n"


def _pair(one: Setting) -> list[str]:
    origin = ", ".join(map(_comment, one.origins))
    if not one.is_set:
        return [f"# {_name(one.way[-1:])} is not set"]
    written = f"{_name(one.way[-1:])} = {_value(one.value)}"
    if len(written) > _WIDE and isinstance(one.value, list):
        return [f"{_name(one.way[-1:])} = [  # {origin}", *(f"    {_value(item)}," for item in one.value), "]"]
    return [f"{written}  # {origin}"]


def _array(one: Setting) -> list[str]:
    assert isinstance(one.value, list)
    lines = []
    for item in one.value:
        lines += ["", f"[[{_name(one.way)}]]  # {', '.join(map(_comment, one.origins))}"]
        lines += (f"{_name((name,))} = {_value(value)}" for name, value in item.items())
    return lines


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, Mapping) for item in value)


def _name(way: Iterable[str]) -> str:
    return ".".join(step if _BARE.match(step) else _value(step) for step in way)


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    # Strings, booleans and integers are written as in JSON, but for the one character that JSON leaves as it is.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> str:
    """A comment has no control characters."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
