"""Annotations that name Services in JSON of their own: AWS's actions of an Ingress, Google's of a Service."""

import re
from collections.abc import Iterator

from svclint.model.field import Field
from svclint.model.located import Located
from svclint.model.reference import Reference
from svclint.model.resource import Resource
from svclint.model.spelling import part_of
from svclint.policy.referrers.path import Certainty, Crossing, PortMeans, Spelling
from svclint.source.pattern import pattern

_ACTION = "alb.ingress.kubernetes.io/actions."
_TARGET = pattern(r'\{[^{}]*"[sS]erviceName"[^{}]*\}')
_SERVICE = pattern(r'"[sS]erviceName"\s*:\s*"([^"]+)"')
_PORT = pattern(r'"[sS]ervicePort"\s*:\s*"?([^",}\s]+)')
_PORTS = pattern(r'"ports"\s*:\s*\{([^{}]*)\}')
_KEYED = {
    "cloud.google.com/neg": pattern(r'"exposed_ports"\s*:\s*\{((?:[^{}]|\{[^{}]*\})*)\}'),
    "cloud.google.com/backend-config": _PORTS,
    "beta.cloud.google.com/backend-config": _PORTS,
    "cloud.google.com/app-protocols": pattern(r"\{([^{}]*)\}"),
}
_KEY = pattern(r'"([^"]+)"\s*:(?:\s*\{[^{}]*\})?')


def read_annotations(root: Field, kind: str, api_version: str) -> Iterator[Reference]:
    """The references that stand in annotations of an Ingress, or of a Service to its own ports."""
    if kind == "Ingress":
        annotations = root.at("metadata.annotations")
        for key in annotations.names():
            if key.startswith(_ACTION):
                yield from _targets(Resource(root), annotations.entry(key))
    elif kind == "Service" and api_version == "v1":
        annotations = root.at("metadata.annotations")
        for key in (name for name in annotations.names() if name in _KEYED):
            yield from _own_ports(Resource(root), root, annotations.entry(key), _KEYED[key])


def _targets(source: Resource, field: Field) -> Iterator[Reference]:
    whole = _json(field)
    for target in _TARGET.finditer(whole.value):
        name = _SERVICE.search(whole.value, *target.span())
        if name is None:
            continue
        port = _PORT.search(whole.value, *target.span())
        yield _reference(source, part_of(whole, name.start(1), name[1]), _number(part_of(whole, port.start(1), port[1])) if port else None)


def _own_ports(source: Resource, root: Field, field: Field, where: re.Pattern[str]) -> Iterator[Reference]:
    whole = _json(field)
    name = root.at("metadata.name").text()
    ports = where.search(whole.value)
    if not ports or not name.value:
        return
    for key in _KEY.finditer(whole.value, *ports.span(1)):
        own = Located(name.value, name.place, name.path, name.written)
        if key[1] != "default":
            yield _reference(source, own, _number(part_of(whole, key.start(1), key[1])))


def _json(field: Field) -> Located[str]:
    """The text of an annotation as it stands in the file, so that its parts have places; its value where the file has escapes."""
    text = field.text()
    raw = text.place.text
    plain = text.written and text.value and "\\" not in raw and "''" not in raw
    return Located(raw if plain else text.value or "", text.place, text.path, text.written)


def _number(port: Located[str]) -> Located[int | str]:
    """A port's number even where it is written as a string: JSON has no other keys, and AWS reads them alike."""
    value = port.value
    return Located(int(value) if value.isascii() and value.isdigit() else value, port.place, port.path, port.written)


def _reference(source: Resource, name: Located[str], port: Located[int | str] | None) -> Reference:
    means = PortMeans.SERVICE_PORT_OR_NAME if port else PortMeans.NONE
    return Reference(source, name, None, port, means, Crossing.OWN, Certainty.CERTAIN, Spelling.NAME)
