"""Which documents are worth parsing: the kinds that some rule reads, and those that never matter."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeAlias

from svclint.policy.hosts import has_hosts
from svclint.policy.pods import POD_KINDS, PodSetting
from svclint.policy.referrers.path import ReferenceSetting
from svclint.policy.referrers.table import GROUPS, LINKED_KINDS, TEXT_KINDS
from svclint.source.pattern import pattern

Sieve: TypeAlias = Callable[[str, int, int], bool]
"""Tells of a text, from `begin` to `end`, whether it may hold what is read."""

SCALE_TARGETS = {
    ("HorizontalPodAutoscaler", "autoscaling"): "spec.scaleTargetRef",
    ("ScaledObject", "keda.sh"): "spec.scaleTargetRef",
    ("Rollout", "argoproj.io"): "spec.workloadRef",
}
"""Where the kinds, each with its API group, that set the replicas of another object name it."""


ENDPOINT_KINDS = frozenset((("Endpoints", ""), ("EndpointSlice", "discovery.k8s.io")))
"""The kinds, each with its API group, that say where a Service leads."""


def _with_lists(kinds: Iterable[str]) -> frozenset[str]:
    """The kinds, and those of their typed lists."""
    return frozenset(name for kind in kinds for name in (kind, f"{kind}List"))


WIRED_KINDS = _with_lists({"Service", *POD_KINDS}) | {"List"}
"""The kinds that may hold Services or pods: one that cannot be read may hold whatever is missed."""
_ROWS = (*SCALE_TARGETS, *ENDPOINT_KINDS)
READ_KINDS = WIRED_KINDS | _with_lists((*(kind for kind, _ in _ROWS), *LINKED_KINDS, "ConfigMap"))
"""The kinds that the model reads; a test holds the two against each other."""

INSTALLED_ANYWHERE = frozenset({"ClusterServiceVersion"})
"""Kinds that are installed in whatever namespace is chosen: the one written in them is a placeholder."""

# Kinds whose meaning is known and that hold no pods, whether or not a rule reads them. Any other unknown kind may embed a pod template.
OTHER_KINDS = frozenset(
    """
    APIService AuthorizationPolicy CSIDriver Certificate ClusterIssuer ClusterRole ClusterRoleBinding ClusterTrustBundle Component
    ConfigMap ControllerRevision CustomResourceDefinition DestinationRule Event FlowSchema Gateway
    GatewayClass GRPCRoute HTTPProxy HTTPRoute Ingress IngressClass IngressRoute Issuer Kustomization
    Lease LimitRange MutatingAdmissionPolicy MutatingWebhookConfiguration Namespace NetworkPolicy Node PersistentVolume
    PersistentVolumeClaim PodDisruptionBudget PodMonitor PodSecurityPolicy PriorityClass PriorityLevelConfiguration Probe
    PrometheusRule ReferenceGrant ResourceQuota Role RoleBinding RuntimeClass Secret ServiceAccount ServiceEntry
    ServiceMonitor SidecarSet StorageClass TCPRoute TLSRoute UDPRoute ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding
    ValidatingWebhookConfiguration VirtualService VolumeSnapshotClass
    """.split()
)
_ALL_OTHER = _with_lists(OTHER_KINDS)
_CONTAINERS = pattern(r"\bcontainers\b[\"']?[ \t]*:")


def _contains(*words: str) -> Sieve:
    """A sieve for texts that hold one of the words."""

    def sieve(text: str, begin: int, end: int) -> bool:
        return any(text.find(word, begin, end) >= 0 for word in words)

    return sieve


def _of_groups(groups: frozenset[str]) -> Sieve:
    """A sieve for objects of API groups; every object may be one of the core group's."""
    return _contains(*(f"{group}/" if group else "" for group in sorted(groups)))


# Kinds that are many or big, or called alike by others, and only read where their text has what is read of them.
_SIEVES: dict[str, Sieve] = {
    **{kind: _of_groups(groups) for kind, groups in GROUPS.items()},
    **dict.fromkeys(TEXT_KINDS, has_hosts),
    "ConfigMap": has_hosts,
    "CustomResourceDefinition": _contains("lientConfig"),  # clientConfig and webhookClientConfig, in one search
    "NetworkPolicy": _contains("ports"),
}
_SIFTED = {name: sieve for kind, sieve in _SIEVES.items() if kind not in POD_KINDS and kind != "Service" for name in (kind, f"{kind}List")}


_IS_CRD = pattern(r"(?m)^kind:[ \t]*CustomResourceDefinition[ \t]*\r?$")
_SCHEMA = pattern(r"(?m)^  (?:versions|validation):[ \t]*\r?$")


def until_schema(text: str, begin: int, end: int) -> int:
    """Where the schemas of a CustomResourceDefinition begin, if all that is read of it stands before them; `end` otherwise.

    They are by far the largest part of it, often of a whole repository, and nothing in them is ever read.
    """
    config = text.find("lientConfig", begin, end)
    if config < 0 or text.find("\nmetadata:", begin, config) < 0 or not _IS_CRD.search(text, begin, config):
        return end
    schema = _SCHEMA.search(text, config, end)
    if schema is None or _SCHEMA.search(text, begin, config):
        return end
    return schema.start()


def wanted(kind: str, text: str, begin: int, end: int) -> bool:
    """Whether a document of `kind`, from `begin` to `end` of `text`, can tell a rule anything.

    A kind nobody knows is wanted where its text has a `containers` key, and so perhaps a pod template.
    """
    if kind in READ_KINDS and (kind not in _SIFTED or _SIFTED[kind](text, begin, end)):
        return True
    return kind not in _ALL_OTHER and _CONTAINERS.search(text, begin, end) is not None


@cache
def wanted_with(described: tuple[PodSetting, ...], references: tuple[ReferenceSetting, ...] = ()) -> Callable[[str, str, int, int], bool]:
    """`wanted`, and besides the kinds that the settings describe."""
    kinds = _with_lists((*(one.kind for one in described), *(one.kind for one in references)))

    def wanted_or_described(kind: str, text: str, begin: int, end: int) -> bool:
        return kind in kinds or wanted(kind, text, begin, end)

    return wanted_or_described if kinds else wanted
