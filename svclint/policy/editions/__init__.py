"""Editions: which rules run by default, and how loud each is, frozen so that an upgrade breaks nobody's build."""

from svclint.policy.editions.edition1 import DEFAULTS as _FIRST
from svclint.record import NamedTuple


class Default(NamedTuple):
    """What an edition says of a rule: the class and the severity of its findings, each by its word. A rule of class advice is off."""

    category: str
    severity: str


EDITIONS = {1: _FIRST}
"""The editions, each a table from a rule's code to its class and severity. The table of an edition that was released never changes."""
DEFAULT = 1
"""The edition in force where the settings name none. It moves with a new major version only."""


def default(edition: int, code: str) -> Default | None:
    """What an edition says of a rule; None where the rule came after it."""
    words = EDITIONS[edition].get(code)
    return Default(*words.split()) if words else None
