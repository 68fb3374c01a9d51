"""Custom resources of proxies and load balancers."""

from svclint.policy.referrers.path import (
    MAY_BE_SERVICE,
    Certainty,
    Crossing,
    PortMeans,
    PortPath,
    ReferencePath,
    Spelling,
    either,
    numbered,
)

_TRAEFIK = ("traefik.io", "traefik.containo.us")
_NGINX = ("k8s.nginx.org",)
_CONTOUR = ("projectcontour.io",)
_EMISSARY = ("getambassador.io", "x.getambassador.io")
_KONG = ("configuration.konghq.com",)
_APISIX = ("apisix.apache.org",)
_ROUTE = ("route.openshift.io", "")
# A string is the name of the Service's port, a number the port of the pod (the router dials endpoints).
_ROUTE_PORT = (
    PortPath("/spec.port.targetPort", PortMeans.SERVICE_PORT_NAME),
    PortPath("/spec.port.targetPort", PortMeans.TARGET_PORT),
)


def _traefik(kind: str, at: str) -> ReferencePath:
    return ReferencePath(
        kind,
        _TRAEFIK,
        at,
        namespace="namespace",
        ports=either("port"),
        when=(MAY_BE_SERVICE,),
        crossing=Crossing.PERMITTED,
    )


def _upstream(kind: str, name: str, port: str) -> ReferencePath:
    return ReferencePath(
        kind, _NGINX, "spec.upstreams[]", name, ports=numbered(port), crossing=Crossing.PERMITTED, spelling=Spelling.NAMESPACED
    )


def _emissary(kind: str, name: str = "service") -> ReferencePath:
    return ReferencePath(kind, _EMISSARY, "spec", name, crossing=Crossing.FREE, spelling=Spelling.ADDRESS)


def _old_style(kind: str, groups: tuple[str, ...], at: str, ports: tuple[PortPath, ...]) -> ReferencePath:
    return ReferencePath(kind, groups, at, "serviceName", ports=ports)


LINES = (
    _traefik("IngressRoute", "spec.routes[].services[]"),
    _traefik("IngressRouteTCP", "spec.routes[].services[]"),
    _traefik("IngressRouteUDP", "spec.routes[].services[]"),
    _traefik("TraefikService", "spec.weighted.services[]"),
    _traefik("TraefikService", "spec.highestRandomWeight.services[]"),
    _traefik("TraefikService", "spec.mirroring"),
    _traefik("TraefikService", "spec.mirroring.mirrors[]"),
    _traefik("Middleware", "spec.errors.service"),
    ReferencePath("Middleware", _TRAEFIK, "spec.forwardAuth", "address", crossing=Crossing.FREE, spelling=Spelling.TEXT),
    ReferencePath("HTTPProxy", _CONTOUR, "spec.routes[].services[]", ports=numbered("port")),
    ReferencePath("HTTPProxy", _CONTOUR, "spec.tcpproxy.services[]", ports=numbered("port"), protocol="TCP"),
    ReferencePath("ExtensionService", _CONTOUR, "spec.services[]", ports=numbered("port")),
    *(_upstream(kind, "service", "port") for kind in ("VirtualServer", "VirtualServerRoute", "TransportServer")),
    *(_upstream(kind, "backup", "backupPort") for kind in ("VirtualServer", "VirtualServerRoute", "TransportServer")),
    _old_style("TCPIngress", _KONG, "spec.rules[].backend", numbered("servicePort")),
    _old_style("UDPIngress", _KONG, "spec.rules[].backend", numbered("servicePort")),
    _emissary("Mapping"),
    _emissary("TCPMapping"),
    _emissary("AuthService", "auth_service"),
    _emissary("RateLimitService"),
    _emissary("LogService"),
    _emissary("TracingService"),
    _old_style("ApisixRoute", _APISIX, "spec.http[].backends[]", either("servicePort")),
    _old_style("ApisixRoute", _APISIX, "spec.http[].backend", either("servicePort")),
    _old_style("ApisixRoute", _APISIX, "spec.stream[].backend", either("servicePort")),
    ReferencePath("ApisixUpstream", _APISIX, "metadata", certainty=Certainty.SUPPOSED),
    ReferencePath("TargetGroupBinding", ("elbv2.k8s.aws",), "spec.serviceRef", ports=either("port")),
    ReferencePath("Route", _ROUTE, "spec.to", ports=_ROUTE_PORT, when=(MAY_BE_SERVICE,)),
    ReferencePath("Route", _ROUTE, "spec.alternateBackends[]", ports=_ROUTE_PORT, when=(MAY_BE_SERVICE,)),
    ReferencePath(
        "RouteGroup", ("zalando.org",), "spec.backends[]", "serviceName", ports=numbered("servicePort"), when=(("type", ("service",)),)
    ),
)
