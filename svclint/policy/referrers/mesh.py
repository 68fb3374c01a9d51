"""Service meshes: Istio, Linkerd, SMI, Cilium."""

from svclint.policy.referrers.path import IS_SERVICE, Certainty, Crossing, PortMeans, PortPath, ReferencePath, Spelling, numbered

_ISTIO = ("networking.istio.io",)
_CILIUM = ("cilium.io",)
_SMI = ("split.smi-spec.io",)
_CORE = ("group", ("", "core"))
_SUPPOSED = Certainty.SUPPOSED
_LEVELS = "trafficPolicy.portLevelSettings[]"
_HOST = ReferencePath("DestinationRule", _ISTIO, "spec", "host", crossing=Crossing.FREE, spelling=Spelling.HOST)


def _destination(at: str) -> ReferencePath:
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
    )


def _level(at: str) -> ReferencePath:
    """The settings of a port of the host of a DestinationRule."""
    return _HOST._replace(at=at, name="/spec.host", ports=numbered("port.number"), about_port=True)


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
    return tuple(
        ReferencePath(
            kind,
            _CILIUM,
            at,
            namespace="namespace",
            ports=(PortPath(port, PortMeans.SERVICE_PORT_OR_NAME, digits=True),),
            crossing=Crossing.FREE,
        )
        for kind in kinds
    )


LINES = (
    _destination("spec.http[].route[].destination"),
    _destination("spec.http[].mirror"),
    _destination("spec.http[].mirrors[].destination"),
    _destination("spec.tcp[].route[].destination"),
    _destination("spec.tls[].route[].destination"),
    ReferencePath("VirtualService", _ISTIO, "spec.hosts[]", "", crossing=Crossing.FREE, certainty=_SUPPOSED, spelling=Spelling.HOST),
    _HOST,
    _level(f"spec.{_LEVELS}"),
    _level(f"spec.subsets[].{_LEVELS}"),
    ReferencePath("Sidecar", _ISTIO, "spec.egress[].hosts[]", "", crossing=Crossing.FREE, certainty=_SUPPOSED, spelling=Spelling.TEXT),
    *_targets("AuthorizationPolicy", "security.istio.io"),
    *_targets("RequestAuthentication", "security.istio.io"),
    *_targets("WasmPlugin", "extensions.istio.io"),
    *_targets("Telemetry", "telemetry.istio.io"),
    ReferencePath("ServiceProfile", ("linkerd.io",), "metadata", crossing=Crossing.FREE, spelling=Spelling.HOST),
    ReferencePath("TrafficSplit", _SMI, "spec", "service", crossing=Crossing.FREE, spelling=Spelling.HOST),
    ReferencePath("TrafficSplit", _SMI, "spec.backends[]", "service", crossing=Crossing.FREE, spelling=Spelling.HOST),
    *_cilium("spec"),
    *_cilium("specs[]"),
    *_envoy("spec.services[]", "ports[]"),
    *_envoy("spec.backendServices[]", "number[]"),
    ReferencePath(
        "CiliumLocalRedirectPolicy", _CILIUM, "spec.redirectFrontend.serviceMatcher", "serviceName", "namespace", crossing=Crossing.FREE
    ),
)
