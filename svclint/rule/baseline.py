"""Findings that are known already: what a baseline file says."""

from typing import Final

from svclint.record import NamedTuple

VERSION: Final = 1
"""The version of the file's form; adding keys does not raise it."""


class Entry(NamedTuple):
    """A known finding, by its fingerprint (without `:2` and so on: of two equal ones there are two entries).

    The rest is for readers, but for `rule`, its name, and `path`, the file in which the finding was last. `object` is
    "shop/Service/web", empty for a finding about none. Sorts as the file has them.
    """

    path: str
    rule: str
    object: str
    message: str
    fingerprint: str


class Baseline(NamedTuple):
    """The entries of a baseline; `path` is what the user calls its file."""

    path: str
    entries: tuple[Entry, ...] = ()
