"""What an update may not change (pkg/apis/core/validation/validation.go ValidateServiceUpdate)."""

from collections.abc import Iterator

from svclint.apiserver.cluster_ips import is_headless
from svclint.apiserver.data import Object, listed
from svclint.apiserver.defaults import needs_health_check
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.paths import CLUSTER_IPS, FAMILIES, HEALTH_CHECK_NODE_PORT, POLICY, SPEC

_ONCE = "may not change once set"


def change_errors(spec: Object, old: Object) -> Iterator[FieldError]:
    """The changes that are refused, whatever the new values are worth by themselves."""
    if "ExternalName" not in (spec.get("type"), old.get("type")):
        headless = is_headless(spec), is_headless(old)
        if headless != (True, True):
            yield from _address_changes(spec, old)
        if headless == (False, False):
            yield from _family_changes(spec, old)
    if spec.get("type") == old.get("type") == "LoadBalancer" and spec.get("loadBalancerClass") != old.get("loadBalancerClass"):
        path = SPEC.child("loadBalancerClass")
        yield FieldError(path, Reason.INVALID, _ONCE, Cause.LOAD_BALANCER_CLASS_CHANGED, spec.get("loadBalancerClass"))
    if needs_health_check(spec) and needs_health_check(old) and spec.get("healthCheckNodePort") != old.get("healthCheckNodePort"):
        value = spec.get("healthCheckNodePort")
        yield FieldError(HEALTH_CHECK_NODE_PORT, Reason.FORBIDDEN, "field is immutable", Cause.HEALTH_CHECK_NODE_PORT_CHANGED, value)


def _address_changes(spec: Object, old: Object) -> Iterator[FieldError]:
    """Cluster IPs may be added and released, never changed (validateUpgradeDowngradeClusterIPs)."""
    have, had = listed(spec, "clusterIPs"), listed(old, "clusterIPs")
    if len(have) == len(had):
        for position, (new, before) in enumerate(zip(have, had, strict=True)):
            if new != before:
                yield FieldError(CLUSTER_IPS.index(position), Reason.INVALID, _ONCE, Cause.CLUSTER_IP_CHANGED, have)
        return
    first = CLUSTER_IPS.index(0)
    if not have:
        yield FieldError(first, Reason.INVALID, "primary clusterIP can not be unset", Cause.CLUSTER_IP_CHANGED, have)
    elif had and have[0] != had[0]:
        yield FieldError(first, Reason.INVALID, _ONCE, Cause.CLUSTER_IP_CHANGED, have)
    if len(have) == 1 and len(had) > 1 and spec.get("ipFamilyPolicy") != "SingleStack":
        yield _release("clusterIP", spec)


def _family_changes(spec: Object, old: Object) -> Iterator[FieldError]:
    """The same for families (validateUpgradeDowngradeIPFamilies)."""
    have, had = listed(spec, "ipFamilies"), listed(old, "ipFamilies")
    first = FAMILIES.index(0)
    if len(have) == len(had):
        for new, before in zip(have, had, strict=True):
            if new != before:
                yield FieldError(first, Reason.INVALID, _ONCE, Cause.IP_FAMILY_CHANGED, have)
        return
    if len(had) > len(have) and not listed(spec, "clusterIPs"):
        yield FieldError(first, Reason.INVALID, "primary ipFamily can not be unset", Cause.IP_FAMILY_CHANGED, have)
    if have and had and have[0] != had[0]:
        yield FieldError(first, Reason.INVALID, _ONCE, Cause.IP_FAMILY_CHANGED, have)
    if len(have) == 1 and len(had) > 1 and spec.get("ipFamilyPolicy") != "SingleStack":
        yield _release("ipFamily", spec)


def _release(what: str, spec: Object) -> FieldError:
    detail = f"must be set to 'SingleStack' when releasing the secondary {what}"
    return FieldError(POLICY, Reason.INVALID, detail, Cause.SECONDARY_ADDRESS_DROPPED, spec.get("ipFamilyPolicy"))
