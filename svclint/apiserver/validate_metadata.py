"""The metadata of a Service (k8s.io/apimachinery pkg/api/validation objectmeta.go)."""

from collections.abc import Iterable, Iterator

from svclint.apiserver.data import Object, entries, listed, strings, text
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.paths import ANNOTATIONS, LABELS, METADATA, NAME
from svclint.apiserver.syntax import (
    label_faults,
    label_value_faults,
    masked_dash,
    old_label_faults,
    qualified_name_faults,
    size,
)
from svclint.policy.version import version_at_least
from svclint.yaml.path import FieldPath

_ANNOTATIONS_SIZE = 256 * 1024
_STANDARD_FINALIZERS = ("kubernetes", "orphan", "foregroundDeletion")
_TOPOLOGY_MODE = "service.kubernetes.io/topology-mode"
_TOPOLOGY_HINTS = "service.kubernetes.io/topology-aware-hints"


def name_errors(metadata: Object, kubernetes_version: str) -> Iterator[FieldError]:
    """The name of a new Service: a DNS label, which may begin with a digit from 1.36."""
    faults = label_faults if version_at_least(kubernetes_version, 1, 36) else old_label_faults
    prefix, name = text(metadata, "generateName"), text(metadata, "name")
    if prefix:
        yield from _invalid(METADATA.child("generateName"), prefix, faults(masked_dash(prefix)), Cause.NAME)
    if name:
        yield from _invalid(NAME, name, [*faults(name), *_segment_faults(name)], Cause.NAME)
    elif prefix:
        made = f"{prefix[:58]}xxxxx"
        yield from _invalid(NAME, made, [*faults(made), *_segment_faults(made)], Cause.CONSEQUENCE)
    else:
        yield FieldError(NAME, Reason.REQUIRED, "name or generateName is required", Cause.NAME)
    namespace = text(metadata, "namespace")
    if namespace:
        yield from _invalid(METADATA.child("namespace"), namespace, label_faults(namespace), Cause.NAMESPACE)


def metadata_errors(metadata: Object) -> Iterator[FieldError]:
    """What is checked whenever an object is written: labels, annotations, finalizers, owners."""
    yield from label_errors(strings(metadata, "labels"), LABELS, Cause.LABEL)
    yield from _annotation_errors(strings(metadata, "annotations"))
    yield from _topology_errors(strings(metadata, "annotations"))
    yield from _finalizer_errors(listed(metadata, "finalizers"))
    yield from _owner_errors(entries(metadata, "ownerReferences"))


def label_errors(labels: dict[str, str], path: FieldPath, cause: Cause) -> Iterator[FieldError]:
    """The keys and values of labels, or of a selector; the server names the whole map."""
    for key, value in labels.items():
        for fault in qualified_name_faults(key):
            yield FieldError(path, Reason.INVALID, fault, cause, key, at=path.key(key), on_key=True)
        for fault in label_value_faults(value):
            yield FieldError(path, Reason.INVALID, fault, cause, value, at=path.key(key))


def _invalid(path: FieldPath, value: str, faults: Iterable[str], cause: Cause) -> Iterator[FieldError]:
    for fault in faults:
        yield FieldError(path, Reason.INVALID, fault, cause, value)


def _segment_faults(name: str) -> Iterator[str]:
    """What no name may be, since it stands in a URL (pkg/api/validation/path)."""
    if name in (".", ".."):
        yield f"may not be '{name}'"
    for part in "/%":
        if part in name:
            yield f"may not contain '{part}'"


def _annotation_errors(annotations: dict[str, str]) -> Iterator[FieldError]:
    total = 0
    for key, value in annotations.items():
        total += size(key) + size(value)
        for fault in qualified_name_faults(key.lower()):
            yield FieldError(ANNOTATIONS, Reason.INVALID, fault, Cause.ANNOTATION, key, at=ANNOTATIONS.key(key), on_key=True)
    if total > _ANNOTATIONS_SIZE:
        yield FieldError(ANNOTATIONS, Reason.TOO_LONG, f"may not be more than {_ANNOTATIONS_SIZE} bytes", Cause.ANNOTATION)


def _topology_errors(annotations: dict[str, str]) -> Iterator[FieldError]:
    mode, hints = annotations.get(_TOPOLOGY_MODE), annotations.get(_TOPOLOGY_HINTS)
    if mode is not None and hints is not None and mode != hints:
        detail = f"must match annotations[{_TOPOLOGY_HINTS}] when both are specified"
        other = ANNOTATIONS.key(_TOPOLOGY_HINTS)
        yield FieldError(ANNOTATIONS.key(_TOPOLOGY_MODE), Reason.INVALID, detail, Cause.TOPOLOGY, mode, other)


def _finalizer_errors(finalizers: list[str]) -> Iterator[FieldError]:
    path = METADATA.child("finalizers")
    for position, finalizer in enumerate(finalizers):
        yield from _invalid(path, finalizer, qualified_name_faults(finalizer), Cause.METADATA)
        if "/" not in finalizer and finalizer not in _STANDARD_FINALIZERS:
            detail = "name is neither a standard finalizer name nor is it fully qualified"
            yield FieldError(path.index(position), Reason.INVALID, detail, Cause.METADATA, finalizer)
    if "orphan" in finalizers and "foregroundDeletion" in finalizers:
        detail = "finalizer orphan and foregroundDeletion cannot be both set"
        yield FieldError(path, Reason.INVALID, detail, Cause.METADATA, finalizers)


def _owner_errors(owners: list[Object]) -> Iterator[FieldError]:
    path = METADATA.child("ownerReferences")
    for position, owner in enumerate(owners):
        at = path.index(position)
        version = text(owner, "apiVersion")
        if not version.rpartition("/")[2]:
            yield FieldError(at.child("apiVersion"), Reason.INVALID, "version must not be empty", Cause.METADATA, version)
        for name in ("kind", "name", "uid"):
            if not text(owner, name):
                yield FieldError(at.child(name), Reason.INVALID, "must not be empty", Cause.METADATA, "")
        if version == "v1" and text(owner, "kind") == "Event":
            yield FieldError(at, Reason.INVALID, "/v1, Kind=Event is disallowed from being an owner", Cause.METADATA)
    if sum(owner.get("controller") is True for owner in owners) > 1:
        detail = "Only one reference can have Controller set to true"
        yield FieldError(path, Reason.INVALID, detail, Cause.METADATA)
