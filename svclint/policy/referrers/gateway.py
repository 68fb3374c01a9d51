"""Gateway API: its routes and policies."""

from svclint.policy.referrers.path import (
    IS_SERVICE,
    MAY_BE_SERVICE,
    Certainty,
    Crossing,
    ReferencePath,
    named,
    numbered,
)

_GATEWAY = ("gateway.networking.k8s.io",)
_ROUTES = (*_GATEWAY, "policy.linkerd.io")
_CORE = ("group", ("", "core"))
_BACKENDS = "spec.rules[].backendRefs[]"
_FILTERS = ("spec.rules[].filters[]", f"{_BACKENDS}.filters[]")


def _backend(kind: str, at: str, protocol: str = "") -> ReferencePath:
    """A BackendObjectReference: a Service by default, its port always a number."""
    return ReferencePath(
        kind,
        _ROUTES,
        at,
        namespace="namespace",
        ports=numbered("port"),
        when=(MAY_BE_SERVICE, _CORE),
        crossing=Crossing.GRANT,
        protocol=protocol,
    )


def _parent(kind: str) -> ReferencePath:
    """A route for the clients of a Service (GAMMA): its parent is the Service, and group "" must be written."""
    return ReferencePath(
        kind, _ROUTES, "spec.parentRefs[]", namespace="namespace", ports=numbered("port"), when=(IS_SERVICE, _CORE), crossing=Crossing.FREE
    )


def _policy(kind: str, group: str, at: str, section: str = "") -> ReferencePath:
    return ReferencePath(kind, (group,), at, ports=named(section) if section else (), when=(IS_SERVICE, _CORE))


LINES = (
    _backend("HTTPRoute", _BACKENDS),
    _backend("GRPCRoute", _BACKENDS),
    _backend("TLSRoute", _BACKENDS, "TCP"),
    _backend("TCPRoute", _BACKENDS, "TCP"),
    _backend("UDPRoute", _BACKENDS, "UDP"),
    *(_backend(kind, f"{at}.requestMirror.backendRef") for kind in ("HTTPRoute", "GRPCRoute") for at in _FILTERS),
    *(_backend(kind, f"{at}.externalAuth.backendRef") for kind in ("HTTPRoute", "GRPCRoute") for at in _FILTERS),
    *(_parent(kind) for kind in ("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute")),
    _policy("BackendTLSPolicy", *_GATEWAY, "spec.targetRefs[]", "sectionName"),
    _policy("BackendTLSPolicy", *_GATEWAY, "spec.targetRef", "sectionName"),
    ReferencePath("ReferenceGrant", _GATEWAY, "spec.to[]", when=(IS_SERVICE, _CORE), certainty=Certainty.SUPPOSED),
    _policy("HealthCheckPolicy", "networking.gke.io", "spec.targetRef"),
    _policy("GCPBackendPolicy", "networking.gke.io", "spec.targetRef"),
    ReferencePath("ServiceAttachment", ("networking.gke.io",), "spec.resourceRef", when=(IS_SERVICE,)),
    ReferencePath(
        "SecurityPolicy",
        ("gateway.envoyproxy.io",),
        "spec.extAuth.http.backendRefs[]",
        namespace="namespace",
        ports=numbered("port"),
        when=(MAY_BE_SERVICE, _CORE),
        crossing=Crossing.GRANT,
    ),
)
