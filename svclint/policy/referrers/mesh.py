"""Service meshes: Istio, Linkerd, SMI, Cilium."""

from svclint.policy.referrers.path import IS_SERVICE, Certainty, Crossing, ReferencePath, Spelling, either, numbered

_ISTIO = ("networking.istio.io",)
_CILIUM = ("cilium.io",)
_SMI = ("split.smi-spec.io",)
_CORE = ("group", ("", "core"))
_SUPPOSED = Certainty.SUPPOSED
_LEVELS = "trafficPolicy.portLevelSettings[]"


def _destination(at: str, protocol: str = "") -> ReferencePath:
    """Where a VirtualService sends requests: a short name is completed with the VirtualService's own namespace."""
    return ReferencePath(
        "VirtualService",
        _ISTIO,
        at,
        "host",
        ports=numbered("port.number"),
        crossing=Crossing.FREE,
        spelling=Spelling.HOST,
        subset="subset",
        protocol=protocol,
    )


def _rule(at: str) -> ReferencePath:
    host = "host" if at == "spec" else "/spec.host"
    ports = () if at == "spec" else numbered("port.number")
    return ReferencePath("DestinationRule", _ISTIO, at, host, ports=ports, crossing=Crossing.FREE, spelling=Spelling.HOST)


def _targets(kind: str, group: str) -> tuple[ReferencePath, ...]:
    """A policy of Istio that a waypoint enforces for a Service."""
    return tuple(ReferencePath(kind, (group,), at, when=(IS_SERVICE, _CORE)) for at in ("spec.targetRefs[]", "spec.targetRef"))


def _cilium(at: str) -> tuple[ReferencePath, ...]:
    kinds = ("CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy")
    return tuple(
        ReferencePath(kind, _CILIUM, f"{at}.egress[].toServices[].k8sService", "serviceName", "namespace", crossing=Crossing.FREE)
        for kind in kinds
    )


def _envoy(at: str, port: str) -> tuple[ReferencePath, ...]:
    kinds = ("CiliumEnvoyConfig", "CiliumClusterwideEnvoyConfig")
    return tuple(ReferencePath(kind, _CILIUM, at, namespace="namespace", ports=either(port), crossing=Crossing.FREE) for kind in kinds)


LINES = (
    _destination("spec.http[].route[].destination"),
    _destination("spec.http[].mirror"),
    _destination("spec.http[].mirrors[].destination"),
    _destination("spec.tcp[].route[].destination", "TCP"),
    _destination("spec.tls[].route[].destination", "TCP"),
    ReferencePath("VirtualService", _ISTIO, "spec.hosts[]", "", crossing=Crossing.FREE, certainty=_SUPPOSED, spelling=Spelling.HOST),
    _rule("spec"),
    _rule(f"spec.{_LEVELS}"),
    _rule(f"spec.subsets[].{_LEVELS}"),
    ReferencePath("Sidecar", _ISTIO, "spec.egress[].hosts[]", "", crossing=Crossing.FREE, certainty=_SUPPOSED, spelling=Spelling.TEXT),
    *_targets("AuthorizationPolicy", "security.istio.io"),
    *_targets("RequestAuthentication", "security.istio.io"),
    *_targets("WasmPlugin", "extensions.istio.io"),
    *_targets("Telemetry", "telemetry.istio.io"),
    ReferencePath("ServiceProfile", ("linkerd.io",), "metadata", crossing=Crossing.FREE, spelling=Spelling.HOST),
    ReferencePath("TrafficSplit", _SMI, "spec", "service", spelling=Spelling.HOST),
    ReferencePath("TrafficSplit", _SMI, "spec.backends[]", "service", spelling=Spelling.HOST),
    *_cilium("spec"),
    *_cilium("specs[]"),
    *_envoy("spec.services[]", "ports[]"),
    *_envoy("spec.backendServices[]", "number[]"),
    ReferencePath(
        "CiliumLocalRedirectPolicy", _CILIUM, "spec.redirectFrontend.serviceMatcher", "serviceName", "namespace", crossing=Crossing.FREE
    ),
)
