"""What an update inherits from the stored Service, and what it silently drops."""

from svclint.apiserver.data import Object, entries, listed, number, spec_of, text
from svclint.apiserver.defaults import externally_accessible, needs_health_check
from svclint.policy.version import version_at_least

_HAVE_NODE_PORTS = ("NodePort", "LoadBalancer")


def patch_allocated(spec: Object, old: Object, kubernetes_version: str) -> None:
    """Fill in what the server had allocated and the request leaves out; changes `spec`.

    From pkg/registry/core/service/storage/storage.go patchAllocatedValues.
    """
    if "ExternalName" not in (spec.get("type"), old.get("type")):
        if not text(spec, "clusterIP") and text(old, "clusterIP"):
            spec["clusterIP"] = old["clusterIP"]
        if not listed(spec, "clusterIPs") and listed(old, "clusterIPs"):
            spec["clusterIPs"] = [*listed(old, "clusterIPs")]
    if _keeps_node_ports(spec, kubernetes_version) and _keeps_node_ports(old, kubernetes_version):
        _patch_node_ports(spec, old)
    if needs_health_check(spec) and needs_health_check(old) and not number(spec, "healthCheckNodePort"):
        spec["healthCheckNodePort"] = old.get("healthCheckNodePort")


def _keeps_node_ports(spec: Object, kubernetes_version: str) -> bool:
    """From 1.30 a load balancer that wants no node ports gives them back."""
    if spec.get("type") == "LoadBalancer" and version_at_least(kubernetes_version, 1, 30):
        return spec.get("allocateLoadBalancerNodePorts") is not False
    return spec.get("type") in _HAVE_NODE_PORTS


def _patch_node_ports(spec: Object, old: Object) -> None:
    """A port without a number gets that of the old port of its name, unless another one asks for it now."""
    by_name = {text(port, "name"): number(port, "nodePort") for port in entries(old, "ports")}
    used = {number(port, "nodePort") for port in entries(spec, "ports")}
    for port in entries(spec, "ports"):
        if not number(port, "nodePort"):
            before = by_name.get(text(port, "name"), 0)
            if before and before not in used:
                port["nodePort"] = before


def drop_type_dependent(service: Object, old_service: Object, kubernetes_version: str) -> None:
    """Wipe what the new type has no use for, where the user did not change it; changes `service`.

    From pkg/registry/core/service/strategy.go dropTypeDependentFields.
    """
    spec, old = spec_of(service), spec_of(old_service)
    if spec.get("type") == "ExternalName" != old.get("type"):
        if listed(spec, "clusterIPs") == listed(old, "clusterIPs") and text(spec, "clusterIP") == text(old, "clusterIP"):
            _drop(spec, "clusterIP", "clusterIPs")
        if listed(spec, "ipFamilies") == listed(old, "ipFamilies"):
            _drop(spec, "ipFamilies")
        if spec.get("ipFamilyPolicy") == old.get("ipFamilyPolicy"):
            _drop(spec, "ipFamilyPolicy")
    if old.get("type") in _HAVE_NODE_PORTS and spec.get("type") not in _HAVE_NODE_PORTS and _node_ports(spec) <= _node_ports(old):
        for port in entries(spec, "ports"):
            _drop(port, "nodePort")
    if needs_health_check(old) and not needs_health_check(spec):
        _drop_same(spec, old, "healthCheckNodePort")
    if old.get("type") == "LoadBalancer" != spec.get("type"):
        _drop_same(spec, old, "allocateLoadBalancerNodePorts")
        _drop_same(spec, old, "loadBalancerClass")
    if externally_accessible(old, kubernetes_version) and not externally_accessible(spec, kubernetes_version):
        _drop_same(spec, old, "externalTrafficPolicy")


def _node_ports(spec: Object) -> set[int]:
    return {number(port, "nodePort") for port in entries(spec, "ports")} - {0}


def _drop_same(spec: Object, old: Object, name: str) -> None:
    if spec.get(name) == old.get(name):
        _drop(spec, name)


def _drop(data: Object, *names: str) -> None:
    for name in names:
        data.pop(name, None)
