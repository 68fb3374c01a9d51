"""What single words of the settings mean: text → value, or a ValueError that says what is wanted."""

from collections.abc import Sequence

from svclint.apiserver.address import cidr_faults
from svclint.config.error import listed, quoted
from svclint.policy.glob import Glob
from svclint.policy.lifecycle import DEFAULT_EDGES, SOURCES, TARGETS, Edge, Stage, Verdict
from svclint.policy.portrange import PortRange
from svclint.policy.settings import KUBERNETES_VERSIONS
from svclint.record import NamedTuple
from svclint.rule.registry import Registry
from svclint.source.nearest import nearest
from svclint.source.pattern import pattern


class ResourceKind(NamedTuple):
    """A kind of an apiVersion."""

    api_version: str
    kind: str


class ObjectId(NamedTuple):
    """An object of the manifests; `namespace` is empty where it sets none."""

    namespace: str
    kind: str
    name: str


_CHANGES = "SVC5"
# All that rules of changes speak of.
_CHANGING = ("Service",)
_SOURCES = {stage.value: stage for stage in SOURCES}
_TARGETS = {stage.value: stage for stage in TARGETS}
_TYPES = {name: stage for name, stage in _SOURCES.items() if stage is not Stage.CREATED}
# A DNS label (RFC 1123), which the name of a namespace is.
_LABEL = pattern(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\Z")

_KIND = pattern(r"((?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/)?v[0-9]+(?:(?:alpha|beta)[0-9]+)?)/([A-Z][A-Za-z0-9]*)\Z")
# Names of fields, without what only some languages of paths know: indices, stars, quotes.
_FIELD_PATH = pattern(r"[A-Za-z0-9_$-]+(?:\.[A-Za-z0-9_$-]+)*\Z")
_LIST_PATH = pattern(r"[A-Za-z0-9_$-]+(?:\[\])*(?:\.[A-Za-z0-9_$-]+(?:\[\])*)*\Z")


def one_of(text: str, words: Sequence[str]) -> str:
    """The word itself, if it is one of the words."""
    if text in words:
        return text
    guess = nearest(text, words)
    hint = f"; did you mean {quoted(guess)}?" if guess else ""
    raise ValueError(f"{quoted(text)} is not {listed(words)}{hint}")


def some_text(text: str, _: Registry) -> str:
    """Any text but an empty one."""
    if not text.strip():
        raise ValueError("is empty")
    return text


def selector(text: str, registry: Registry) -> str:
    """A name, a code, a prefix of codes, or ALL."""
    registry.match(text)
    return text


def rule_name(text: str, registry: Registry) -> str:
    """The name of the rule that a name or a code means."""
    return registry.named(text).name


def rule_of_changes(text: str, registry: Registry) -> str:
    """The name of a rule that compares with a previous version."""
    rule = registry.named(text)
    if not rule.code.startswith(_CHANGES):
        raise ValueError(
            f"{quoted(text)} is no rule about changes ({_CHANGES}): what stands in a file is ignored there, "
            f"with the comment `# svclint: ignore[{rule.name}] reason`"
        )
    return rule.name


def object_id(text: str, _: Registry) -> ObjectId:
    """An object whose changes are judged: its namespace, kind and name."""
    *namespaces, kind, name = text.split("/") if text.count("/") in (1, 2) else ("", "")
    if not name.strip() or "" in namespaces:
        raise ValueError(f'{quoted(text)} is no object: write "namespace/Service/name", or "Service/name" where it sets no namespace')
    for one in namespaces:
        namespace(one, _)
    return ObjectId("".join(namespaces), one_of(kind, _CHANGING), name)


def glob(text: str, _: Registry) -> str:
    """A glob for paths in the repository."""
    return Glob(text).text


def namespace(text: str, _: Registry) -> str:
    """The name of a namespace."""
    if not _LABEL.match(text):
        raise ValueError(f"{quoted(text)} is no name of a namespace: a-z, 0-9 and - within, 63 characters at most")
    return text


def kubernetes_version(text: str, _: Registry) -> str:
    """A minor version of Kubernetes that the API server's behaviour is known of."""
    if text in KUBERNETES_VERSIONS:
        return text
    guess = ".".join(text.removeprefix("v").split(".")[:2])
    hint = f"; did you mean {quoted(guess)}?" if guess in KUBERNETES_VERSIONS else ""
    known = f"{quoted(KUBERNETES_VERSIONS[0])} to {quoted(KUBERNETES_VERSIONS[-1])}"
    raise ValueError(f"{quoted(text)} is no known Kubernetes version, which are {known}{hint}")


def node_port_range(text: str, _: Registry) -> str:
    """A range of node ports in one of the API server's spellings."""
    PortRange.parse(text)
    return text


def cidr(text: str, _: Registry) -> str:
    """A range of addresses such as 10.96.0.0/12."""
    for fault in cidr_faults(text, strict=True):
        raise ValueError(f"{quoted(text)} {fault}")
    return text


def resource_kind(text: str, _: Registry) -> ResourceKind:
    """An apiVersion and a kind."""
    found = _KIND.match(text)
    if not found:
        raise ValueError(f'{quoted(text)} is no kind: write its apiVersion, a slash and the kind, as in "example.com/v1/Game"')
    return ResourceKind(found[1], found[2])


def field_path(text: str, _: Registry) -> str:
    """The way to a field, by names with dots between them."""
    if not _FIELD_PATH.match(text):
        raise ValueError(f'{quoted(text)} is no path: write the names of fields with dots between them, as in "spec.pod.labels"')
    return text


def list_path(text: str, _: Registry) -> str:
    """The way to a field, by names with dots between them and `[]` behind those of lists."""
    if not _LIST_PATH.match(text):
        raise ValueError(
            f"{quoted(text)} is no path: write the names of fields with dots between them, and [] behind a list, "
            'as in "spec.routes[].service"'
        )
    return text


def service_type(text: str, _: Registry) -> Stage:
    """A type that a Service is created as, headless among them."""
    return _TYPES[one_of(text, tuple(_TYPES))]


def allowed_edge(text: str, _: Registry) -> Edge:
    """A transition that the settings may allow: one that the API server makes."""
    before, after = _edge(text)
    shown = edge_text((before, after))
    match DEFAULT_EDGES[before, after]:
        case Verdict.REJECTED:
            raise ValueError(f"{shown} cannot be allowed: the API server refuses it, whatever the settings say")
        case Verdict.NO_EFFECT:
            raise ValueError(f"{shown} cannot be allowed: the API server accepts the edit, but the Service stays headless")
        case _:
            return before, after


def forbidden_edge(text: str, _: Registry) -> Edge:
    """A transition that the settings may forbid: one that can happen, or that the API server refuses anyway."""
    before, after = _edge(text)
    if DEFAULT_EDGES[before, after] is Verdict.NO_EFFECT:
        raise ValueError(
            f"{edge_text((before, after))} cannot be forbidden: it never happens, the Service stays headless; "
            "the rule headless-change-ignored tells of the edit"
        )
    return before, after


def edge_text(edge: Edge) -> str:
    """A transition as the settings write it, in quotes."""
    return quoted(f"{edge[0].value} -> {edge[1].value}")


def _edge(text: str) -> Edge:
    source, arrow, target = (part.strip() for part in text.partition("->"))
    if not arrow or "->" in target:
        raise ValueError(f'{quoted(text)} is no transition: write "NodePort -> ClusterIP"')
    if source == Stage.DELETED.value:
        raise ValueError(f'{quoted(text)} is no transition: "(deleted)" stands to the right of the arrow only')
    if target == Stage.CREATED.value:
        raise ValueError(f'{quoted(text)} is no transition: "(created)" stands to the left of the arrow only')
    edge = _SOURCES[one_of(source, tuple(_SOURCES))], _TARGETS[one_of(target, tuple(_TARGETS))]
    if edge[0] is edge[1]:
        raise ValueError(f"{edge_text(edge)} is no transition: the Service stays what it is, which is always allowed")
    if edge == (Stage.CREATED, Stage.DELETED):
        raise ValueError(f"{edge_text(edge)} is no transition: a Service has a type in between")
    return edge
