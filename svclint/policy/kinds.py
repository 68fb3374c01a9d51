"""Which documents are worth parsing: the kinds that some rule reads, and those that never matter."""

import re
from collections.abc import Callable, Iterable
from functools import cache

from svclint.policy.pods import POD_KINDS, PodSetting

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
READ_KINDS = WIRED_KINDS | _with_lists(kind for kind, _ in (*SCALE_TARGETS, *ENDPOINT_KINDS))
"""The kinds that the model reads; a test holds the two against each other."""

INSTALLED_ANYWHERE = frozenset({"ClusterServiceVersion"})
"""Kinds that are installed in whatever namespace is chosen: the one written in them is a placeholder."""

# Kinds whose meaning is known and that no rule reads. Any other unknown kind may embed a pod template.
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
_CONTAINERS = re.compile(r"\bcontainers\b[\"']?[ \t]*:")


def wanted(kind: str, text: str, begin: int, end: int) -> bool:
    """Whether a document of `kind`, from `begin` to `end` of `text`, can tell a rule anything.

    A kind nobody knows is wanted where its text has a `containers` key, and so perhaps a pod template.
    """
    if kind in READ_KINDS:
        return True
    return kind not in _ALL_OTHER and _CONTAINERS.search(text, begin, end) is not None


@cache
def wanted_with(described: tuple[PodSetting, ...]) -> Callable[[str, str, int, int], bool]:
    """`wanted`, and besides the kinds that the settings describe."""
    kinds = _with_lists(one.kind for one in described)

    def wanted_or_described(kind: str, text: str, begin: int, end: int) -> bool:
        return kind in kinds or wanted(kind, text, begin, end)

    return wanted_or_described if kinds else wanted
