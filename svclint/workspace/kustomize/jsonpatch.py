"""JSON patches (RFC 6902) as kustomize applies them (gopkg.in/evanphx/json-patch.v4)."""

from svclint.workspace.kustomize.graft import made_mapping, own_fields, own_items, text_of, with_fields, with_items
from svclint.workspace.kustomize.merge import PatchError
from svclint.yaml.node import Entry, Mapping, Node, Scalar, Sequence
from svclint.yaml.values import ConversionError, to_json


def apply_operations(root: Mapping, operations: Sequence) -> Mapping:
    """What all operations make of an object. Raises PatchError where one cannot be carried out: kustomize then builds nothing."""
    done: Node = root
    for operation in operations.items:
        if not isinstance(operation, Mapping):
            raise PatchError("a JSON patch with an item that is no operation")
        done = _apply(done, operation)
    if not isinstance(done, Mapping):
        raise PatchError("a JSON patch that replaces the object")
    return done


def _apply(root: Node, operation: Mapping) -> Node:
    name, path = text_of(operation.get("op")), _steps(operation, "path")
    if name in ("add", "replace"):
        entry = operation.fields.get("value")
        value = entry.value if entry else None
        return _change(root, path, _given(value, operation), name)
    if name == "remove":
        return _change(root, path, None, name)
    if name == "test":
        _test(_at(root, path), operation)
        return root
    if name in ("copy", "move"):
        source = _steps(operation, "from")
        moved = _at(root, source)
        if name == "move":
            root = _change(root, source, None, "remove")
        return _change(root, path, moved, "add")
    raise PatchError(f"a JSON patch with the unknown operation {name or '(none)'}")


def _given(value: Node | None, operation: Mapping) -> Node:
    if value is not None:
        return value
    at = operation.place
    return Scalar(at.file, at.begin, at.end, "null", alias=at)


def _steps(operation: Mapping, name: str) -> list[str]:
    written = text_of(operation.get(name))
    if not written.startswith("/"):
        raise PatchError(f"a JSON patch with the path {written or '(none)'}")
    return [step.replace("~1", "/").replace("~0", "~") for step in written[1:].split("/")]


def _index(items: int, step: str, *, beyond: bool) -> int:
    """The index that a step means in a list; negative ones count from the end."""
    if beyond and step == "-":
        return items
    if not step.removeprefix("-").isascii() or not step.removeprefix("-").isdigit():
        raise PatchError(f"a JSON patch with the index {step}")
    index, most = int(step[:9]), items + beyond
    if not -most <= index < most:
        raise PatchError(f"a JSON patch with the index {step} of a list of {items}")
    return index + most if index < 0 else index


def _at(node: Node, steps: list[str]) -> Node:
    for step in steps:
        below: Node | None = None
        if isinstance(node, Mapping):
            below = node.get(step)
        elif isinstance(node, Sequence):
            below = node.items[_index(len(node.items), step, beyond=False)]
        if below is None:
            raise PatchError(f"a JSON patch of /{'/'.join(steps)}, which is not there")
        node = below
    return node


def _change(node: Node, steps: list[str], value: Node | None, how: str) -> Node:
    """The node with the value at a path added, replaced, or removed."""
    step, rest = steps[0], steps[1:]
    if isinstance(node, Mapping):
        fields = own_fields(node)
        present = fields.get(step)
        if present is None and (rest or how == "remove"):  # what is replaced need not be there
            raise PatchError(f"a JSON patch of {step}, which is not there")
        new = _change(present.value, rest, value, how) if present and rest else value
        if new is None:
            del fields[step]
        else:
            fields[step] = Entry(present.key if present else _key(step, new), new)
        return with_fields(node, fields)
    if not isinstance(node, Sequence):
        raise PatchError(f"a JSON patch of {step}, which is not there")
    items = own_items(node)
    adds = how == "add" and not rest
    index = _index(len(items), step, beyond=adds)
    if adds and value is not None:
        items.insert(index, value)
    else:
        new = _change(items[index], rest, value, how) if rest else value
        items[index : index + 1] = [] if new is None else [new]
    return with_items(node, items)


def _key(name: str, value: Node) -> Scalar:
    at = value.place
    return Scalar(at.file, at.begin, at.end, name)


def _test(found: Node, operation: Mapping) -> None:
    entry = operation.fields.get("value")
    try:
        same = to_json(found) == to_json(entry.value if entry else made_mapping({}, operation.place))
    except ConversionError:
        same = False
    if not same:
        raise PatchError("a JSON patch whose test fails")
