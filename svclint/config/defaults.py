"""Settings as TOML has them: what was read, and what a key is where nobody sets it."""

from enum import Enum
from typing import cast

from svclint.config.schema import ANY, EACH, Key
from svclint.config.values import ObjectId, ResourceKind
from svclint.policy.lifecycle import Stage
from svclint.policy.settings import Settings

_DEFAULTS = Settings()


def default_of(key: Key) -> tuple[bool, object]:
    """Whether a key has a default that can be written, and which: some mean something only while they are absent."""
    if {ANY, EACH} & {*key.path} or key.path == ("transitions", "created"):
        return False, None
    if key.path[0] in {"select", "transitions"}:
        return True, []
    value: object = _DEFAULTS
    for step in key.path:
        value = getattr(value, step.replace("-", "_"))
    return value not in {None, ""}, plain(value)


def plain(value: object) -> object:
    """A value that was read as TOML has it: text, a number, a list, a table."""
    return [_word(one) for one in value] if type(value) is tuple else _word(value)


def _word(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case ObjectId() | ResourceKind():
            return "/".join(part for part in value if part)
        case dict():
            return {name: _word(one) for name, one in value.items()}
        case tuple():
            before, after = cast(tuple[Stage, Stage], value)
            return f"{before.value} -> {after.value}"
        case _:
            return value
