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


LINES = (
    ReferencePath("Ingress", _INGRESS, "spec.defaultBackend.service", ports=_BACKEND),
    ReferencePath("Ingress", _INGRESS, f"{_PATHS}.service", ports=_BACKEND),
    ReferencePath("Ingress", _INGRESS, "spec.backend", "serviceName", ports=either("servicePort")),
    ReferencePath("Ingress", _INGRESS, _PATHS, "serviceName", ports=either("servicePort")),
    ReferencePath("Ingress", _INGRESS, "metadata.annotations", f'"{_NGINX}/default-backend"'),
    ReferencePath("Ingress", _INGRESS, "metadata.annotations", f'"{_NGINX}/auth-url"', spelling=Spelling.TEXT),
    ReferencePath("Ingress", _INGRESS, "metadata.annotations", f'"{_NGINX}/mirror-target"', spelling=Spelling.TEXT),
    ReferencePath("StatefulSet", ("apps", ""), "spec", "serviceName"),
    ReferencePath("Service", ("",), "spec", "externalName", when=(("type", ("ExternalName",)),), spelling=Spelling.TEXT),
    _client("ValidatingWebhookConfiguration", _ADMISSION, "webhooks[].clientConfig.service"),
    _client("MutatingWebhookConfiguration", _ADMISSION, "webhooks[].clientConfig.service"),
    _client("CustomResourceDefinition", _CRD, "spec.conversion.webhook.clientConfig.service"),
    _client("CustomResourceDefinition", _CRD, "spec.conversion.webhookClientConfig.service"),
    _client("APIService", ("apiregistration.k8s.io",), "spec.service"),
    ReferencePath("EndpointSlice", ("discovery.k8s.io",), "metadata", _OF_SLICE, certainty=_SUPPOSED),
    ReferencePath("EndpointSlice", ("discovery.k8s.io",), "ports[]", _OF_SLICE, ports=named("name"), certainty=_SUPPOSED),
    ReferencePath("Endpoints", ("",), "metadata", certainty=_SUPPOSED),
    ReferencePath("Endpoints", ("",), "subsets[].ports[]", "/metadata.name", ports=named("name"), certainty=_SUPPOSED),
    ReferencePath("HorizontalPodAutoscaler", ("autoscaling",), "spec.metrics[].object.describedObject", when=(IS_SERVICE,)),
    ReferencePath("HorizontalPodAutoscaler", ("autoscaling",), "spec.metrics[].object.target", when=(IS_SERVICE,)),
    ReferencePath("ServiceExport", _EXPORTS, "metadata"),
    ReferencePath("Certificate", ("cert-manager.io",), "spec.dnsNames[]", "", certainty=_SUPPOSED, spelling=Spelling.TEXT),
)
