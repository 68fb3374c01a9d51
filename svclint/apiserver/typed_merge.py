"""Server-side apply: the manifest held against the schema, and merged into the object by field ownership.

From sigs.k8s.io/structured-merge-diff: typed/validate.go, typed/merge.go, merge/update.go.
"""

from collections.abc import Iterator
from typing import TypeAlias

from svclint.apiserver.data import Data, Object, copied, copied_value
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.schema import Shape, Type
from svclint.apiserver.strategic import UNKNOWN, field_of, item_of, type_of
from svclint.yaml.path import ROOT, FieldPath

_DEFAULTS: Object = {"port": 0, "protocol": "TCP", "uid": "", "type": ""}
"""What a key that is not there counts as, by the OpenAPI schema."""
Keys: TypeAlias = tuple[tuple[str, str], ...]


def typed_errors(data: Object, kind: Type) -> list[FieldError]:
    """Why a manifest is no object of its schema: undeclared fields, wrong types, list items that share their keys."""
    return list(_value_errors(data, kind, ROOT))


def apply(live: Object, old: Object, new: Object, kind: Type) -> Object:
    """The object after applying `new` by force to `live`, which the same manager had applied `old` to.

    What the manager owned and no longer mentions goes; what nobody owns stays.
    """
    merged = _merged(copied(live), new, kind)
    if isinstance(merged, dict):
        _prune(merged, old, new, kind)
        return merged
    return {}


def _value_errors(value: Data, kind: Type, path: FieldPath) -> Iterator[FieldError]:
    if value is None or kind.shape in (Shape.ANY, Shape.PORT, Shape.TIME):
        return
    expected = {Shape.OBJECT: dict, Shape.STRINGS: dict, Shape.LIST: list, Shape.STRING: str, Shape.BOOLEAN: bool}.get(kind.shape)
    numeric = kind.shape is Shape.INTEGER and isinstance(value, (int, float)) and not isinstance(value, bool)
    if not numeric and (expected is None or not isinstance(value, expected)):
        yield FieldError(path, Reason.UNDECODABLE, f"expected {kind.shape.value}, got {value}", Cause.FIELD_TYPE, value)
    elif isinstance(value, dict):
        yield from _map_errors(value, kind, path)
    elif isinstance(value, list):
        yield from _list_errors(value, kind, path)


def _map_errors(value: Object, kind: Type, path: FieldPath) -> Iterator[FieldError]:
    for name, one in value.items():
        if kind.shape is Shape.STRINGS:
            yield from _value_errors(one, Type(Shape.STRING), path.key(name))
        elif name in kind.fields:
            yield from _value_errors(one, kind.fields[name], path.child(name))
        else:
            detail = "field not declared in schema"
            yield FieldError(path.child(name), Reason.UNDECODABLE, detail, Cause.UNKNOWN_FIELD, name, on_key=True)


def _list_errors(value: list[Data], kind: Type, path: FieldPath) -> Iterator[FieldError]:
    seen: dict[Keys, FieldPath] = {}
    for number, item in enumerate(value):
        at = path.index(number)
        yield from _value_errors(item, item_of(kind), at)
        if not kind.map_keys:
            continue
        keys = _keys(item, kind)
        if keys is None:
            what = "a null element" if item is None else "non-map elements"
            detail = f"associative list with keys may not have {what}"
            yield FieldError(at, Reason.UNDECODABLE, detail, Cause.FIELD_TYPE, item)
        elif keys in seen:
            shown = ",".join(f"{name}={value}" for name, (_, value) in zip(kind.map_keys, keys, strict=True))
            detail = f"duplicate entries for key [{shown}]"
            first = kind.map_keys[0]
            yield FieldError(at, Reason.DUPLICATE, detail, Cause.PORT_REPEATED, None, seen[keys].child(first), at.child(first))
        else:
            seen[keys] = at


def _keys(item: Data, kind: Type) -> Keys | None:
    """The values that an item of a list is known by, defaults filled in; None for what is no object."""
    if not isinstance(item, dict):
        return None
    values = (item.get(name, _DEFAULTS[name]) for name in kind.map_keys)
    return tuple((type_of(value), str(value)) for value in values)


def _merged(live: Data, new: Data, kind: Type) -> Data:
    """Both values as one, the new one winning; null counts as a value for what is replaced whole."""
    if kind.shape is Shape.OBJECT or (kind.shape is Shape.STRINGS and not kind.atomic):
        ours, theirs = new if isinstance(new, dict) else {}, live if isinstance(live, dict) else {}
        if not ours:
            return theirs or new
        result = dict(theirs)
        for name, value in ours.items():
            result[name] = _merged(theirs[name], value, field_of(kind, name)) if name in theirs else copied_value(value)
        return result
    if kind.map_keys and (isinstance(live, list) and live):
        return _merged_lists(live, new if isinstance(new, list) else [], kind)
    return copied_value(new)


def _merged_lists(live: list[Data], new: list[Data], kind: Type) -> list[Data]:
    """Lists whose items have keys: shared ones in the order of `new`, the others of `live` where they stood.

    From typed/merge.go visitListItems.
    """
    theirs, ours = [_keys(item, kind) for item in live], [_keys(item, kind) for item in new]
    at_live, at_new = dict(zip(reversed(theirs), reversed(live), strict=True)), set(ours)
    shared = iter([keys for keys in ours if keys in at_live])
    following = next(shared, None)
    done: set[Keys | None] = set()
    out: list[Data] = []
    i = j = 0
    while i < len(live) or j < len(new):
        keys = theirs[i] if i < len(live) else None
        if i < len(live) and j < len(new) and keys != ours[j] and keys in at_new and following is not None and following != keys:
            i += 1  # shared, and not the next in the order of the new ones: it comes with its own
            continue
        if i < len(live) and not (j < len(new) and keys == ours[j]):
            if keys not in at_new:
                out.append(live[i])
                i += 1
                continue
            if keys in done:
                i += 1
        if j < len(new):
            keys = ours[j]
            i += i < len(live) and theirs[i] == keys
            out.append(_merged(at_live[keys], new[j], item_of(kind)) if keys in at_live else copied_value(new[j]))
            done.add(keys)
            j += 1
            if following == keys:
                following = next(shared, None)
    return out


def _prune(merged: Object, old: Object, new: Object, kind: Type) -> None:
    """Take out what `old` mentions and `new` does not."""
    for name, value in old.items():
        if name not in new:
            merged.pop(name, None)
            continue
        field, now, kept = field_of(kind, name), new[name], merged.get(name)
        if field is UNKNOWN:
            continue
        if isinstance(value, dict) and isinstance(kept, dict) and not field.atomic and field.shape in (Shape.OBJECT, Shape.STRINGS):
            _prune(kept, value, now if isinstance(now, dict) else {}, field)
        elif field.map_keys and isinstance(value, list) and isinstance(kept, list):
            merged[name] = _pruned_list(kept, value, now if isinstance(now, list) else [], field)


def _pruned_list(kept: list[Data], old: list[Data], new: list[Data], kind: Type) -> list[Data]:
    olds = {_keys(item, kind): item for item in old}
    news = {_keys(item, kind): item for item in new}
    result: list[Data] = []
    for item in kept:
        keys = _keys(item, kind)
        before, now = olds.get(keys), news.get(keys)
        if keys in olds and keys not in news:
            continue
        if isinstance(item, dict) and isinstance(before, dict) and isinstance(now, dict):
            _prune(item, before, now, item_of(kind))
        result.append(item)
    return result
