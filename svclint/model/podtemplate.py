"""The pod templates of an object: of a known kind, of one that the settings describe, of any other that embeds some."""

from collections.abc import Iterable, Iterator, Sequence

from svclint.model.field import Field
from svclint.policy.kinds import OTHER_KINDS
from svclint.policy.pods import PodSetting, TemplatePath, ends, pod_kind
from svclint.record import NamedTuple
from svclint.yaml import node as nodes

_DEPTH = 12  # a pod template in a custom resource lies near its root; CRDs nest far deeper


class PodTemplate(NamedTuple):
    """Where an object says what its pods will be.

    `whole` is the template, `spec` the pod's, `holder` the object that the template is a field of, which also has
    `replicas` and `selector`. `part` tells the templates of one object apart.
    """

    whole: Field
    labels: Field
    spec: Field
    containers: Field
    holder: Field
    part: str = ""
    ports_declared: bool = True
    ends: bool = False


def find_templates(root: Field, kind: str, api_version: str, described: Sequence[PodSetting] = ()) -> Iterator[PodTemplate]:
    """The pod templates of an object, in the order of the table of kinds; `described` are the kinds of the settings, which go first."""
    own = [one for one in described if one.kind == kind and one.api_version == api_version]
    if own:
        yield from (_described(root, one) for one in own)
        return
    known = pod_kind(kind, api_version.rpartition("/")[0])
    if known is None:
        if kind not in OTHER_KINDS:
            for holder, whole in _embedded(root):
                yield _template(whole, holder, ends=ends(kind))
        return
    found = [
        _template(whole, holder, part, ports_declared=known.ports_declared, ends=known.ends)
        for path in known.templates
        for holder, whole, part in _reached(root, path)
    ]
    stand_ins = {path.part: path.stands_for for path in known.templates if path.stands_for}
    for one in found:
        alone = one.part in stand_ins and all(other.part != stand_ins[one.part] for other in found)
        yield one._replace(part="") if alone else one


def _template(whole: Field, holder: Field, part: str = "", *, ports_declared: bool = True, ends: bool = False) -> PodTemplate:
    spec = whole.child("spec")
    return PodTemplate(whole, whole.at("metadata.labels"), spec, spec.child("containers"), holder, part, ports_declared, ends)


def _described(root: Field, setting: PodSetting) -> PodTemplate:
    containers = root.at(setting.containers) if setting.containers else root.child("")
    spec = root.at(setting.containers.rpartition(".")[0]) if setting.containers else containers
    declared = bool(setting.containers) and containers.present
    return PodTemplate(root, root.at(setting.labels), spec, containers, root.child("spec"), "", declared, ends(setting.kind))


def _reached(root: Field, path: TemplatePath) -> Iterator[tuple[Field, Field, str]]:
    """Each template at the path, after the object that it is a field of and with its part."""
    ways = [(root, root, path.part)]
    for step in path.path.split(".") if path.path else ():
        name = step.removesuffix("[]")
        ways = [(field, field.child(name), part) for _, field, part in ways]
        if name != step:
            ways = [
                (field, item, item.child(path.named_by).text().value or "" if path.named_by else path.part)
                for _, field, _ in ways
                for item in field.items()
            ]
    return (way for way in ways if isinstance(way[1].node, nodes.Mapping))


def _embedded(root: Field) -> Iterator[tuple[Field, Field]]:
    """The pod templates below a field, each after its holder: objects whose spec has a list of containers.

    The object itself is none: `spec.containers` of a Prometheus or a SidecarSet adds to the pods of others.
    """
    for way in _ways(root.node, _DEPTH):
        holder = whole = root
        for step in way:
            holder, whole = whole, whole.child(step) if isinstance(step, str) else whole.item(step)
        yield holder, whole


def _ways(node: nodes.Node | None, depth: int) -> Iterator[tuple[str | int, ...]]:
    """Where below a node the pod templates are. Nodes only: most objects have none, and need no fields."""
    steps: Iterable[tuple[str | int, nodes.Node]] = ()
    if isinstance(node, nodes.Mapping):
        steps = ((name, entry.value) for name, entry in node.fields.items())
    elif isinstance(node, nodes.Sequence):
        steps = enumerate(node.items)
    for step, below in steps:
        spec = below.get("spec") if isinstance(below, nodes.Mapping) else None
        if isinstance(spec, nodes.Mapping) and _is_containers(spec.get("containers")):
            yield (step,)
        elif depth > 1 and not isinstance(below, nodes.Scalar):
            for way in _ways(below, depth - 1):
                yield (step, *way)


def _is_containers(node: nodes.Node | None) -> bool:
    return isinstance(node, nodes.Sequence) and all(isinstance(item, nodes.Mapping) for item in node.items)
