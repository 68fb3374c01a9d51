"""Patches: what they say, and what they make of objects."""

from collections.abc import Callable

from svclint.model.objects import object_roots
from svclint.policy.kinds import WIRED_KINDS
from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.source.place import Place
from svclint.workspace.kustomize.draft import Draft, Drafts, identity_of
from svclint.workspace.kustomize.graft import at_place, is_null, made, own_fields, text_of, with_field, with_fields, without
from svclint.workspace.kustomize.jsonpatch import apply_operations
from svclint.workspace.kustomize.kustomization import Patch
from svclint.workspace.kustomize.merge import PatchError, merge
from svclint.workspace.kustomize.schema import schema_of
from svclint.workspace.kustomize.sharing import parted, spread
from svclint.workspace.kustomize.target import read_target
from svclint.yaml.document import State
from svclint.yaml.node import Mapping, Node, Scalar, Sequence
from svclint.yaml.read import read_all

Opened = Callable[[str], SourceFile | None]
Report = Callable[[str, Place], None]


class Content(NamedTuple):
    """What a patch says: objects to merge, or the operations of a JSON patch."""

    merges: tuple[Mapping, ...] = ()
    operations: Sequence | None = None


def read_content(patch: Patch, opened: Opened) -> Content:
    """What a patch says. Raises PatchError where it cannot be read."""
    if patch.inline is not None:
        return _content(inline_roots(patch.inline))
    if patch.reference is None:
        raise PatchError("a patch without a path")
    file = opened(patch.reference.path) if patch.reference.path is not None else None
    if file is None:
        raise PatchError(f"the patch {patch.reference.text}, which was not read")
    return _content(roots(file))


def roots(file: SourceFile) -> list[Node | None]:
    """The roots of all documents of a file. Raises PatchError where one cannot be read."""
    documents = read_all(file)
    if any(document.state is not State.READ for document in documents):
        raise PatchError("a patch that does not parse")
    return [document.root for document in documents]


def inline_roots(scalar: Scalar) -> list[Node | None]:
    """The roots of the documents in a string, each node at its own place where the string is written as it reads."""
    from svclint.yaml.parse import parse  # noqa: PLC0415 - with it comes ruamel.yaml: most runs meet no patch

    found: list[Node | None] = []
    for begin, end in _stretches(scalar):
        outcome = parse(scalar.file, begin, end)
        if outcome.problem is not None:
            break
        found += [document.root for document in outcome.documents]
    else:
        if found:
            return found
    at = scalar.place
    return [at_place(root, at) for root in roots(SourceFile(at.file.path, scalar.text)) if root is not None]


def _stretches(scalar: Scalar) -> list[tuple[int, int]]:
    """Where the documents in a string stand in its file; nothing where the text there is not the string."""
    text = scalar.file.text
    if scalar.style == "|":
        begin = text.find("\n", scalar.begin, scalar.end) + 1
        stretches, start = [], begin
        for line in text[begin : scalar.end].splitlines(keepends=True):
            if line.strip() == "---":
                stretches.append((start, begin))
                start = begin + len(line)
            begin += len(line)
        return [*stretches, (start, begin)]
    inner = 1 if scalar.style in ("'", '"') else 0
    begin, end = scalar.begin + inner, scalar.end - inner
    return [(begin, end)] if scalar.style != ">" and text[begin:end] == scalar.text else []


def _content(found: list[Node | None]) -> Content:
    written = [root for root in found if root is not None]
    if len(written) == 1 and isinstance(written[0], Sequence):
        return Content(operations=written[0])
    merges = [field.node for root in written for field in object_roots(root)]
    if not merges or not all(isinstance(root, Mapping) for root in written):
        raise PatchError("a patch that is neither an object nor a list of operations")
    return Content(tuple(node for node in merges if isinstance(node, Mapping)))


class Application(NamedTuple):
    """A patch being applied: `nodes` gives those of objects, `report` is told what cannot be done, and where."""

    patch: Patch
    content: Content
    nodes: Drafts
    report: Report

    @property
    def place(self) -> Place:
        """Where the patch is named."""
        return self.patch.reference.place if self.patch.reference else self.patch.field.near

    @property
    def copies(self) -> bool:
        """Whether kustomize copies the patch, and its labels as strings, before it applies it (reswrangler.go, ApplySmPatch)."""
        return self.patch.field.child("target").present or isinstance(self.patch.field.node, Scalar)

    def to(self, drafts: list[Draft]) -> list[Draft]:
        """The objects after the patch. What cannot be applied is reported and changes nothing."""
        target = self.patch.field.child("target")
        if target.present:
            if len(self.content.merges) > 1:
                self.report("a patch of several objects with a target", self.place)
                return drafts
            selector = read_target(target)
            try:
                chosen = {id(draft) for draft in drafts if selector.matches(draft, self.nodes)}
            except PatchError as error:
                self.report(str(error), self.place)
                return drafts
            return [new for draft in drafts for new in (self._one(draft, self.content.merges) if id(draft) in chosen else (draft,))]
        if self.content.operations is not None or self.patch.needs_target:
            self.report("a patch without a target", self.place)
            return drafts
        for merged in self.content.merges:
            drafts = self._by_name(drafts, merged)
        return drafts

    def _by_name(self, drafts: list[Draft], merged: Mapping) -> list[Draft]:
        """The objects after a patch that is for the one of its own name, whichever of its names."""
        wanted = identity_of(merged)
        found = [index for index, draft in enumerate(drafts) if draft.known_as(wanted.effective)]
        if len(found) == 1:
            return [*drafts[: found[0]], *self._one(drafts[found[0]], (merged,)), *drafts[found[0] + 1 :]]
        if not wanted.kind or not wanted.name:
            self.report("a patch without a kind or a name", self.place)
        elif found or wanted.kind in WIRED_KINDS:
            which = "which stands for several" if found else "which is not built here"
            self.report(f"a patch of {wanted.kind}/{wanted.name}, {which}", self.place)
        return drafts

    def _one(self, draft: Draft, merges: tuple[Mapping, ...]) -> tuple[Draft, ...]:
        try:
            root = self.nodes.root(draft)
            if self.content.operations is not None:
                known = draft if self.patch.needs_target else draft.remembered()
                return (known.changed(apply_operations(parted(root), self.content.operations)),)
            options = self.patch.field.child("options")
            renames, retypes = (text_of(options.child(name).node) == "true" for name in ("allowNameChange", "allowKindChange"))
            for merged in merges:
                identity = draft.identity
                version = f"{identity.group}/{identity.version}" if identity.group else identity.version
                result = merge(root, _with_text_labels(merged) if self.copies else merged, schema_of(version, identity.kind))
                if not isinstance(result, Mapping) or not result.fields:
                    return ()
                root = spread(root, _still_called(result, root, renames=renames, retypes=retypes))
            return ((draft.remembered() if renames or retypes else draft).changed(root),)
        except (PatchError, RecursionError) as error:
            self.report(str(error) if isinstance(error, PatchError) else "a patch that is nested too deeply", self.place)
            return (draft,)


def _with_text_labels(patch: Mapping) -> Mapping:
    """A patch whose labels say nothing about what they are to be instead of strings: null removes none of them."""
    metadata = patch.get("metadata")
    entry = metadata.fields.get("labels") if isinstance(metadata, Mapping) else None
    if entry is None or not isinstance(metadata, Mapping):
        return patch
    if is_null(entry.value):
        new = without(metadata, ("labels",))
    elif isinstance(entry.value, Mapping) and any(is_null(one.value) for one in entry.value.fields.values()):
        fields = {
            name: one._replace(value=made(one.value.text, one.value.place)) if isinstance(one.value, Scalar) and is_null(one.value) else one
            for name, one in own_fields(entry.value).items()
        }
        new = with_field(metadata, "labels", with_fields(entry.value, fields), entry.key)
    else:
        return patch
    return with_field(patch, "metadata", new, patch.fields["metadata"].key)


def _still_called(new: Mapping, old: Mapping, *, renames: bool, retypes: bool) -> Mapping:
    """The patched object under the kind, name and namespace that it had: a strategic patch changes none of them unless it may."""
    fields = own_fields(new)
    was = own_fields(old)
    for name in ("apiVersion", *(() if retypes else ("kind",))):
        if name in was:
            fields[name] = was[name]
    metadata, named = fields.get("metadata"), old.get("metadata")
    if isinstance(named, Mapping):
        inner = own_fields(metadata.value) if metadata and isinstance(metadata.value, Mapping) else {}
        before = own_fields(named)
        for name in ("namespace", *(() if renames else ("name",))):
            inner.pop(name, None)
            if name in before:
                inner[name] = before[name]
        holder = metadata.value if metadata and isinstance(metadata.value, Mapping) else named
        fields["metadata"] = (metadata or was["metadata"])._replace(value=with_fields(holder, inner), merge=None)
    return with_fields(new, fields)
