"""How the name of a Service is written → name, namespace and port, each at its place."""

import re
from collections.abc import Iterator

from svclint.model.field import Field
from svclint.model.located import Located
from svclint.policy.hosts import CLUSTER_LOCAL, HostName, find_hosts, is_of_cluster
from svclint.policy.referrers.path import Spelling
from svclint.record import NamedTuple
from svclint.source.pattern import pattern
from svclint.source.place import Place
from svclint.yaml.node import Scalar

_HOST = pattern(r"([a-z0-9][-a-z0-9]*)(?:\.([a-z0-9][-a-z0-9]*)(\.svc[-a-z0-9.]*))?\Z")
_ADDRESS = pattern(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*://)?([a-z0-9][-a-z0-9]*)(?:\.([a-z0-9][-a-z0-9]*))?(\.[-a-z0-9.]+)?(?::([0-9]{1,5}))?/?\Z")
_DEFAULT_PORTS = {True: 443, False: 80}


class Name(NamedTuple):
    """The name of a Service, with what its spelling adds.

    `supposed` tells that it may be another host: then only a Service that exists is meant. `of_pod`: of one pod of the Service.
    """

    name: Located[str]
    namespace: Located[str] | None = None
    port: Located[int | str] | None = None
    supposed: bool = False
    of_pod: bool = False


def read_names(field: Field, spelling: Spelling, domain: str = CLUSTER_LOCAL) -> Iterator[Name]:
    """The names of Services that a field spells; none where its value is none, a placeholder, or no text. `domain` is the cluster's."""
    if spelling is Spelling.TEXT:
        yield from read_hosts(field, domain)
        return
    whole = field.text()
    if not whole.value:
        return
    text = Located(whole.value, whole.place, whole.path, whole.written)
    match spelling:
        case Spelling.NAME:
            yield Name(text)
        case Spelling.NAMESPACED:
            namespace, slash, name = text.value.rpartition("/")
            if name:
                yield Name(part_of(text, len(namespace) + len(slash), name), part_of(text, 0, namespace) if namespace else None)
        case Spelling.HOST:
            found = _HOST.match(text.value)
            if found and (found[3] is None or is_of_cluster(found[3], domain)):
                yield Name(_group(text, found, 1), _group(text, found, 2) if found[2] else None)
        case _:
            yield from _address(text, domain)


def read_hosts(field: Field, domain: str = CLUSTER_LOCAL) -> Iterator[Name]:
    """The host names of Services in the text of a field, at their places in the file."""
    node = field.node
    if not isinstance(node, Scalar) or node.tag is not None:
        return
    text = node.file.text
    for host in find_hosts(text, node.begin, node.end, domain):
        name = Located(host.name, _place(field, node, host.begin, host.end), field.path, field.site is None)
        space = name._replace(value=host.namespace) if host.namespace else None
        yield Name(name, space, _host_port(field, node, host), host.bare, host.of_pod)


def _host_port(field: Field, node: Scalar, host: HostName) -> Located[int | str] | None:
    if host.port is None:
        return None
    written = field.site is None and host.port_begin != host.begin
    return Located(host.port, _place(field, node, host.port_begin, host.port_end), field.path, written)


def _place(field: Field, node: Scalar, begin: int, end: int) -> Place:
    return field.site or Place(node.file, begin, end)


def _address(text: Located[str], domain: str) -> Iterator[Name]:
    """`[scheme://]name[.namespace][:port]`, where only a name without dots is certainly a Service."""
    found = _ADDRESS.match(text.value)
    if found is None:
        return
    rest = found[3] or ""
    if rest and not is_of_cluster(rest, domain):
        return
    secure = text.value.startswith("https:")
    port: Located[int | str] = (
        Located(int(found[4]), *_group(text, found, 4)[1:])
        if found[4]
        else Located(_DEFAULT_PORTS[secure], text.place, text.path, written=False)
    )
    namespace = _group(text, found, 2) if found[2] else None
    yield Name(_group(text, found, 1), namespace, port, supposed=namespace is not None and not rest)


def _group(text: Located[str], found: re.Match[str], group: int) -> Located[str]:
    return part_of(text, found.start(group), found[group])


def part_of(text: Located[str], offset: int, part: str) -> Located[str]:
    """A part of a value, at its own place where the value stands plainly in the file."""
    place = text.place
    written = place.text
    inset = 1 if written[1:-1] == text.value else 0
    if inset or written == text.value:
        begin = place.begin + inset + offset
        return Located(part, Place(place.file, begin, begin + len(part)), text.path, text.written)
    return Located(part, place, text.path, written=False)
