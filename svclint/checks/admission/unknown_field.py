"""A field that a Service does not have."""

from collections import Counter
from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.schema import Type, service_type
from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.checks.written import written
from svclint.policy.settings import KUBERNETES_VERSIONS
from svclint.record import NamedTuple
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Edit, Fix, Safety
from svclint.source.nearest import distance
from svclint.yaml.node import Mapping
from svclint.yaml.path import ROOT, FieldPath

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


class _Unknown(NamedTuple):
    """An unknown field: its object's path, type and name for it, what it may have been meant to be, and where it belongs."""

    error: LocatedError
    name: str
    parent: FieldPath
    known: tuple[str, ...]
    meant: tuple[str, ...]
    homes: tuple[str, ...]


def check(verdict: Verdict, context: Context) -> Iterator[Finding]:
    """Report each unknown field at its key, with the field that was meant where that is certain enough."""
    errors = verdict.caused_by(Cause.UNKNOWN_FIELD)
    objects = _objects(context.settings.kubernetes_version) if errors else {}
    unknown = [_looked_up(error, objects) for error in errors]
    claims = Counter((str(one.parent), one.meant) for one in unknown)
    for one in unknown:
        where = str(one.parent)
        help_, fix = _advice(verdict, one, alone=claims[where, one.meant] == 1)
        yield Finding(
            one.error.at,
            f'unknown field "{one.name}" in {where}' if where else f'unknown field "{one.name}" at the top level',
            (one.name, where),
            reason=one.error.reason.value,
            label="no such field here",
            notes=(Note(help_, voice=Voice.HELP),),
            fix=fix,
        )


def _looked_up(error: LocatedError, objects: dict[str, Type]) -> _Unknown:
    name, parent = str(error.at.path.step), error.at.path.parent or ROOT
    kind = objects.get(_owner(parent))
    known = tuple(kind.fields) if kind else ()
    homes = tuple(path or "the Service itself" for path, kind in objects.items() if name in kind.fields)
    return _Unknown(error, name, parent, known, () if homes or name in _GONE else _near(name, known), homes)


def _advice(verdict: Verdict, one: _Unknown, *, alone: bool) -> tuple[str, Fix | None]:
    """The help, and the fix; `alone` says that no other unknown field beside it may be meant to be the same."""
    if one.meant:
        mapping = written(verdict, one.parent).node
        if len(one.meant) == 1 and isinstance(mapping, Mapping) and one.meant[0] in mapping.fields:
            return f"{one.meant[0]} is set as well: remove this one, or correct that one", None
        fix = _renamed(one, one.meant[0]) if len(one.meant) == 1 and alone else None
        return f"did you mean {' or '.join(f'`{name}`' for name in one.meant)}?", fix
    if one.name in _GONE:
        return _GONE[one.name], None
    if one.homes:
        return f"{one.name} is a field of {' and of '.join(one.homes)}: move it there, or remove it", None
    return _unknown_everywhere(one), None


def _unknown_everywhere(one: _Unknown) -> str:
    owner = _owner(one.parent)
    if one.name in service_type(KUBERNETES_VERSIONS[-1]).fields["spec"].fields:
        return f"remove {one.name}: this version of Kubernetes does not have it yet"
    if 0 < len(one.known) <= 8 and owner:
        return f"remove it, or use one of the fields of {owner}: {', '.join(one.known)}"
    explained = f"service.{owner.replace('[]', '')}" if owner else "service"
    return f"remove it, or see `kubectl explain {explained}` for the fields there are"


def _owner(path: FieldPath) -> str:
    """The object that a path leads to, the same for all items of a list."""
    return "".join("[]" if isinstance(step, int) else f".{step}" for step in path.steps()).removeprefix(".")


def _objects(kubernetes_version: str) -> dict[str, Type]:
    """The types of the objects in a Service by their paths."""
    found: dict[str, Type] = {}
    for path in _OBJECTS:
        kind = service_type(kubernetes_version)
        for name in path.removesuffix("[]").split(".") if path else ():
            kind = kind.fields[name]
        found[path] = kind.item or kind
    return found


def _near(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The field that differs in case only, or those within two letters of the name."""
    same = tuple(one for one in known if one.lower() == name.lower())
    return same or tuple(one for one in known if 3 * distance(name.lower(), one.lower(), 2) <= min(6, max(len(name), len(one))))


def _renamed(one: _Unknown, meant: str) -> Fix | None:
    place = one.error.at.place
    if not one.error.at.written or place.text.strip("\"'") != one.name:
        return None  # the key came through an alias or a merge, or is spelled with escapes
    return Fix(f"did you mean `{meant}`?", Safety.UNSAFE, (Edit(place, place.text.replace(one.name, meant)),))


RULE = Rule(
    name="unknown-field",
    code="SVC101",
    summary="a field that a Service does not have",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
    fixes="unsafe",
    options=("kubernetes-version",),
)
