"""Endpoints and EndpointSlices, read as what a Service of their name leads to."""

import pytest

from svclint.model.endpoints import Endpoints
from tests.support.objects import objects

SLICE = "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: db-1, labels: {%s}}, ports: [%s]}"
OF_DB = "kubernetes.io/service-name: db"


def endpoints(text: str) -> list[Endpoints]:
    return [one for one in objects(text) if isinstance(one, Endpoints)]


@pytest.mark.parametrize(
    ("text", "service", "ports"),
    [
        ("{apiVersion: v1, kind: Endpoints, metadata: {name: db}}", "db", []),
        ("{apiVersion: v1, kind: Endpoints, metadata: {name: db}, subsets: [{ports: [{port: 5432}]}]}", "db", [("", 5432, "TCP")]),
        (
            "{apiVersion: v1, kind: Endpoints, subsets: [{ports: [{name: a, port: 1}]}, {ports: [{name: b, port: 2, protocol: UDP}]}]}",
            "",
            [("a", 1, "TCP"), ("b", 2, "UDP")],
        ),
        ("{apiVersion: v1, kind: Endpoints, subsets: {ports: 3}}", "", []),
        (SLICE % (OF_DB, "{name: sql, port: 5432}"), "db", [("sql", 5432, "TCP")]),
        (SLICE % (OF_DB, "{name: null}, {name: 80, port: '80', protocol: []}"), "db", [("", 0, "TCP"), (None, None, None)]),
        (SLICE % ("", ""), "", []),
        ("{apiVersion: v1, kind: EndpointsList, items: [{metadata: {name: db}}]}", "db", []),
    ],
)
def test_endpoints(text: str, service: str, ports: list[tuple[str | None, int | None, str | None]]) -> None:
    (read,) = endpoints(text)
    assert read.service_name == service
    assert [(port.name.value, port.number.value, port.protocol.value) for port in read.ports] == ports


@pytest.mark.parametrize("version", ["v1", "discovery.k8s.io/v1beta1"])
def test_a_kind_of_another_group_is_none(version: str) -> None:
    assert len(endpoints(f"{{apiVersion: {version}, kind: EndpointSlice}}")) == (version != "v1")
    assert not endpoints("{apiVersion: example.com/v1, kind: Endpoints, metadata: {name: db}}")


@pytest.mark.parametrize(
    ("manager", "answer"),
    [("endpointslice-controller.k8s.io", True), ("endpointslicemirroring-controller.k8s.io", True), ("staff", False), ("[]", False)],
)
def test_what_a_controller_made(manager: str, *, answer: bool) -> None:
    (read,) = endpoints(SLICE % (f"{OF_DB}, endpointslice.kubernetes.io/managed-by: {manager}", ""))
    assert read.is_managed is answer
