"""A field that a Service does not have."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.schema import Type, service_type
from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.checks.written import written
from svclint.policy.settings import KUBERNETES_VERSIONS
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.source.edit import Edit, Fix, Safety
from svclint.source.nearest import distance
from svclint.yaml.node import Mapping
from svclint.yaml.path import FieldPath

_OBJECTS = ("", "metadata", "spec", "spec.ports[]", "spec.sessionAffinityConfig", "spec.sessionAffinityConfig.clientIP")
"""Where users write fields; what only the cluster writes is left out."""
_GONE = {
    "ipFamily": "ipFamily was removed in Kubernetes 1.20: write `ipFamilies`, a list, with `ipFamilyPolicy`",
    "topologyKeys": "topologyKeys was removed in Kubernetes 1.22: `trafficDistribution` keeps traffic near",
    "clusterName": "clusterName was removed in Kubernetes 1.24, and never meant anything",
    "portalIP": "portalIP is what `clusterIP` was called before Kubernetes 1.0",
    "publicIPs": "publicIPs is what `externalIPs` was called before Kubernetes 1.0",
    "containerPort": "containerPort is a field of a container; a Service names that port as `targetPort`",
    "hostPort": "hostPort is a field of a container; a Service opens ports of the nodes with `nodePort`",
    "matchLabels": "a Service has no matchLabels: write the pairs directly under `selector`",
    "matchExpressions": "a Service has no matchExpressions: its selector is pairs of labels only",
    "replicas": "replicas is a field of workloads, such as Deployments",
    "template": "template is a field of workloads, such as Deployments",
    "containers": "containers is a field of pods",
}


def check(verdict: Verdict, context: Context) -> Iterator[Finding]:
    """Report each unknown field at its key, with the field that was meant where that is certain enough."""
    errors = verdict.caused_by(Cause.UNKNOWN_FIELD)
    objects = _objects(context.settings.kubernetes_version) if errors else {}
    for error in errors:
        path = error.at.path
        name, parent = str(path.step), path.parent
        where = str(parent) if parent is not None else ""
        notes, fix = _advice(verdict, error, objects)
        yield Finding(
            error.at,
            f'unknown field "{name}" in {where}' if where else f'unknown field "{name}" at the top level',
            (name, where),
            reason=error.reason.value,
            label="no such field here",
            notes=notes,
            fix=fix,
        )


def _advice(verdict: Verdict, error: LocatedError, objects: dict[str, Type]) -> tuple[tuple[Note, ...], Fix | None]:
    name, parent = str(error.at.path.step), error.at.path.parent
    owner = _owner(parent)
    homes = [path or "the Service itself" for path, kind in objects.items() if name in kind.fields]
    kind = objects.get(owner)
    known = tuple(kind.fields) if kind else ()
    meant = [] if homes or name in _GONE else _near(name, known)
    mapping = written(verdict, parent).node if parent is not None else None
    if len(meant) == 1 and isinstance(mapping, Mapping):
        if meant[0] in mapping.fields:
            return (_help(f"{meant[0]} is set as well: remove this one, or correct that one"),), None
        fix = _renamed(error, name, meant[0])
        return () if fix else (_help(f"did you mean `{meant[0]}`?"),), fix
    if meant:
        return (_help(f"did you mean {' or '.join(f'`{one}`' for one in meant)}?"),), None
    if name in _GONE:
        return (_help(_GONE[name]),), None
    if homes:
        return (_help(f"{name} is a field of {' and of '.join(homes)}: move it there, or remove it"),), None
    return _unknown_everywhere(name, owner, known), None


def _unknown_everywhere(name: str, owner: str, known: tuple[str, ...]) -> tuple[Note, ...]:
    if name in service_type(KUBERNETES_VERSIONS[-1]).fields["spec"].fields:
        return (_help(f"remove {name}: this version of Kubernetes does not have it yet"),)
    if 0 < len(known) <= 8 and owner:
        return (_help(f"remove it, or use one of the fields of {owner}: {', '.join(known)}"),)
    explained = ".".join(("service", owner)) if owner else "service"
    return (_help(f"remove it, or see `kubectl explain {explained.replace('[]', '')}` for the fields there are"),)


def _help(text: str) -> Note:
    return Note(text, voice=Voice.HELP)


def _owner(path: FieldPath | None) -> str:
    """The object that a path leads to, the same for all items of a list."""
    steps = path.steps() if path is not None else []
    return "".join("[]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")


def _objects(kubernetes_version: str) -> dict[str, Type]:
    """The types of the objects in a Service by their paths."""
    found: dict[str, Type] = {}
    for path in _OBJECTS:
        kind = service_type(kubernetes_version)
        for name in path.removesuffix("[]").split(".") if path else ():
            kind = kind.fields[name]
        found[path] = kind.item or kind
    return found


def _near(name: str, known: tuple[str, ...]) -> list[str]:
    """The field that differs in case only, or those within two letters of the name."""
    same = [one for one in known if one.lower() == name.lower()]
    return same or [one for one in known if 3 * distance(name.lower(), one.lower(), 2) <= min(6, max(len(name), len(one)))]


def _renamed(error: LocatedError, name: str, meant: str) -> Fix | None:
    place = error.at.place
    if not error.at.written or place.text.strip("\"'") != name:
        return None  # the key came through an alias or a merge, or is spelled with escapes
    return Fix(f"did you mean `{meant}`?", Safety.UNSAFE, (Edit(place, place.text.replace(name, meant)),))


RULE = Rule(
    name="unknown-field",
    code="SVC101",
    summary="a field that a Service does not have",
    category=Category.REJECTED,
    subject=Verdict,
    check=check,
    fixes="unsafe",
    options=("kubernetes-version",),
)
