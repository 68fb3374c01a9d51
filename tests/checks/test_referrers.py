"""Every line of the table of referrers, from a manifest to what is said of a name or a port that is not there."""

import json

import pytest

from svclint import pipeline
from svclint.policy.referrers.path import Certainty, PortMeans, ReferencePath, Spelling
from svclint.policy.settings import Settings
from svclint.source.file import SourceFile
from tests.support.referrers import CASES, manifest
from tests.support.run import snapshot_of

_SERVICE = """\
apiVersion: v1
kind: Service
metadata: {name: NAME, namespace: shop, labels: {app: web}}
spec:
  selector: {app: web}
  ports: [{name: http, port: 80, targetPort: 8080, protocol: PROTOCOL}]
"""
_OF_SERVICES = (PortMeans.SERVICE_PORT, PortMeans.SERVICE_PORT_NAME, PortMeans.SERVICE_PORT_OR_NAME)
_OF_ENDPOINTS = ("EndpointSlice", "Endpoints")  # endpoint-port-name-mismatch speaks of these
_MADE = "spec.targetRef"  # what a Canary names, Flagger makes
PORTED = {
    name: case
    for name, case in CASES.items()
    if case[0].ports and case[0].ports[0].means in _OF_SERVICES and case[0].kind not in _OF_ENDPOINTS
}
NAMED = {
    name: case
    for name, case in CASES.items()
    if case[0].certainty is Certainty.CERTAIN and case[0].spelling is Spelling.NAME and case[0].at != _MADE
}


def said(line: ReferencePath, group: str, port: object, service: str) -> list[str]:
    """The codes of what is said of references where an object of this line stands beside a Service."""
    made = manifest(line, group, port)
    made["metadata"]["namespace"] = "shop"
    made_for = _SERVICE.replace("NAME", service).replace("PROTOCOL", line.protocol or "TCP")
    if line.kind == "StatefulSet":  # it is governed by a headless Service only
        made_for += "  clusterIP: None\n"
    text = f"{json.dumps(made)}\n---\n{made_for}"
    report = pipeline.check(snapshot_of([SourceFile("all.yaml", text)]), Settings(select=("SVC6",)))
    return [one.rule.code for one in report.diagnostics]


def ports(line: ReferencePath) -> tuple[object, object]:
    """A port that the Service has, and one that it has not, as the line spells them."""
    path = line.ports[0]
    if path.means is PortMeans.SERVICE_PORT_NAME:
        return "http", "grpc"
    return ("80", "99") if path.digits else (80, 99)


@pytest.mark.parametrize(("line", "group"), PORTED.values(), ids=PORTED)
def test_a_port_that_is_not_there(line: ReferencePath, group: str) -> None:
    there, missing = ports(line)
    assert not set(said(line, group, there, "web")) & {"SVC601", "SVC602", "SVC608", "SVC610"}
    assert set(said(line, group, missing, "web")) & {"SVC602", "SVC608", "SVC610"}


@pytest.mark.parametrize(("line", "group"), NAMED.values(), ids=NAMED)
def test_a_name_that_is_not_there(line: ReferencePath, group: str) -> None:
    port = ports(line)[0] if line.ports and line.ports[0].means in _OF_SERVICES else None
    assert "SVC601" not in said(line, group, port, "web")
    assert "SVC601" in said(line, group, port, "web-svc")
