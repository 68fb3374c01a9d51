"""From a manifest's JSON to what the API server decodes: data of the right types, and what does not fit.

The server stops at the first wrong type; we go on without the field, so that all mistakes are told at once.
"""

from svclint.apiserver.data import AutomaticPort, Data, Object
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.schema import Shape, Type, service_type
from svclint.record import NamedTuple
from svclint.source.nearest import nearest
from svclint.source.pattern import pattern
from svclint.yaml.path import ROOT, FieldPath

_TIME = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})\Z")
_STRING = Type(Shape.STRING)
_LEAST, _MOST = -(2**63), 2**63 - 1


class Decoded(NamedTuple):
    """An object of the right types, null fields left out; what did not decode, and which fields are unknown for it.

    `unknown` are those left out for their type, and those that an unknown field was probably meant to be.
    """

    data: Object
    errors: tuple[FieldError, ...]
    unknown: tuple[FieldPath, ...]


def decode_service(data: Object, kubernetes_version: str, *, wraps: bool = False) -> Decoded:
    """Decode a Service of that version; unknown fields are errors, as kubectl asks for.

    `wraps` is for what comes out of a patch: the server then converts from a tree of values
    (k8s.io/apimachinery pkg/runtime FromUnstructured), where an integer that is too large loses its upper bits.
    """
    decoder = _Decoder(wraps=wraps)
    decoded = decoder.object(data, service_type(kubernetes_version), ROOT)
    return Decoded(decoded, tuple(decoder.errors), tuple(decoder.unknown))


class _Decoder:
    def __init__(self, *, wraps: bool) -> None:
        self.errors: list[FieldError] = []
        self.unknown: list[FieldPath] = []
        self._wraps = wraps

    def object(self, data: Object, kind: Type, path: FieldPath) -> Object:
        """The fields of an object that it has a value for."""
        decoded: Object = {}
        for name, value in data.items():
            known = kind.fields.get(name)
            if known is None:
                self._unknown_field(name, data, kind, path)
            elif value is not None:
                converted = self._value(value, known, path, name)
                if converted is not None:
                    decoded[name] = converted
        return decoded

    def _value(self, value: Data, kind: Type, path: FieldPath, step: str | int) -> Data:
        """The value one step below `path` as one of the type; None for what does not fit."""
        shape = kind.shape
        if shape is Shape.ANY:
            return {}
        if isinstance(value, dict):
            if shape is Shape.OBJECT:
                return self.object(value, kind, path.below(step))
            if shape is Shape.STRINGS:
                below = path.below(step)
                return {name: one if isinstance(one, str) else self._no_string(one, below, name) for name, one in value.items()}
        elif isinstance(value, list):
            if shape is Shape.LIST and kind.item:
                item, below = kind.item, path.below(step)
                return [self._item(one, item, below, number) for number, one in enumerate(value)]
        else:
            fitted = self._scalar(value, kind)
            if fitted is not None:
                return fitted
        self._refuse(value, kind, path.below(step))
        return None

    def _item(self, value: Data, kind: Type, path: FieldPath, step: str | int) -> Data:
        """An item of a list, or a value of a map: null, and what does not fit, is the zero value of its type."""
        converted = None if value is None else self._value(value, kind, path, step)
        if converted is None:
            return "" if kind.shape is Shape.STRING else {}
        return converted

    def _no_string(self, value: Data, path: FieldPath, key: str) -> str:
        """What stands for a value of a map of strings that is none; null is the empty one."""
        if value is not None:
            self._refuse(value, _STRING, path.key(key))
        return ""

    def _refuse(self, value: Data, kind: Type, path: FieldPath) -> None:
        detail = f"cannot unmarshal {_described(value)} into {kind.shape.value}"
        self.errors.append(FieldError(path, Reason.UNDECODABLE, detail, Cause.FIELD_TYPE, value))
        self.unknown.append(path)

    def _scalar(self, value: Data, kind: Type) -> Data:
        shape = kind.shape
        if isinstance(value, str):
            fits = shape in (Shape.STRING, Shape.PORT) or (shape is Shape.TIME and _TIME.match(value))
            return value if fits else None
        if isinstance(value, bool):
            return value if shape is Shape.BOOLEAN else None
        if isinstance(value, (int, float)) and shape in (Shape.INTEGER, Shape.PORT):
            return self._integer(value, kind)
        return None

    def _integer(self, value: float, kind: Type) -> int | None:
        """The value as an integer of the type's size."""
        half = 1 << (kind.bits - 1)
        if isinstance(value, AutomaticPort) or (isinstance(value, int) and -half <= value < half):
            return value
        if not self._wraps or kind.shape is Shape.PORT or value != value // 1:
            return None
        wide = int(value) if _LEAST <= value <= _MOST else _LEAST
        return (wide + half) % (2 * half) - half

    def _unknown_field(self, name: str, data: Object, kind: Type, path: FieldPath) -> None:
        field = path.child(name)
        self.errors.append(FieldError(field, Reason.UNDECODABLE, f'unknown field "{field}"', Cause.UNKNOWN_FIELD, name, on_key=True))
        meant = nearest(name, kind.fields)
        if meant and meant not in data:
            self.unknown.append(path.child(meant))


def _described(value: Data) -> str:
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return f"the boolean {str(value).lower()}"
    return f'the string "{value}"' if isinstance(value, str) else f"the number {value}"
