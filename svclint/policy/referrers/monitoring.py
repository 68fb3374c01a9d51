"""Prometheus and its kin; the monitors themselves select Services by label and have a reader of their own."""

from svclint.policy.referrers.path import Certainty, Crossing, ReferencePath, Spelling, either

_COREOS = ("monitoring.coreos.com",)


def _url(kind: str, at: str, name: str, group: str = "monitoring.coreos.com") -> ReferencePath:
    return ReferencePath(kind, (group,), at, name, crossing=Crossing.FREE, certainty=Certainty.SUPPOSED, spelling=Spelling.TEXT)


LINES = (
    ReferencePath(
        "Prometheus",
        _COREOS,
        "spec.alerting.alertmanagers[]",
        namespace="namespace",
        ports=either("port"),
        crossing=Crossing.FREE,
    ),
    *(ReferencePath(kind, _COREOS, "spec", "serviceName") for kind in ("Prometheus", "PrometheusAgent", "Alertmanager", "ThanosRuler")),
    *(_url(kind, f"spec.{name}[]", "url") for kind in ("Prometheus", "PrometheusAgent") for name in ("remoteWrite", "remoteRead")),
    _url("ThanosRuler", "spec.alertmanagersUrl[]", ""),
    _url("ThanosRuler", "spec.queryEndpoints[]", ""),
    _url("Probe", "spec.prober", "url"),
    _url("Probe", "spec.targets.staticConfig.static[]", ""),
    _url("ScrapeConfig", "spec.staticConfigs[].targets[]", ""),
    _url("GrafanaDatasource", "spec.datasource", "url", "grafana.integreatly.org"),
)

MONITORS = {
    ("ServiceMonitor", "monitoring.coreos.com"): "spec.endpoints",
    ("PodMonitor", "monitoring.coreos.com"): "spec.podMetricsEndpoints",
    ("ServiceMonitor", "azmonitoring.coreos.com"): "spec.endpoints",
    ("PodMonitor", "azmonitoring.coreos.com"): "spec.podMetricsEndpoints",
    ("VMServiceScrape", "operator.victoriametrics.com"): "spec.endpoints",
    ("VMPodScrape", "operator.victoriametrics.com"): "spec.podMetricsEndpoints",
}
"""The kinds, each with its API group, that select what is scraped, and where they list its ports."""
POD_MONITORS = frozenset(("PodMonitor", "VMPodScrape"))
"""Those that select pods, not Services."""
