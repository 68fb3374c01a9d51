"""Annotations that Kubernetes has replaced."""

from collections.abc import Iterator

from svclint.checks.annotated import remove_annotation
from svclint.model.field import Field
from svclint.model.located import Located
from svclint.model.service import Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Edit, Fix, Safety
from svclint.yaml.node import Mapping, Scalar
from svclint.yaml.scalars import resolve

_UNREADY = "service.alpha.kubernetes.io/tolerate-unready-endpoints"
_HINTS = "service.kubernetes.io/topology-aware-hints"
_MODE = "service.kubernetes.io/topology-mode"
_REMOVE = "delete the annotation"
_RENAME = f"rename it to {_MODE}"


def check(service: Service, _: Context) -> Iterator[Finding]:
    """Report each such annotation at its key."""
    annotations = service.root.at("metadata.annotations")
    names = annotations.names()
    if _UNREADY in names:
        yield _unready(service, annotations)
    if _HINTS in names and not _conflicts(annotations):
        yield _hints(service, annotations)


def _conflicts(annotations: Field) -> bool:
    """Whether both topology annotations are there and differ: the server refuses that, and another rule says so."""
    return _MODE in annotations.names() and annotations.entry(_MODE).text().value != annotations.entry(_HINTS).text().value


def _unready(service: Service, annotations: Field) -> Finding:
    published = service.spec.child("publishNotReadyAddresses").node
    if isinstance(published, Scalar) and resolve(published) is True:
        helps = [f"{_REMOVE}: publishNotReadyAddresses, which does what it once did, is set"]
    else:
        helps = [_REMOVE, "set `publishNotReadyAddresses: true` under spec instead, if pods must be found before they are ready"]
    edit = remove_annotation(service.root, _UNREADY)
    return Finding(
        _at(annotations, _UNREADY),
        "the annotation tolerate-unready-endpoints does nothing any more",
        (_UNREADY,),
        notes=tuple(Note(help_, voice=Voice.HELP) for help_ in helps),
        fix=Fix(_REMOVE, Safety.SAFE, (edit,)) if edit else None,
        label="not read since Kubernetes 1.24",
    )


def _hints(service: Service, annotations: Field) -> Finding:
    if _MODE in annotations.names():
        title, edit = _REMOVE, remove_annotation(service.root, _HINTS)
        help_ = f"{_REMOVE}: {_MODE} says the same"
    else:
        title, edit = _RENAME, _renaming(annotations)
        help_ = f"{_RENAME}; the value stays"
    return Finding(
        _at(annotations, _HINTS),
        "the annotation topology-aware-hints is deprecated: it is now topology-mode",
        (_HINTS,),
        notes=(Note(help_, voice=Voice.HELP),),
        fix=Fix(title, Safety.SAFE, (edit,)) if edit else None,
        label="deprecated since Kubernetes 1.27",
    )


def _at(annotations: Field, name: str) -> Located[str]:
    return Located(name, annotations.key_place(name), annotations.path.key(name))


def _renaming(annotations: Field) -> Edit | None:
    entry = annotations.node.fields.get(_HINTS) if isinstance(annotations.node, Mapping) else None
    if entry is None or entry.merge or entry.key.alias or annotations.site or _HINTS not in entry.key.place.text:
        return None
    return Edit(entry.key.place, entry.key.place.text.replace(_HINTS, _MODE))


RULE = Rule(
    name="legacy-annotation",
    code="SVC703",
    summary="an annotation that Kubernetes has replaced",
    category=Category.HAZARD,
    subject=Subject.SERVICE,
    check=check,
    fixes="safe",
)
