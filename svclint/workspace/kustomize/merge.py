"""A strategic merge patch as kustomize applies it (kyaml yaml/merge2, yaml/walk): ports by number *and* protocol, new items first."""

import operator
from typing import TypeAlias

from svclint.source.place import Place
from svclint.workspace.kustomize.graft import is_null, made, own_fields, own_items, text_of, with_fields, with_items, without
from svclint.workspace.kustomize.schema import Schema
from svclint.yaml.node import Entry, Mapping, Node, Scalar, Sequence

DIRECTIVE = "$patch"
_LONG = 500  # each item may be compared with each
Wanted: TypeAlias = list[tuple[str, str]]


class PatchError(ValueError):
    """A patch that cannot be applied to an object."""


def merge(old: Node | None, patch: Node | None, schema: Schema | None) -> Node | None:
    """What a patch makes of a value; None where nothing remains. `patch` None says nothing about it.

    Raises PatchError where the two are of different types.
    """
    if patch is None and schema is None:
        return old
    known = [node for node in (old, patch) if node is not None and not is_null(node)]
    if len(known) == 2 and _shape(known[0]) is not _shape(known[1]):
        raise PatchError("a patch with a value of another type")
    if not known or isinstance(known[0], Mapping):
        return _merge_objects(old, patch, schema)
    if isinstance(known[0], Sequence) and schema is not None and schema.keys:
        return _merge_lists(old, patch, schema)
    return old if patch is None else patch


def _merge_objects(old: Node | None, patch: Node | None, schema: Schema | None) -> Node | None:
    directive = _directive(patch)
    if directive not in ("", "delete", "replace", "merge"):
        raise PatchError(f"a patch with an unknown directive {directive}")
    if directive == "delete" or (patch is not None and is_null(patch)):
        return None
    said = without(patch, (DIRECTIVE,)) if isinstance(patch, Mapping) else None
    # What is added is merged with itself, as kustomize does: that carries out the directives and nulls in it.
    kept = said if is_null(old) or directive == "replace" else old
    if not isinstance(kept, Mapping):
        return kept
    fields = own_fields(kept)
    patched = own_fields(said) if said else {}
    for name in (*fields, *(name for name in patched if name not in fields)):
        before, after = fields.get(name), patched.get(name)
        inner = schema.fields.get(name) if schema else None
        value = merge(before.value if before else None, after.value if after else None, inner)
        if value is None or (after is not None and is_null(value)):
            fields.pop(name, None)
        elif before is None or value is not before.value:
            entry = after or before
            assert entry is not None
            fields[name] = Entry(entry.key, value)
    same = kept is old and len(fields) == len(kept.fields) and all(entry.value is kept.get(name) for name, entry in fields.items())
    return kept if same else with_fields(kept, fields)


def _shape(node: Node) -> type:
    return Mapping if isinstance(node, Mapping) else Sequence if isinstance(node, Sequence) else Scalar


def _directive(patch: Node | None) -> str:
    return text_of(patch.get(DIRECTIVE)) if isinstance(patch, Mapping) else ""


def _merge_lists(old: Node | None, patch: Node | None, schema: Schema) -> Node | None:
    if patch is not None and is_null(patch):
        return None
    directive, said = _list_directive(patch) if isinstance(patch, Sequence) else ("", None)
    if directive == "delete":
        return None
    kept = said if is_null(old) or directive == "replace" else old
    if not isinstance(kept, Sequence):
        return kept
    before, after = own_items(kept), own_items(said) if said else []
    items = _merge_plain(schema, before, after)
    if items is None:
        if len(before) + len(after) > _LONG:
            raise PatchError("a patch of a long list whose items have no names of their own")
        items = _Items(schema, before, after).merged()
    same = said is None and len(items) == len(kept.items) and all(map(operator.is_, items, kept.items))
    return kept if same else with_items(kept, items)


def _merge_plain(schema: Schema, old: list[Node], patch: list[Node]) -> list[Node] | None:
    """Two lists merged whose items all have names of their own; None where one has not."""
    used = [key for key in schema.keys if any(isinstance(one, Mapping) and text_of(one.get(key)) for one in (*old, *patch))]
    mine, theirs = _named(old, used), _named(patch, used)
    if mine is None or theirs is None:
        return None
    if not patch and not schema.fields:
        return old
    new: dict[tuple[str, ...], Node] = {}
    for name in (*theirs, *(name for name in mine if name not in theirs)):
        item = merge(mine.get(name), theirs.get(name), Schema(schema.fields))
        if not isinstance(item, Mapping) or not item.fields:
            continue
        replaced = name in mine and _directive(theirs.get(name)) == "replace"
        new[name] = mine[name] if replaced else item  # of a replaced item kustomize takes the old one in the end, as it was
    if len(used) > 1:  # with several keys an item that is merged stays where it was
        return [*(new[name] for name in theirs if name in new and name not in mine), *(new[name] for name in mine if name in new)]
    return list(new.values())


def _named(items: list[Node], keys: list[str]) -> dict[tuple[str, ...], Mapping] | None:
    found: dict[tuple[str, ...], Mapping] = {}
    for item in items:
        name = tuple(text_of(item.get(key)) for key in keys) if isinstance(item, Mapping) else ()
        if not isinstance(item, Mapping) or not name or not all(name) or name in found:
            return None
        found[name] = item
    return found


def _list_directive(patch: Sequence) -> tuple[str, Sequence]:
    """The directive for a whole list, and the list without it: the first item with a directive decides, if it has nothing else."""
    first = next((item for item in patch.items if isinstance(item, Mapping) and DIRECTIVE in item.fields), None)
    if first is None or len(first.fields) > 1:
        return "", patch
    directive = text_of(first.get(DIRECTIVE))
    return directive, with_items(patch, _set(own_items(patch), None, [(DIRECTIVE, directive)]))


class _Items:
    """Two lists being merged by the values of keys (walk/associative_sequence.go, setAssociativeSequenceElements)."""

    def __init__(self, schema: Schema, old: list[Node], patch: list[Node]) -> None:
        self.schema = schema
        self.old = old
        self.patch = patch

    def merged(self) -> list[Node]:
        values = self.values()
        used = [index for index, _ in enumerate(self.schema.keys) if any(value[index] for value in values)]
        used = used or list(range(len(self.schema.keys)))
        first: list[Node] = []
        for value in values:
            wanted = [(self.schema.keys[index], value[index]) for index in used]
            item = self.item(wanted)
            if item is None:
                self.old = _set(self.old, None, wanted)
            else:
                first = _set(first, item, wanted)
        keys = [self.schema.keys[index] for index in used]
        for one in self.old:
            first = _append(first, one, keys)
        return first

    def values(self) -> list[list[str]]:
        """What the keys are in each item, those of the patch first; an absent one is filled from an item that has it."""
        found: list[list[str]] = []
        for item in (*self.patch, *self.old):
            value = [text_of(item.get(key)) if isinstance(item, Mapping) else "" for key in self.schema.keys]
            if value not in found:
                found.append(value)
        if len(self.schema.keys) > 1:
            for one in range(len(found)):
                for other in range(len(found)):
                    both = _agreed(found[one], found[other])
                    if both:
                        found[one] = found[other] = both
        return found

    def item(self, wanted: Wanted) -> Mapping | None:
        """The item that the two lists have for these values; the old one becomes it in the old list."""
        known = [(key, value) for key, value in wanted if value] or wanted
        at = next((index for index, one in enumerate(self.old) if _has(one, known)), None)
        patch = next((one for one in self.patch if _has(one, known)), None)
        item = merge(None if at is None else self.old[at], patch, Schema(self.schema.fields))
        if not isinstance(item, Mapping) or not item.fields:
            return None
        missing = {key: value for key, value in wanted if value and key not in item.fields}
        if missing:
            item = with_fields(item, own_fields(item) | {key: _entry(key, value, item.place) for key, value in missing.items()})
        if at is not None and (patch is None or _directive(patch) != "replace"):
            self.old[at] = item  # of a replaced item kustomize takes the old one in the end, as it was
        return item


def _append(items: list[Node], item: Node, keys: list[str]) -> list[Node]:
    """An item of the old list after those that were merged, or in the place of itself (appendListNode)."""
    wanted = [(key, text_of(item.get(key))) for key in keys if isinstance(item, Mapping) and key in item.fields]
    if len(wanted) < len(keys):
        items = [*items, item]
    if len(keys) > 1:
        items = _set(items, None, wanted)
    return _set(items, item, wanted)


def _entry(key: str, value: str, place: Place) -> Entry:
    return Entry(Scalar(place.file, place.begin, place.end, key), made(value, place))


def _agreed(one: list[str], other: list[str]) -> list[str] | None:
    """The values of two items that agree in one key and contradict each other in none."""
    if one is other or not any(a == b for a, b in zip(one, other, strict=True)):
        return None
    if any(a and b and a != b for a, b in zip(one, other, strict=True)):
        return None
    return [a or b for a, b in zip(one, other, strict=True)]


def _has(item: Node, wanted: Wanted) -> bool:
    return isinstance(item, Mapping) and all(key in item.fields and text_of(item.get(key)) == value for key, value in wanted)


def _set(items: list[Node], item: Node | None, wanted: Wanted) -> list[Node]:
    """The list with the item for these values replaced, or added, or with None taken out (kyaml fns.go, ElementSetter)."""
    result: list[Node] = []
    found = False
    for one in items:
        if is_null(one) or (isinstance(one, Mapping) and not one.fields):
            continue
        if not all(isinstance(one, Mapping) and key in one.fields and value in ("", text_of(one.get(key))) for key, value in wanted):
            result.append(one)
            continue
        found = True
        if item is not None:
            result.append(item)
    return result if found or item is None else [*result, item]
