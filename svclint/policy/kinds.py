"""Which documents are worth parsing: the kinds that some rule reads, and those that never matter."""

import re

from svclint.policy.pods import POD_KINDS

_ITEMS = {"Service", *POD_KINDS}
READ_KINDS = frozenset({"List", *_ITEMS, *(f"{kind}List" for kind in _ITEMS)})
"""The kinds that the model reads; a test holds the two against each other."""

# Kinds whose meaning is known and that no rule reads. Any other unknown kind may embed a pod template.
OTHER_KINDS = frozenset(
    """
    APIService AuthorizationPolicy CSIDriver Certificate ClusterIssuer ClusterRole ClusterRoleBinding ClusterTrustBundle Component
    ConfigMap ControllerRevision CustomResourceDefinition DestinationRule Endpoints EndpointSlice Event FlowSchema Gateway
    GatewayClass GRPCRoute HTTPProxy HTTPRoute HorizontalPodAutoscaler Ingress IngressClass IngressRoute Issuer Kustomization
    Lease LimitRange MutatingAdmissionPolicy MutatingWebhookConfiguration Namespace NetworkPolicy Node PersistentVolume
    PersistentVolumeClaim PodDisruptionBudget PodMonitor PodSecurityPolicy PriorityClass PriorityLevelConfiguration Probe
    PrometheusRule ReferenceGrant ResourceQuota Role RoleBinding RuntimeClass Secret ServiceAccount ServiceEntry
    ServiceMonitor StorageClass TCPRoute TLSRoute UDPRoute ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding
    ValidatingWebhookConfiguration VirtualService VolumeSnapshotClass
    """.split()
)
_ALL_OTHER = OTHER_KINDS | {f"{kind}List" for kind in OTHER_KINDS}
_CONTAINERS = re.compile(r"\bcontainers\b[\"']?[ \t]*:")


def wanted(kind: str, text: str, begin: int, end: int) -> bool:
    """Whether a document of `kind`, from `begin` to `end` of `text`, can tell a rule anything.

    A kind nobody knows is wanted where its text has a `containers` key, and so perhaps a pod template.
    """
    if kind in READ_KINDS:
        return True
    return kind not in _ALL_OTHER and _CONTAINERS.search(text, begin, end) is not None
