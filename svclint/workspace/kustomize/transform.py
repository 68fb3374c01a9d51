"""The built-in transformers of names, namespaces, labels and replicas (kustomize api/internal/builtins)."""

from svclint.model.field import Field
from svclint.source.place import Place
from svclint.workspace.kustomize.draft import Draft, Drafts
from svclint.workspace.kustomize.fieldspec import (
    COMMON_LABELS,
    NAME,
    NAMESPACE,
    OWN_LABELS,
    REPLICAS,
    TEMPLATE_LABELS,
    Configuration,
    FieldSpec,
    Setter,
)
from svclint.workspace.kustomize.graft import made, made_mapping, made_number, own_fields, text_of, with_fields
from svclint.workspace.kustomize.kustomization import Labelling
from svclint.workspace.kustomize.merge import PatchError
from svclint.workspace.kustomize.sharing import Shared, spread
from svclint.yaml.node import Entry, Mapping, Node, Scalar
from svclint.yaml.scalars import resolve


def set_namespace(draft: Draft, drafts: Drafts, value: Field, further: tuple[FieldSpec, ...] = ()) -> Draft:
    """The object in a namespace."""
    text, at = text_of(value.node), value.place
    if draft.identity.namespace == text and not further:
        return draft.remembered()
    specs = (NAMESPACE, *(spec for spec in further if spec.path not in ("metadata/namespace", "metadata/name")))
    return _set(draft.remembered(), drafts, specs, lambda old: old if old and text_of(old) == text else made(text, at), at)


def add_affix(draft: Draft, drafts: Drafts, value: Field, further: tuple[FieldSpec, ...], *, after: bool = False) -> Draft:
    """The object with something before, or `after`, its name."""
    affix = text_of(value.node)

    def renamed(old: Node | None) -> Node:
        at = old.place if old else value.place
        return made(text_of(old) + affix if after else affix + text_of(old), at)

    return _set(draft.remembered(), drafts, (NAME, *(spec for spec in further if spec.path != NAME.path)), renamed, value.place)


def add_labels(draft: Draft, drafts: Drafts, labelling: Labelling, configuration: Configuration) -> Draft:
    """The object with pairs in its labels, and, as asked for, in its selector and the labels of its pods."""
    specs = labelling.fields + configuration.labels
    if labelling.selectors:
        specs += COMMON_LABELS + configuration.common_labels
    else:
        specs += (*(TEMPLATE_LABELS + configuration.template_labels if labelling.templates else ()), OWN_LABELS)
    return add_pairs(draft, drafts, labelling.pairs, specs)


def add_pairs(draft: Draft, drafts: Drafts, pairs: dict[str, Entry], specs: tuple[FieldSpec, ...]) -> Draft:
    """The object with pairs in each of the fields that it has."""
    if not pairs:
        return draft
    at = next(iter(pairs.values())).key.place
    shared = {name: Entry(entry.key, Shared(entry.value, object())) for name, entry in pairs.items() if isinstance(entry.value, Scalar)}

    def labelled(old: Node | None) -> Node:
        if old is None:
            return made_mapping(dict(shared), at)
        if not isinstance(old, Mapping):
            raise PatchError("labels that are no map")
        changed = {name: pairs[name] if name in old.fields else shared[name] for name in shared if not _says(old.get(name), shared[name])}
        return with_fields(old, own_fields(old) | changed) if changed else old

    labelled_draft = _set(draft, drafts, specs, labelled, at)
    if draft.node is None or labelled_draft.node is None:
        return labelled_draft
    return labelled_draft.changed(spread(draft.node, labelled_draft.node))


def _says(node: Node | None, entry: Entry) -> bool:
    return isinstance(node, Scalar) and node.text == text_of(entry.value) and isinstance(resolve(node), str)


def set_replicas(draft: Draft, drafts: Drafts, name: str, count: Field, further: tuple[FieldSpec, ...]) -> Draft:
    """The object with a number of replicas, if it is, or was, called so."""
    number = count.number().value
    if number is None or not any(one.name == name for one in draft.identities):
        return draft
    return _set(draft, drafts, REPLICAS + further, lambda _: made_number(number, count.place), count.place)


def _set(draft: Draft, drafts: Drafts, specs: tuple[FieldSpec, ...], setter: Setter, at: Place) -> Draft:
    identity = draft.identity
    fitting = [spec for spec in specs if spec.fits(identity.group, identity.version, identity.kind)]
    if not fitting:
        return draft
    root = before = drafts.root(draft)
    for spec in fitting:
        root = spec.apply(root, setter, at)
    return draft if root is before else draft.changed(root)
