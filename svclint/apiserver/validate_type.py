"""What the type of a Service allows and forbids (pkg/apis/core/validation/validation.go)."""

from collections.abc import Iterator

from svclint.apiserver.cluster_ips import is_headless, supported
from svclint.apiserver.data import Object, listed, text
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.paths import CLUSTER_IPS, FAMILIES, POLICY, SPEC, TYPE
from svclint.apiserver.syntax import qualified_name_faults, subdomain_faults
from svclint.yaml.path import FieldPath

TYPES = ("ClusterIP", "ExternalName", "LoadBalancer", "NodePort")
LOAD_BALANCER_ONLY = "may only be used when `type` is 'LoadBalancer'"


def forbidden(path: FieldPath, detail: str, value: object = None) -> FieldError:
    """A field that the type of the Service has no use for."""
    return FieldError(path, Reason.FORBIDDEN, detail, Cause.FORBIDDEN_FIELD, value, TYPE)


def type_errors(spec: Object) -> Iterator[FieldError]:
    """The type itself, and the fields that it decides about."""
    kind = text(spec, "type")
    if kind not in TYPES:
        yield FieldError(TYPE, Reason.NOT_SUPPORTED, supported(TYPES), Cause.UNKNOWN_TYPE, kind)
    if kind in ("LoadBalancer", "NodePort") and is_headless(spec):
        detail = f"may not be set to 'None' for {kind} services"
        yield FieldError(CLUSTER_IPS.index(0), Reason.INVALID, detail, Cause.HEADLESS_NODE_PORTS, "None", TYPE)
    if kind == "ExternalName":
        yield from _external_name_errors(spec)
    if kind != "LoadBalancer" and "allocateLoadBalancerNodePorts" in spec:
        yield forbidden(SPEC.child("allocateLoadBalancerNodePorts"), LOAD_BALANCER_ONLY, spec["allocateLoadBalancerNodePorts"])
    yield from _class_errors(spec)


def _external_name_errors(spec: Object) -> Iterator[FieldError]:
    detail = "may not be set for ExternalName services"
    if listed(spec, "clusterIPs"):
        yield forbidden(CLUSTER_IPS, detail, listed(spec, "clusterIPs"))
    if listed(spec, "ipFamilies"):
        yield forbidden(FAMILIES, detail, listed(spec, "ipFamilies"))
    if "ipFamilyPolicy" in spec:
        yield forbidden(POLICY, detail, spec["ipFamilyPolicy"])
    path, written = SPEC.child("externalName"), text(spec, "externalName")
    name = written.removesuffix(".")
    if not name:
        yield FieldError(path, Reason.REQUIRED, "", Cause.EXTERNAL_NAME, written)
        return
    for fault in subdomain_faults(name):
        yield FieldError(path, Reason.INVALID, fault, Cause.EXTERNAL_NAME, name)


def _class_errors(spec: Object) -> Iterator[FieldError]:
    path, name = SPEC.child("loadBalancerClass"), spec.get("loadBalancerClass")
    if not isinstance(name, str):
        return
    if text(spec, "type") != "LoadBalancer":
        yield forbidden(path, LOAD_BALANCER_ONLY, name)
        return
    for fault in qualified_name_faults(name):
        yield FieldError(path, Reason.INVALID, fault, Cause.LOAD_BALANCER_CLASS, name)
