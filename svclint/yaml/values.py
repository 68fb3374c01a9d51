"""Nodes as the JSON that the API server gets."""

from typing import TypeAlias

from svclint.yaml.keys import is_merge, merge_sources
from svclint.yaml.node import Mapping, Node, Scalar, walk
from svclint.yaml.scalars import go_value, refusal, resolve

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


class ConversionError(ValueError):
    """What sigs.k8s.io/yaml cannot convert: `message` in go-yaml's words, `node` the node that it speaks of."""

    def __init__(self, message: str, node: Node) -> None:
        super().__init__(message)
        self.message = message
        self.node = node


def to_json(node: Node, strict: bool = False) -> Json:  # noqa: FBT001, FBT002 - YAMLToJSON or YAMLToJSONStrict
    """The Python data that json.loads gives for sigs.k8s.io/yaml 1.6.0's YAMLToJSON of a node; of equal keys the last wins.

    Raises ConversionError for keys and scalars that have no JSON, and, where `strict`, for keys that stand twice.
    """
    if strict:
        _decode(node, strict=True)
    return _convert(node)


def _convert(node: Node) -> Json:
    if isinstance(node, Scalar):
        reason = refusal(node)
        if reason:
            raise ConversionError(reason, node)
        return resolve(node)
    if not isinstance(node, Mapping):
        return [_convert(item) for item in node.items]
    _check_keys(node)
    if node.duplicates or len(node.entries) != len(node.fields):
        _decode(node)
    return {name: _convert(entry.value) for name, entry in node.fields.items()}


def _decode(node: Node, *, strict: bool = False) -> None:
    """What a later key overrides is decoded too, and must be decodable."""
    for inner in walk(node):
        if isinstance(inner, Mapping):
            _check_keys(inner)
            if strict and inner.duplicates:
                again = inner.duplicates[0]
                raise ConversionError(f'key "{again.name}" already set in map', again.again)
        elif isinstance(inner, Scalar) and inner.tag is not None:
            try:
                go_value(inner)
            except ValueError as error:
                raise ConversionError(str(error), inner) from error


def _check_keys(mapping: Mapping) -> None:
    for fault in mapping.faults:
        value = next((value for key, value in mapping.entries if key is fault), None)
        if value is not None and is_merge(fault) and merge_sources(value) is None:
            raise ConversionError("map merge requires map or sequence of maps as the value", fault)
        if isinstance(fault, Scalar):
            raise ConversionError(refusal(fault) or f"unsupported map key: {fault.text or 'null'}", fault)
        raise ConversionError("invalid map key", fault)
