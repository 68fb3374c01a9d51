"""Fields that the API server writes, in a manifest: somebody saved a live object."""

from collections.abc import Iterator

from svclint.model.field import Field
from svclint.model.located import Located
from svclint.model.service import Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Edit, Fix, Safety
from svclint.yaml.edit import remove_entries
from svclint.yaml.node import Mapping

_METADATA = ("uid", "resourceVersion", "creationTimestamp", "managedFields", "selfLink", "generation")
_ADDRESSES = ("clusterIP", "clusterIPs")
_HARM = {
    "resourceVersion": "with resourceVersion the Service cannot be created, nor updated once anybody else has changed it",
    "uid": "with uid an update is refused once the Service has been deleted and created anew",
    "managedFields": "server-side apply refuses a manifest with managedFields",
}
_HARMLESS = "the API server writes its own value, whatever the manifest says"


def check(service: Service, _: Context) -> Iterator[Finding]:
    """Report the first such field and name the others: a manifest is saved as a whole."""
    metadata = service.root.child("metadata")
    found = [(metadata, name) for name in _METADATA if _is_set(metadata.child(name))]
    if _is_filled(service.root.child("status")):
        found.append((service.root, "status"))
    if not found:
        return
    found += [(service.spec, name) for name in _addresses(service)]
    found.sort(key=lambda one: one[0].key_place(one[1]).begin)
    parent, first = next(one for one in found if one[1] not in _ADDRESSES)
    yield Finding(
        Located(None, parent.key_place(first), parent.child(first).path),
        f"{first} is copied from a live object",
        (first,),
        notes=tuple(_notes([name for _, name in found])),
        fix=_fix(found),
        label="the API server writes this field",
    )


def _is_set(field: Field) -> bool:
    return field.present and field.text().value != ""


def _is_filled(status: Field) -> bool:
    """Whether there is more than `loadBalancer: {}`, which tools that write manifests leave behind."""
    ingress, conditions = status.at("loadBalancer.ingress"), status.child("conditions")
    return any(True for field in (ingress, conditions) for _ in field.items())


def _addresses(service: Service) -> list[str]:
    """The address fields that hold what the cluster chose; a headless Service is meant to be one."""
    if service.cluster_ip.value in ("", "None"):
        return []
    return [name for name in _ADDRESSES if service.spec.child(name).present]


def _notes(names: list[str]) -> Iterator[Note]:
    yield Note(f"remove {_listed(names)}", voice=Voice.HELP)
    harms = [harm for name, harm in _HARM.items() if name in names]
    yield from map(Note, harms or [_HARMLESS])
    if set(_ADDRESSES).intersection(names):
        yield Note("another cluster may have the cluster IP outside its range, or taken")


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _fix(found: list[tuple[Field, str]]) -> Fix | None:
    """Removes all that can be removed."""
    edits: dict[str, Edit] = {}
    parents = {id(parent.node): parent for parent, _ in found if not parent.site}
    for parent in parents.values():
        if isinstance(parent.node, Mapping):
            edits |= remove_entries(parent.node, [name for other, name in found if other.node is parent.node])
    addresses = [name for _, name in found if name in _ADDRESSES]
    if not all(name in edits for name in addresses):  # one without the other is refused, or brings the other back
        edits = {name: edit for name, edit in edits.items() if name not in addresses}
    names = [name for _, name in found if name in edits]
    return Fix(f"remove {_listed(names)}", Safety.UNSAFE, tuple(dict.fromkeys(edits.values()))) if edits else None


RULE = Rule(
    name="exported-object-fields",
    code="SVC704",
    summary="fields that only the API server writes, copied from a live object",
    category=Category.HAZARD,
    subject=Subject.SERVICE,
    check=check,
    fixes="unsafe",
)
