"""How traffic reaches the pods: affinity, policies, health checks (pkg/apis/core/validation/validation.go)."""

from collections.abc import Iterator

from svclint.apiserver.cluster_ips import supported
from svclint.apiserver.data import AutomaticPort, Object, number, text
from svclint.apiserver.defaults import externally_accessible, needs_health_check
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.paths import HEALTH_CHECK_NODE_PORT, SPEC, TYPE
from svclint.apiserver.syntax import is_port_number
from svclint.policy.version import version_at_least

_POLICIES = ("Cluster", "Local")
_AFFINITIES = ("ClientIP", "None")
_DAY = 86400


def traffic_errors(spec: Object, kubernetes_version: str) -> Iterator[FieldError]:
    """What is wrong with the fields that steer traffic."""
    yield from _affinity_errors(spec)
    yield from _external_policy_errors(spec, kubernetes_version)
    yield from _health_check_errors(spec)
    policy = spec.get("internalTrafficPolicy")
    if policy is not None and policy not in _POLICIES:
        yield _unsupported("internalTrafficPolicy", policy, _POLICIES)
    yield from _distribution_errors(spec, kubernetes_version)


def _unsupported(name: str, value: object, values: tuple[str, ...]) -> FieldError:
    return FieldError(SPEC.child(name), Reason.NOT_SUPPORTED, supported(values), Cause.VALUE, value)


def _affinity_errors(spec: Object) -> Iterator[FieldError]:
    affinity = text(spec, "sessionAffinity")
    if affinity not in _AFFINITIES:
        yield _unsupported("sessionAffinity", affinity, _AFFINITIES)
    config = spec.get("sessionAffinityConfig")
    client = config.get("clientIP") if isinstance(config, dict) else None
    if affinity == "ClientIP" and isinstance(client, dict):
        seconds = number(client, "timeoutSeconds")
        if not 0 < seconds <= _DAY:
            path = SPEC.child("sessionAffinityConfig").child("clientIP").child("timeoutSeconds")
            detail = f"must be greater than 0 and less than {_DAY}"
            yield FieldError(path, Reason.INVALID, detail, Cause.SESSION_TIMEOUT, seconds)


def _external_policy_errors(spec: Object, kubernetes_version: str) -> Iterator[FieldError]:
    policy = text(spec, "externalTrafficPolicy")
    if externally_accessible(spec, kubernetes_version):
        if policy not in _POLICIES:
            yield _unsupported("externalTrafficPolicy", policy, _POLICIES)
    elif policy:
        detail = "may only be set for externally-accessible services"
        if not version_at_least(kubernetes_version, 1, 29):
            detail = "may only be set when `type` is 'NodePort' or 'LoadBalancer'"
        path = SPEC.child("externalTrafficPolicy")
        yield FieldError(path, Reason.INVALID, detail, Cause.FORBIDDEN_FIELD, policy, TYPE)


def _health_check_errors(spec: Object) -> Iterator[FieldError]:
    wanted = number(spec, "healthCheckNodePort")
    if not needs_health_check(spec):
        if wanted:
            detail = "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'"
            yield FieldError(HEALTH_CHECK_NODE_PORT, Reason.INVALID, detail, Cause.HEALTH_CHECK_NODE_PORT, wanted)
    elif not is_port_number(wanted) and not isinstance(wanted, AutomaticPort):
        detail = "must be between 1 and 65535, inclusive"
        yield FieldError(HEALTH_CHECK_NODE_PORT, Reason.INVALID, detail, Cause.HEALTH_CHECK_NODE_PORT, wanted)


def _distribution_errors(spec: Object, kubernetes_version: str) -> Iterator[FieldError]:
    """The field is dropped before it is looked at in 1.30, where it is not enabled."""
    value = spec.get("trafficDistribution")
    values: tuple[str, ...] = ("PreferClose",)
    if version_at_least(kubernetes_version, 1, 34):
        values = ("PreferClose", "PreferSameNode", "PreferSameZone")
    if value is not None and value not in values and version_at_least(kubernetes_version, 1, 31):
        yield _unsupported("trafficDistribution", value, values)
