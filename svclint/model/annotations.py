"""Annotations that name Services in JSON of their own: AWS's actions of an Ingress, Google's of a Service."""

import re
from collections.abc import Iterator

from svclint.model.field import Field
from svclint.model.located import Located
from svclint.model.reference import Reference
from svclint.model.resource import Resource
from svclint.model.spelling import part_of
from svclint.policy.referrers.path import Certainty, Crossing, PortMeans, Spelling

_ACTION = "alb.ingress.kubernetes.io/actions."
_TARGET = re.compile(r'\{[^{}]*"[sS]erviceName"[^{}]*\}')
_SERVICE = re.compile(r'"[sS]erviceName"\s*:\s*"([^"]+)"')
_PORT = re.compile(r'"[sS]ervicePort"\s*:\s*"?([^",}\s]+)')
_KEYED = {
    "cloud.google.com/neg": re.compile(r'"exposed_ports"\s*:\s*\{((?:[^{}]|\{[^{}]*\})*)\}'),
    "cloud.google.com/backend-config": re.compile(r'"ports"\s*:\s*\{([^{}]*)\}'),
    "beta.cloud.google.com/backend-config": re.compile(r'"ports"\s*:\s*\{([^{}]*)\}'),
    "cloud.google.com/app-protocols": re.compile(r"\{([^{}]*)\}"),
}
_KEY = re.compile(r'"([^"]+)"\s*:(?:\s*\{[^{}]*\})?')


def read_annotations(root: Field, kind: str, api_version: str) -> Iterator[Reference]:
    """The references that stand in annotations of an Ingress, or of a Service to its own ports."""
    if kind == "Ingress":
        annotations = root.at("metadata.annotations")
        for key in annotations.names():
            if key.startswith(_ACTION):
                yield from _targets(Resource(root), annotations.entry(key))
    elif kind == "Service" and api_version == "v1":
        annotations = root.at("metadata.annotations")
        for key in _KEYED.keys() & set(annotations.names()):
            yield from _own_ports(Resource(root), root, annotations.entry(key), _KEYED[key])


def _targets(source: Resource, field: Field) -> Iterator[Reference]:
    text = field.text()
    if not text.value:
        return
    whole = Located(text.value, text.place, text.path, text.written)
    for target in _TARGET.finditer(text.value):
        name = _SERVICE.search(text.value, *target.span())
        if name is None:
            continue
        port = _PORT.search(text.value, *target.span())
        yield _reference(source, part_of(whole, name.start(1), name[1]), _number(part_of(whole, port.start(1), port[1])) if port else None)


def _own_ports(source: Resource, root: Field, field: Field, pattern: re.Pattern[str]) -> Iterator[Reference]:
    text = field.text()
    name = root.at("metadata.name").text()
    ports = pattern.search(text.value) if text.value else None
    if not text.value or not ports or not name.value:
        return
    whole = Located(text.value, text.place, text.path, text.written)
    for key in _KEY.finditer(text.value, *ports.span(1)):
        own = Located(name.value, name.place, name.path, name.written)
        if key[1] != "default":
            yield _reference(source, own, _number(part_of(whole, key.start(1), key[1])))


def _number(port: Located[str]) -> Located[int | str]:
    """A port's number even where it is written as a string: JSON has no other keys, and AWS reads them alike."""
    value = port.value
    return Located(int(value) if value.isascii() and value.isdigit() else value, port.place, port.path, port.written)


def _reference(source: Resource, name: Located[str], port: Located[int | str] | None) -> Reference:
    means = PortMeans.SERVICE_PORT_OR_NAME if port else PortMeans.NONE
    return Reference(source, name, None, port, means, Crossing.OWN, Certainty.CERTAIN, Spelling.NAME)
