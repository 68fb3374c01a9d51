"""What the settings say is deployed together."""

from typing import NamedTuple


class ScopeSetting(NamedTuple):
    """A named scope: the files that match one of the globs go to one cluster; `complete`: nothing else is there."""

    name: str
    paths: tuple[str, ...]
    complete: bool = False
