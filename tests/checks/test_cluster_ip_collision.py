"""Cluster IPs where the service CIDRs are known: those out of range never collide, and the first is the API server's own."""

import pytest

from svclint import pipeline
from svclint.policy.cluster import ClusterPolicy
from svclint.policy.settings import Settings
from svclint.source.file import SourceFile
from tests.support.run import snapshot_of

_SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {{name: {0}, namespace: default}}\nspec: {{clusterIP: {1}, ports: [{{port: 80}}]}}\n"


@pytest.mark.parametrize(
    ("services", "lines"),
    [
        ([("a", "10.96.0.7"), ("b", "10.96.0.7")], [4, 9]),
        ([("a", "10.0.0.7"), ("b", "10.0.0.7")], []),
        ([("a", "10.96.0.1")], [4]),
        ([("kubernetes", "10.96.0.1")], []),
    ],
    ids=["in the network", "outside it", "the API server's own", "the Service kubernetes itself"],
)
def test_known_network(services: list[tuple[str, str]], lines: list[int]) -> None:
    text = "---\n".join(_SERVICE.format(*service) for service in services)
    settings = Settings(select=("cluster-ip-collision",), cluster=ClusterPolicy(service_cidrs=("10.96.0.0/16",)))
    report = pipeline.check(snapshot_of([SourceFile("a.yaml", text)]), settings)
    assert [one.place.span.start.line for one in report.diagnostics] == lines
