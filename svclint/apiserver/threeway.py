"""What kubectl apply sends: the patch from the manifest before, the manifest now, and the live object.

From k8s.io/apimachinery pkg/util/strategicpatch patch.go CreateThreeWayMergePatch.
"""

from svclint.apiserver.data import Data, Object, copied
from svclint.apiserver.schema import Type
from svclint.apiserver.strategic import (
    DIRECTIVE,
    ORDER,
    Key,
    check_elements,
    field_of,
    first_indexes,
    item_of,
    keys_of,
    merge_map,
    type_of,
)
from svclint.record import NamedTuple


class _Part(NamedTuple):
    """Which differences are wanted: keys that are gone, or keys that are new or other."""

    deletions: bool
    changes: bool


def three_way_patch(original: Object, modified: Object, current: Object, kind: Type) -> Object:
    """What is to be changed in `current`: what differs from `modified`, and what is in `original` and gone from it.

    Raises PatchError where kubectl cannot tell.
    """
    delta = _diff_maps(current, modified, kind, _Part(deletions=False, changes=True))
    gone = _diff_maps(original, modified, kind, _Part(deletions=True, changes=False))
    return merge_map(copied(gone), copied(delta), kind, server=False)


def _diff_maps(original: Object, modified: Object, kind: Type, part: _Part) -> Object:
    patch: Object = {}
    for name, before in original.items():
        if name not in modified:
            if part.deletions:
                patch[name] = None
            continue
        after = modified[name]
        if isinstance(before, dict) and isinstance(after, dict):
            inner = _diff_maps(before, after, field_of(kind, name), part)
            if inner:
                patch[name] = inner
        elif isinstance(before, list) and isinstance(after, list) and field_of(kind, name).merge_key:
            _diff_lists(patch, name, before, after, field_of(kind, name), part)
        elif part.changes and (type_of(before) != type_of(after) or before != after):
            patch[name] = after
    if part.changes:
        patch |= {name: value for name, value in modified.items() if name not in original}
    return patch


def _diff_lists(patch: Object, name: str, original: list[Data], modified: list[Data], kind: Type, part: _Part) -> None:
    """The difference of two lists that are merged by a key, and the order of the new one (diffLists)."""
    if not original:
        if modified and part.changes:
            patch[name] = modified
        return
    if check_elements(name, original, modified) != "dict":
        if part.changes and original != modified:
            patch[name] = modified
        return
    before, after = keys_of(original, name, kind.merge_key), keys_of(modified, name, kind.merge_key)
    changed, deleted = _diff_items(original, modified, name, kind, part)
    at = first_indexes(after)
    changed.sort(key=lambda item: at[keys_of([item], name, kind.merge_key)[0]])
    found = [*changed, *deleted]
    if found:
        patch[name] = found
    if modified and ((part.changes and (found or before != after)) or (part.deletions and found)):
        patch[ORDER + name] = [{kind.merge_key: item[kind.merge_key]} for item in modified if isinstance(item, dict)]


def _diff_items(original: list[Data], modified: list[Data], name: str, kind: Type, part: _Part) -> tuple[list[Data], list[Data]]:
    """What changed among the items and what is gone; both lists are walked sorted by key (diffListsOfMaps)."""
    olds, news = _sorted(original, name, kind.merge_key), _sorted(modified, name, kind.merge_key)
    changed: list[Data] = []
    deleted: list[Data] = []
    i = j = 0
    while i < len(olds) or j < len(news):
        if i < len(olds) and j < len(news) and olds[i][0][1] == news[j][0][1]:
            inner = _diff_maps(olds[i][1], news[j][1], item_of(kind), part)
            if inner:
                changed.append({**inner, kind.merge_key: news[j][1][kind.merge_key]})
            i, j = i + 1, j + 1
        elif i >= len(olds) or (j < len(news) and olds[i][0][1] > news[j][0][1]):
            if part.changes:
                changed.append(news[j][1])
            j += 1
        else:
            if part.deletions:
                deleted.append({DIRECTIVE: "delete", kind.merge_key: olds[i][1][kind.merge_key]})
            i += 1
    return changed, deleted


def _sorted(items: list[Data], name: str, merge_key: str) -> list[tuple[Key, Object]]:
    """Items by the text of their key; Go's sort turns equal ones round, since its `less` holds for equals too."""
    keyed = [(key, item) for key, item in zip(keys_of(items, name, merge_key), items, strict=True) if isinstance(item, dict)]
    keyed.reverse()
    return sorted(keyed, key=lambda pair: pair[0][1])
