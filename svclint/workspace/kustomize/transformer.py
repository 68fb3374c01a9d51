"""Transformers with a configuration of their own, which the field `transformers` names."""

from collections.abc import Callable

from svclint.model.field import Field, root_field
from svclint.workspace.kustomize.fieldspec import NAME, read_specs
from svclint.workspace.kustomize.graft import text_of
from svclint.workspace.kustomize.kustomization import read_merges, read_pairs, read_patch
from svclint.workspace.kustomize.transforms import Transforms
from svclint.yaml.node import Mapping


def run_transformer(transforms: Transforms, root: Mapping, directory: str) -> None:
    """Do what a configuration says, if its transformer is a built-in one; its paths are relative to the kustomization's folder."""
    field = root_field(root)
    kind = field.word("kind") or ""
    known = _TRANSFORMERS.get(kind) if field.word("apiVersion") == "builtin" else None
    if known is None:
        transforms.report(f"the transformer {kind or '(none)'}", field.near)
    else:
        known(transforms, field, directory)


def _patch(transforms: Transforms, field: Field, directory: str) -> None:
    transforms.patch(read_patch(field, directory))


def _json_patch(transforms: Transforms, field: Field, directory: str) -> None:
    transforms.patch(read_patch(field, directory, needs_target=True, inline="jsonOp"))


def _merges(transforms: Transforms, field: Field, directory: str) -> None:
    for patch in read_merges(field.child("paths"), directory):
        transforms.patch(patch)
    if field.child("patches").present:
        transforms.patch(read_patch(field, directory, inline="patches"))


def _namespace(transforms: Transforms, field: Field, _directory: str) -> None:
    transforms.namespace(field.at("metadata.namespace"), unset_only=text_of(field.child("unsetOnly").node) == "true")


def _prefix(transforms: Transforms, field: Field, _directory: str) -> None:
    if NAME.path in (spec.path for spec in read_specs(field.child("fieldSpecs"))):
        transforms.affix(field.child("prefix"))


def _suffix(transforms: Transforms, field: Field, _directory: str) -> None:
    if NAME.path in (spec.path for spec in read_specs(field.child("fieldSpecs"))):
        transforms.affix(field.child("suffix"), after=True)


def _labels(transforms: Transforms, field: Field, _directory: str) -> None:
    transforms.pairs(read_pairs(field.child("labels")), read_specs(field.child("fieldSpecs")), field.near)


def _replicas(transforms: Transforms, field: Field, _directory: str) -> None:
    transforms.replicas(field.child("replica"))


def _replacements(transforms: Transforms, field: Field, directory: str) -> None:
    for item in field.child("replacements").items():
        transforms.replacement(item, directory)


def _nothing(_transforms: Transforms, _field: Field, _directory: str) -> None:
    """What it changes is not read."""


_TRANSFORMERS: dict[str, Callable[[Transforms, Field, str], None]] = {
    "PatchTransformer": _patch,
    "PatchJson6902Transformer": _json_patch,
    "PatchStrategicMergeTransformer": _merges,
    "NamespaceTransformer": _namespace,
    "PrefixTransformer": _prefix,
    "SuffixTransformer": _suffix,
    "LabelTransformer": _labels,
    "ReplicaCountTransformer": _replicas,
    "ReplacementTransformer": _replacements,
    "AnnotationsTransformer": _nothing,
    "ImageTagTransformer": _nothing,
    "HashTransformer": _nothing,
    "SortOrderTransformer": _nothing,
}
