"""Objects that name a Service → references: facts with places, by the table of referrers."""

from collections.abc import Iterator, Sequence
from functools import cache

from svclint.model.field import Field
from svclint.model.located import Located
from svclint.model.resource import Resource
from svclint.model.spelling import Name, read_names
from svclint.policy.hosts import CLUSTER_LOCAL
from svclint.policy.referrers.path import (
    Certainty,
    Crossing,
    PortMeans,
    PortPath,
    ReferencePath,
    ReferenceSetting,
    Spelling,
    path_of,
)
from svclint.policy.referrers.table import REFERRERS
from svclint.record import NamedTuple
from svclint.source.pattern import pattern

_STEP = pattern(r'"([^"]*)"|([^.\[\]"]+)|(\[\])')
_USE_ANNOTATION = "use-annotation"  # AWS: the backend is the name of an action in the annotations, and no Service


class Reference(NamedTuple):
    """A place where an object names a Service.

    `source` is the object; its namespace is the Service's where `namespace` is None. `port` is None where none is named; a default that
    stands for it is located at the name and not `written`. A value of `port` is of the type that `port_means` wants. `protocol` is that
    of the Service's port, "" where any will do. `spelling` tells how the name is written; `of_pod` that it is that of one pod.
    """

    source: Resource
    name: Located[str]
    namespace: Located[str] | None
    port: Located[int | str] | None
    port_means: PortMeans
    crossing: Crossing
    certainty: Certainty
    spelling: Spelling
    subset: Located[str] | None = None
    protocol: str = ""
    of_pod: bool = False

    @property
    def leads_to(self) -> str:
        """The namespace of the Service; empty where it is that of an object whose manifest sets none."""
        return self.namespace.value if self.namespace else self.source.namespace

    @property
    def needs_grant(self) -> bool:
        """Whether the reference leads into another namespace, where a ReferenceGrant has to allow it."""
        return self.crossing is Crossing.GRANT and self.leads_to != self.source.namespace


def read_references(
    root: Field, kind: str, api_version: str, described: Sequence[ReferenceSetting] = (), domain: str = CLUSTER_LOCAL
) -> Iterator[Reference]:
    """The references of an object by the table, and by the settings that describe its kind; in the order of the lines.

    `domain` is the cluster's in DNS.
    """
    lines = _lines(kind, api_version.rpartition("/")[0])
    if described:
        lines = (*lines, *(path_of(one) for one in described if one.kind == kind and one.api_version == api_version))
    source: Resource | None = None
    known: dict[str, list[Field]] = {"": [root]}
    for line in lines:
        for holder in _holders(line.at, known):
            if _may_have(holder, line.name) and all(_value(root, holder, path) in values for path, values in line.when):
                source = source or Resource(root)
                yield from _references(source, root, holder, line, domain)


@cache
def _lines(kind: str, group: str) -> tuple[ReferencePath, ...]:
    return tuple(line for line in REFERRERS.get(kind, ()) if group in line.groups)


def _holders(path: str, known: dict[str, list[Field]]) -> list[Field]:
    """The fields at a path without quoted steps. What is `known` already of its beginnings is not looked for again, nor is what follows."""
    found = known.get(path)
    if found is None:
        parent, _, step = path.rpartition(".")
        found = known[path] = [field for way in _holders(parent, known) for field in reach(way, step)]
    return found


def reach(field: Field, path: str) -> Iterator[Field]:
    """The present fields at a path of the table; itself for an empty one."""
    ways = [field]
    for name, is_key in _steps(path):
        if name == "[]":
            ways = [item for way in ways for item in way.items() if item.present]
        else:
            ways = [way.entry(name) if is_key else way.child(name) for way in ways if name in way.names()]
            ways = [way for way in ways if way.present]
        if not ways:
            break
    return iter(ways)


@cache
def _steps(path: str) -> tuple[tuple[str, bool], ...]:
    return tuple((step[1] or step[2] or step[3], bool(step[1])) for step in _STEP.finditer(path))


def _may_have(holder: Field, path: str) -> bool:
    """Whether the first step of a path leads anywhere: most objects have none of what a line is about."""
    steps = _steps(path)
    return not steps or path.startswith("/") or steps[0][0] in holder.names()


def _at(root: Field, holder: Field, path: str) -> Iterator[Field]:
    return reach(root, path[1:]) if path.startswith("/") else reach(holder, path)


def _value(root: Field, holder: Field, path: str) -> str:
    """The text of a condition's field, "" where there is none; something that is no name where it is no text."""
    field = next(_at(root, holder, path), None)
    value = field.text().value if field else ""
    return "?" if value is None else value


def _references(source: Resource, root: Field, holder: Field, line: ReferencePath, domain: str) -> Iterator[Reference]:
    ports: list[tuple[Located[int | str] | None, PortMeans]] = list(_ports(root, holder, line))
    if (line.about_port and not ports) or any(port and port.value == _USE_ANNOTATION for port, _ in ports):
        return
    namespace = next((_text(field) for field in reach(holder, line.namespace)), None) if line.namespace else None
    subset = next((_text(field) for field in reach(holder, line.subset)), None) if line.subset else None
    for field in _at(root, holder, line.name):
        for name in read_names(field, line.spelling, domain):
            if not ports and line.default_port and name.port is None:
                ports = [(Located(line.default_port, name.name.place, name.name.path, written=False), line.ports[0].means)]
            for port, means in ports or (_named_port(name),):
                yield Reference(
                    source,
                    name.name,
                    name.namespace or namespace,
                    port,
                    means,
                    line.crossing,
                    Certainty.SUPPOSED if name.supposed else line.certainty,
                    line.spelling,
                    subset,
                    line.protocol,
                    name.of_pod,
                )


def _named_port(name: Name) -> tuple[Located[int | str] | None, PortMeans]:
    """The port that is part of the name."""
    if name.port is None:
        return None, PortMeans.NONE
    return name.port, PortMeans.SERVICE_PORT_NAME if isinstance(name.port.value, str) else PortMeans.SERVICE_PORT


def _text(field: Field) -> Located[str] | None:
    value = field.text()
    return Located(value.value, value.place, value.path, value.written) if value.value else None


def _ports(root: Field, holder: Field, line: ReferencePath) -> Iterator[tuple[Located[int | str], PortMeans]]:
    for path in line.ports:
        found = [port for field in _at(root, holder, path.path) if (port := _port(field, path))]
        if found:
            yield from ((port, path.means) for port in found)
            return


def _port(field: Field, path: PortPath) -> Located[int | str] | None:
    """The value of a port, None where its type is not what the port means."""
    read: Located[int | str | None]
    match path.means:
        case PortMeans.SERVICE_PORT:
            read = Located(*field.number())
        case PortMeans.SERVICE_PORT_NAME:
            read = Located(*field.text())
        case _:
            read = field.number_or_text(absent=0)
    value = read.value
    if path.digits and isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value)
    return Located(value, read.place, read.path, read.written) if value else None
