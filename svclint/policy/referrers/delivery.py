"""Progressive delivery, scaling and events: Argo, Flagger, Kruise, KEDA, Knative."""

from svclint.policy.referrers.path import (
    IS_SERVICE,
    Certainty,
    Crossing,
    PortMeans,
    PortPath,
    ReferencePath,
    Spelling,
    numbered,
)

_ARGO = ("argoproj.io",)
_KEDA_HTTP = ("http.keda.sh",)
_CANARY = "spec.strategy.canary"
_BLUE_GREEN = "spec.strategy.blueGreen"
_ROUTING = f"{_CANARY}.trafficRouting"
_PORT_OR_NAME = (PortPath("port", PortMeans.SERVICE_PORT), PortPath("portName", PortMeans.SERVICE_PORT_NAME))
_SOURCES = ("ApiServerSource", "ContainerSource", "PingSource", "SinkBinding")
_PLAIN = ("apiVersion", ("v1",))  # not a Service of Knative's


def _rollout(at: str, name: str) -> ReferencePath:
    return ReferencePath("Rollout", _ARGO, at, name)


def _subscriber(kind: str, group: str, at: str) -> ReferencePath:
    return ReferencePath(kind, (group,), at, namespace="namespace", when=(IS_SERVICE, _PLAIN), crossing=Crossing.FREE)


LINES = (
    _rollout(_BLUE_GREEN, "activeService"),
    _rollout(_BLUE_GREEN, "previewService"),
    _rollout(_CANARY, "canaryService"),
    _rollout(_CANARY, "stableService"),
    _rollout(f"{_CANARY}.pingPong", "pingService"),
    _rollout(f"{_CANARY}.pingPong", "pongService"),
    ReferencePath("Rollout", _ARGO, f"{_ROUTING}.alb", "rootService", ports=numbered("servicePort")),
    _rollout(f"{_ROUTING}.smi", "rootService"),
    ReferencePath("Canary", ("flagger.app",), "spec.targetRef", when=(IS_SERVICE,)),
    ReferencePath("Rollout", ("rollouts.kruise.io",), "spec.strategy.canary.trafficRoutings[]", "service"),
    ReferencePath("HTTPScaledObject", _KEDA_HTTP, "spec.scaleTargetRef", "service", ports=_PORT_OR_NAME),
    ReferencePath("HTTPScaledObject", _KEDA_HTTP, "spec.coldStartTimeoutFailoverRef", "service", ports=_PORT_OR_NAME),
    ReferencePath("InterceptorRoute", _KEDA_HTTP, "spec.target", "service", ports=_PORT_OR_NAME),
    ReferencePath("InterceptorRoute", _KEDA_HTTP, "spec.coldStart.fallback.service", ports=_PORT_OR_NAME),
    ReferencePath(
        "ScaledObject",
        ("keda.sh",),
        "spec.triggers[].metadata",
        "serverAddress",
        crossing=Crossing.FREE,
        certainty=Certainty.SUPPOSED,
        spelling=Spelling.TEXT,
    ),
    _subscriber("Trigger", "eventing.knative.dev", "spec.subscriber.ref"),
    _subscriber("Subscription", "messaging.knative.dev", "spec.subscriber.ref"),
    *(_subscriber(kind, "sources.knative.dev", "spec.sink.ref") for kind in _SOURCES),
)
