"""Kubernetes' own objects that name a Service."""

from svclint.policy.referrers.path import (
    IS_SERVICE,
    Certainty,
    Crossing,
    PortMeans,
    PortPath,
    ReferencePath,
    Spelling,
    either,
    named,
    numbered,
)

_INGRESS = ("networking.k8s.io", "extensions")
_ADMISSION = ("admissionregistration.k8s.io",)
_CRD = ("apiextensions.k8s.io",)
_EXPORTS = ("multicluster.x-k8s.io", "net.gke.io")
_PATHS = "spec.rules[].http.paths[].backend"
_BACKEND = (PortPath("port.number", PortMeans.SERVICE_PORT), PortPath("port.name", PortMeans.SERVICE_PORT_NAME))
_OF_SLICE = '/metadata.labels."kubernetes.io/service-name"'
_SUPPOSED = Certainty.SUPPOSED
_NGINX = "nginx.ingress.kubernetes.io"


def _client(kind: str, groups: tuple[str, ...], at: str) -> ReferencePath:
    """What the API server dials: another namespace may be named, and the port is 443 unless given."""
    return ReferencePath(kind, groups, at, namespace="namespace", ports=numbered("port"), default_port=443, crossing=Crossing.FREE)


def _text(kind: str, groups: tuple[str, ...], at: str, name: str) -> ReferencePath:
    """A host name in a text."""
    return ReferencePath(kind, groups, at, name, crossing=Crossing.FREE, spelling=Spelling.TEXT)


LINES = (
    ReferencePath("Ingress", _INGRESS, "spec.defaultBackend.service", ports=_BACKEND),
    ReferencePath("Ingress", _INGRESS, f"{_PATHS}.service", ports=_BACKEND),
    ReferencePath("Ingress", _INGRESS, "spec.backend", "serviceName", ports=either("servicePort")),
    ReferencePath("Ingress", _INGRESS, _PATHS, "serviceName", ports=either("servicePort")),
    ReferencePath("Ingress", _INGRESS, "metadata.annotations", f'"{_NGINX}/default-backend"'),
    _text("Ingress", _INGRESS, "metadata.annotations", f'"{_NGINX}/auth-url"'),
    _text("Ingress", _INGRESS, "metadata.annotations", f'"{_NGINX}/mirror-target"'),
    ReferencePath("StatefulSet", ("apps", ""), "spec", "serviceName"),
    _text("Service", ("",), "spec", "externalName")._replace(when=(("type", ("ExternalName",)),)),
    _client("ValidatingWebhookConfiguration", _ADMISSION, "webhooks[].clientConfig.service"),
    _client("MutatingWebhookConfiguration", _ADMISSION, "webhooks[].clientConfig.service"),
    _client("CustomResourceDefinition", _CRD, "spec.conversion.webhook.clientConfig.service"),
    _client("CustomResourceDefinition", _CRD, "spec.conversion.webhookClientConfig.service"),
    _client("APIService", ("apiregistration.k8s.io",), "spec.service"),
    ReferencePath("EndpointSlice", ("discovery.k8s.io",), "metadata", _OF_SLICE, certainty=_SUPPOSED),
    ReferencePath("EndpointSlice", ("discovery.k8s.io",), "ports[]", _OF_SLICE, ports=named("name"), certainty=_SUPPOSED, about_port=True),
    ReferencePath("Endpoints", ("",), "metadata", certainty=_SUPPOSED),
    ReferencePath("Endpoints", ("",), "subsets[].ports[]", "/metadata.name", ports=named("name"), certainty=_SUPPOSED, about_port=True),
    ReferencePath("HorizontalPodAutoscaler", ("autoscaling",), "spec.metrics[].object.describedObject", when=(IS_SERVICE,)),
    ReferencePath("HorizontalPodAutoscaler", ("autoscaling",), "spec.metrics[].object.target", when=(IS_SERVICE,)),
    ReferencePath("ServiceExport", _EXPORTS, "metadata"),
    _text("Certificate", ("cert-manager.io",), "spec.dnsNames[]", "")._replace(certainty=_SUPPOSED),
)
