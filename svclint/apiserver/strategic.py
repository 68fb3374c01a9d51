"""Merging a patch into an object as kubectl and the server do (k8s.io/apimachinery pkg/util/strategicpatch patch.go).

A list with a merge key is merged by it: of a Service's lists, spec.ports by `port` alone, whatever the protocol. All
other lists are replaced whole.
"""

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from svclint.apiserver.data import AutomaticPort, Data, Object, copied_value
from svclint.apiserver.schema import Shape, Type

DIRECTIVE: Final = "$patch"
ORDER: Final = "$setElementOrder/"
UNKNOWN: Final = Type(Shape.ANY)
Key: TypeAlias = tuple[str, str]


class PatchError(ValueError):
    """No patch can be computed, or it cannot be applied. `name` is the list that it fails at, `index` the item, if one."""

    def __init__(self, message: str, name: str, index: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.name = name
        self.index = index


def type_of(value: Data) -> str:
    """The type of a JSON value as Go tells them apart."""
    if isinstance(value, AutomaticPort):
        return "int"
    return "str" if isinstance(value, str) else type(value).__name__


def key_of(item: Data, name: str, merge_key: str, index: int | None = None) -> Key:
    """By what an item of a merged list is known. Raises PatchError where it lacks the key."""
    if not isinstance(item, dict) or merge_key not in item:
        raise PatchError(f"map: {item} does not contain declared merge key: {merge_key}", name, index)
    value = item[merge_key]
    return type_of(value), str(value)


def keys_of(items: Iterable[Data], name: str, merge_key: str) -> list[Key]:
    """The keys of all items."""
    return [key_of(item, name, merge_key, index) for index, item in enumerate(items)]


def first_indexes(keys: list[Key]) -> dict[Key, int]:
    """Where each key stands first."""
    found: dict[Key, int] = {}
    for index, key in enumerate(keys):
        found.setdefault(key, index)
    return found


def check_elements(name: str, *lists: list[Data]) -> str:
    """The one type of the items of lists. Raises PatchError where there are several, or none at all."""
    types = {type_of(item) for items in lists for item in items}
    if len(types) != 1 or types == {"NoneType"}:
        raise PatchError("list element types are not identical", name)
    return types.pop()


def merge_map(original: Object, patch: Object, kind: Type, *, server: bool) -> Object:
    """Merge a patch into an object; changes both. `server` drops nulls that have nothing to delete; a client keeps them."""
    directive = patch.get(DIRECTIVE)
    if directive == "replace":
        return {name: value for name, value in patch.items() if name != DIRECTIVE}
    if directive is not None:
        return {}
    for name in [name for name in patch if name.startswith(ORDER)]:
        _merge_ordered(original, patch, name, kind, server=server)
    for name, value in patch.items():
        had = original.get(name)
        if value is None:
            original.pop(name, None)
            if not server:
                original[name] = None
        elif isinstance(value, dict) and isinstance(had, dict):
            original[name] = merge_map(had, value, field_of(kind, name), server=server)
        elif isinstance(value, list) and isinstance(had, list) and field_of(kind, name).merge_key:
            original[name] = merge_lists(had, value, name, field_of(kind, name), server=server)
        else:
            original[name] = _without_directives(_without_nulls(value) if server and name not in original else value)
    return original


def field_of(kind: Type, name: str) -> Type:
    """The type of a field; for one that nobody knows, one that tells nothing."""
    return kind.fields.get(name, UNKNOWN)


def item_of(kind: Type) -> Type:
    """The type of a list's items."""
    return kind.item or UNKNOWN


def _merge_ordered(original: Object, patch: Object, directive: str, kind: Type, *, server: bool) -> None:
    """Merge a list that comes with the order of its items (mergePatchIntoOriginal)."""
    name = directive.removeprefix(ORDER)
    order, had, change = patch.pop(directive), original.get(name), patch.get(name)
    field = field_of(kind, name)
    if not server and original.setdefault(directive, order) != order:
        raise PatchError("the orders of the elements of two patches differ", name)
    if not isinstance(order, list):
        return
    if isinstance(change, list):
        _check_order(change, order, name, field.merge_key)
    if isinstance(had, list) and isinstance(change, list):
        merged = merge_lists(had, change, name, field, server=server)
    elif isinstance(had, list):
        merged = had
    elif isinstance(change, list):
        merged = [item for item in change if not (isinstance(item, dict) and DIRECTIVE in item)]
    else:
        return
    original[name] = _ordered(merged, order, had if isinstance(had, list) else [], name, field.merge_key)
    patch.pop(name, None)


def _check_order(change: list[Data], order: list[Data], name: str, merge_key: str) -> None:
    """The items of the patch must come as the order says (validatePatchWithSetOrderList)."""
    wanted = iter(keys_of(order, name, merge_key))
    for index, item in enumerate(change):
        if isinstance(item, dict) and DIRECTIVE not in item and order:
            key = key_of(item, name, merge_key, index)
            if not any(key == one for one in wanted):
                raise PatchError(f"The order in patch list: {change} doesn't match {ORDER} list: {order}", name)


def merge_lists(original: list[Data], patch: list[Data], name: str, kind: Type, *, server: bool) -> list[Data]:
    """Merge two lists by their key: equal ones merged, new ones appended, those marked for it deleted (mergeSlice)."""
    if not original and not patch:
        return original
    if check_elements(name, original, patch) != "dict":
        return patch
    merge_key = kind.merge_key
    deleted = {key_of(item, name, merge_key) for item in patch if isinstance(item, dict) and item.get(DIRECTIVE) == "delete"}
    if any(isinstance(item, dict) and item.get(DIRECTIVE) == "replace" for item in patch):
        return [item for item in patch if isinstance(item, dict) and DIRECTIVE not in item]
    kept = [item for item, key in zip(original, keys_of(original, name, merge_key), strict=True) if key not in deleted]
    merged = list(kept)
    at = first_indexes(keys_of(merged, name, merge_key))
    for item in patch:
        if not isinstance(item, dict) or DIRECTIVE in item:
            continue
        key = key_of(item, name, merge_key)
        found = merged[at[key]] if key in at else None
        if isinstance(found, dict):
            merged[at[key]] = merge_map(found, item, item_of(kind), server=server)
        else:
            at[key] = len(merged)
            merged.append(_without_directives(item))
    return _ordered(merged, patch, kept, name, merge_key)


def _ordered(merged: list[Data], order: list[Data], server_order: list[Data], name: str, merge_key: str) -> list[Data]:
    """Bring the items that `order` names into it, and the others in between as they stood (normalizeElementOrder)."""
    wanted, stood = first_indexes(keys_of(order, name, merge_key)), first_indexes(keys_of(server_order, name, merge_key))
    named = [(item, key) for item, key in zip(merged, keys_of(merged, name, merge_key), strict=True)]
    ours = sorted(((item, key) for item, key in named if key in wanted), key=_by(wanted))
    others = sorted(((item, key) for item, key in named if key not in wanted), key=_by(stood))
    # What the patch deletes is not sorted, but comes last.
    ours = [pair for pair in ours if not _is_deletion(pair[0])] + [pair for pair in ours if _is_deletion(pair[0])]
    others = [pair for pair in others if not _is_deletion(pair[0])] + [pair for pair in others if _is_deletion(pair[0])]
    result: list[Data] = []
    i = j = 0
    while i < len(others) and j < len(ours):
        left, right = stood.get(others[i][1]), stood.get(ours[j][1])
        if left is not None and right is not None and left < right:
            result.append(others[i][0])
            i += 1
        else:
            result.append(ours[j][0])
            j += 1
    return result + [item for item, _ in others[i:]] + [item for item, _ in ours[j:]]


def _by(indexes: dict[Key, int]) -> Callable[[tuple[Data, Key]], int]:
    return lambda pair: indexes.get(pair[1], len(indexes))


def _is_deletion(item: Data) -> bool:
    return isinstance(item, dict) and item.get(DIRECTIVE) == "delete"


def _without_nulls(value: Data) -> Data:
    """Nulls in new maps mean nothing to the server (discardNullValuesFromPatch)."""
    if isinstance(value, dict):
        return {name: _without_nulls(one) for name, one in value.items() if one is not None}
    return [_without_nulls(one) for one in value] if isinstance(value, list) else value


def _without_directives(value: Data) -> Data:
    if isinstance(value, dict):
        return {name: _without_directives(one) for name, one in value.items() if not (isinstance(one, dict) and DIRECTIVE in one)}
    if isinstance(value, list):
        return [_without_directives(one) for one in value if not (isinstance(one, dict) and DIRECTIVE in one)]
    return copied_value(value)
