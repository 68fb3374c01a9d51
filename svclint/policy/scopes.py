"""Roots that the settings name: what is deployed together."""

from svclint.record import NamedTuple


class ScopeSetting(NamedTuple):
    """The files that the globs `paths` match are deployed together, as `name`.

    `complete`: nothing else is in that cluster, so what is missing there is missing.
    """

    name: str
    paths: tuple[str, ...]
    complete: bool = False
