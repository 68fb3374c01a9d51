"""Services that a controller makes of an object: their names exist, though no manifest has them."""

from collections.abc import Iterator

from svclint.model.field import Field
from svclint.model.reference import reach
from svclint.model.resource import Resource
from svclint.policy.referrers.table import MAKERS
from svclint.record import NamedTuple


class MadeService(NamedTuple):
    """A Service that will exist: of this name, in the namespace of the object that it is made of."""

    source: Resource
    name: str


def read_made(root: Field, kind: str, api_version: str) -> Iterator[MadeService]:
    """The Services that are made of an object."""
    group = api_version.rpartition("/")[0]
    for line in MAKERS.get(kind, ()):
        if line.group != group:
            continue
        names = [text for field in reach(root, line.path) if (text := field.text().value)]
        if not names and line.otherwise:
            names = [text for field in reach(root, line.otherwise) if (text := field.text().value)]
        if not names:
            continue
        source = Resource(root)
        made = (pattern.replace("*", name) for name in names for pattern in line.names)
        yield from (MadeService(source, name) for name in dict.fromkeys(made))
