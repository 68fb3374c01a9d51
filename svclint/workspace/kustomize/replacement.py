"""Replacements: a value copied from one field into others (kustomize api/filters/replacement/replacement.go)."""

from collections.abc import Mapping

from svclint.model.field import Field, root_field
from svclint.source.file import SourceFile
from svclint.workspace.kustomize.draft import Draft, Drafts
from svclint.workspace.kustomize.graft import made, own_fields, own_items, text_of, with_fields, with_items
from svclint.workspace.kustomize.kustomization import reference
from svclint.workspace.kustomize.merge import PatchError
from svclint.workspace.kustomize.patch import roots
from svclint.workspace.kustomize.sharing import spread
from svclint.workspace.kustomize.state import State
from svclint.workspace.kustomize.target import Target, read_target
from svclint.yaml.node import Entry, Node, Scalar, Sequence
from svclint.yaml.node import Mapping as Object
from svclint.yaml.scalars import decode

_IDENTITY_FIELDS = ("group", "version", "kind", "name", "namespace")
# The fields that something is read from; a path above or below one of them may change it.
_READ = (
    "metadata.name",
    "metadata.namespace",
    "metadata.labels",
    "spec.selector",
    "spec.ports",
    "spec.type",
    "spec.clusterIP",
    "spec.externalName",
    "spec.replicas",
    "spec.template.metadata.labels",
    "spec.jobTemplate.spec.template.metadata.labels",
)
_CONTAINERS = ("containers", "initContainers")
_OF_CONTAINERS = ("name", "ports", "restartPolicy")


class Replacing:
    """Carries out replacements on the objects of a build; what is not read anyway is left alone."""

    def __init__(self, state: State, nodes: Drafts, files: Mapping[str, SourceFile]) -> None:
        self._state = state
        self._nodes = nodes
        self._files = files

    def carry_out(self, item: Field, directory: str) -> None:
        """Carry out a replacement, or those in the file at its `path`."""
        named = item.child("path")
        if not named.present:
            self._replace(item)
            return
        where = reference(named, directory)
        file = self._files.get(where.path) if where.path is not None else None
        if file is None:
            self._state.report(f"the replacements {where.text}, which were not read", where.place)
            return
        try:
            for root in roots(file):
                field = root_field(root) if isinstance(root, Object) else None
                items = [root_field(one) for one in root.items if isinstance(one, Object)] if isinstance(root, Sequence) else []
                for one in items or ([field] if field else []):
                    self._replace(one)
        except PatchError:
            self._state.report(f"the replacements {where.text}, which do not parse", where.place)

    def _replace(self, item: Field) -> None:
        for target in item.child("targets").items():
            select = target.child("select")
            paths = [field for field in target.child("fieldPaths").items() if _matters(_names(text_of(field.node)))]
            if target.child("fieldPaths").present and not paths:
                continue
            try:
                self._into(item, target, read_target(select), [text_of(field.node) for field in paths] or ["metadata.name"])
            except PatchError as error:
                self._state.report(str(error), target.near)

    def _into(self, item: Field, target: Field, select: Target, paths: list[str]) -> None:
        rejected = [read_target(one) for one in target.child("reject").items()]
        chosen = {
            id(draft)
            for draft in self._state.drafts
            if any(map(select.fits, draft.identities))
            and select.has_labels(draft, self._nodes)
            and not any(one.fits(identity) for one in rejected for identity in draft.identities)
        }
        if not chosen:
            return
        value = self._value(item)
        if target.child("options").present:
            raise PatchError("replacements of a part of a field")
        for path in paths:
            changed = [self._set(draft, _names(path), value) if id(draft) in chosen else draft for draft in self._state.drafts]
            chosen = {id(new) for new, old in zip(changed, self._state.drafts, strict=True) if id(old) in chosen}
            self._state.drafts = changed

    def _value(self, item: Field) -> Node:
        """What is to be put in. Raises PatchError where that is in an object that was not read."""
        literal, source = item.child("sourceValue"), item.child("source")
        if literal.present:
            return made(text_of(literal.node), literal.place)
        wanted = [(name, text_of(source.child(name).node)) for name in _IDENTITY_FIELDS]
        found = [
            draft
            for draft in self._state.drafts
            if any(all(not value or getattr(one, name) == value for name, value in wanted) for one in draft.identities)
        ]
        if len(found) != 1 or source.child("options").present:
            raise PatchError(f"replacements from {text_of(source.child('kind').node)}/{text_of(source.child('name').node)}")
        node: Node | None = self._nodes.root(found[0])
        for name in _names(text_of(source.child("fieldPath").node) or "metadata.name"):
            node = _below(node, name)
        if node is None:
            raise PatchError("replacements from a field that is not there")
        return node

    def _set(self, draft: Draft, names: list[str], value: Node) -> Draft:
        root = self._nodes.root(draft)
        changed = _put(root, names, value)
        if changed is None:
            raise PatchError("replacements of a field that is not there")
        return draft.changed(spread(root, changed)) if isinstance(changed, Object) else draft


def _names(path: str) -> list[str]:
    r"""The steps of a path: names, `[key=value]`, `*`, numbers; a dot in brackets or after a `\` separates none."""
    steps, step, depth = [], "", 0
    skipped = False
    for letter in path:
        if letter == "\\" and not skipped:
            skipped = True
            continue
        depth += (letter == "[") - (letter == "]")
        if letter == "." and not depth and not skipped:
            steps.append(step)
            step = ""
        else:
            step += letter
        skipped = False
    return [one[1:-1] if one[:1] == "[" and "=" not in one else one for one in (*steps, step) if one]


def _matters(names: list[str]) -> bool:
    """Whether something is read at, above or below a path of a Service or of an object with a pod template."""
    path = ".".join(names)
    if any(f"{path}.".startswith(f"{one}.") or f"{one}.".startswith(f"{path}.") for one in _READ):
        return True
    at = next((index for index, name in enumerate(names) if name in _CONTAINERS), None)
    if at is None:
        return names[-1:] in (["template"], ["spec"], ["jobTemplate"])
    return len(names) <= at + 2 or names[at + 2] in _OF_CONTAINERS


def _below(node: Node | None, step: str) -> Node | None:
    if isinstance(node, Sequence):
        found = [item for index, item in enumerate(node.items) if _is_meant(item, index, step)]
        return found[0] if found else None
    return node.get(step) if isinstance(node, Object) else None


def _is_meant(item: Node, index: int, step: str) -> bool:
    if step == "*" or step == str(index):
        return True
    key, equals, value = step.removeprefix("[").removesuffix("]").partition("=")
    return bool(equals) and isinstance(item, Object) and text_of(item.get(key)) == value


def _put(node: Node, names: list[str], value: Node) -> Node | None:
    """The node with a value at a path; None where the path leads nowhere."""
    if not names:
        if isinstance(node, Scalar) and isinstance(value, Scalar):
            plain = not node.style and not isinstance(decode(node.text), str)  # a number stays one: only the text is copied
            at = value.place
            return Scalar(at.file, at.begin, at.end, value.text, "" if plain else '"', alias=at)
        return value
    if isinstance(node, Sequence):
        items = own_items(node)
        new = [_put(item, names[1:], value) if _is_meant(item, index, names[0]) else None for index, item in enumerate(items)]
        return with_items(node, map(_either, new, items)) if any(one is not None for one in new) else None
    if not isinstance(node, Object) or names[0] not in node.fields:
        return None
    fields = own_fields(node)
    entry = fields[names[0]]
    below = _put(entry.value, names[1:], value)
    return None if below is None else with_fields(node, fields | {names[0]: Entry(entry.key, below)})


def _either(new: Node | None, old: Node) -> Node:
    return old if new is None else new
