"""Defaulting, as SetDefaults_Service does it (pkg/apis/core/v1/defaults.go), in its order."""

from svclint.apiserver.data import Object, entries, listed, spec_of, text
from svclint.policy.version import version_at_least

_HAS_CLUSTER_IP = ("ClusterIP", "NodePort", "LoadBalancer")


def set_defaults(service: Object, kubernetes_version: str) -> None:
    """Fill in what the server fills in before it looks at anything; changes `service`."""
    spec = spec_of(service)
    spec["sessionAffinity"] = text(spec, "sessionAffinity") or "None"
    _session_affinity(spec)
    spec["type"] = text(spec, "type") or "ClusterIP"
    for port in entries(spec, "ports"):
        port["protocol"] = text(port, "protocol") or "TCP"
        if port.get("targetPort") in (None, 0, ""):
            port["targetPort"] = port.get("port", 0)
    if externally_accessible(spec, kubernetes_version) and not text(spec, "externalTrafficPolicy"):
        spec["externalTrafficPolicy"] = "Cluster"
    if "internalTrafficPolicy" not in spec and spec["type"] in _HAS_CLUSTER_IP:
        spec["internalTrafficPolicy"] = "Cluster"
    if spec["type"] == "LoadBalancer" and "allocateLoadBalancerNodePorts" not in spec:
        spec["allocateLoadBalancerNodePorts"] = True


def externally_accessible(spec: Object, kubernetes_version: str) -> bool:
    """Whether an external traffic policy means anything; external IPs count from 1.29 (pkg/api/service/util.go)."""
    if spec.get("type") in ("NodePort", "LoadBalancer"):
        return True
    return spec.get("type") == "ClusterIP" and bool(listed(spec, "externalIPs")) and version_at_least(kubernetes_version, 1, 29)


def needs_health_check(spec: Object) -> bool:
    """Whether the server keeps a port for the load balancer's health checks (pkg/api/service/util.go)."""
    return spec.get("type") == "LoadBalancer" and spec.get("externalTrafficPolicy") == "Local"


def _session_affinity(spec: Object) -> None:
    """Without affinity its settings are dropped; with it, an incomplete setting is replaced whole."""
    if spec["sessionAffinity"] == "None":
        spec.pop("sessionAffinityConfig", None)
    elif spec["sessionAffinity"] == "ClientIP":
        config = spec.get("sessionAffinityConfig")
        client = config.get("clientIP") if isinstance(config, dict) else None
        if not isinstance(client, dict) or "timeoutSeconds" not in client:
            spec["sessionAffinityConfig"] = {"clientIP": {"timeoutSeconds": 10800}}
