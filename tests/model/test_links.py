"""What is read of every path by which an object names a Service: fixtures/references, with places."""

from collections.abc import Callable

import pytest

from svclint.model.labelselector import read_label_selector
from svclint.model.resource import read_labels
from svclint.policy.referrers.path import PortMeans, ReferenceSetting
from tests.conftest import FIXTURES
from tests.support.objects import fields
from tests.support.references import links_of, listing, reference_line

FILES = sorted(file.name for file in (FIXTURES / "references").iterdir() if file.suffix != ".out")


@pytest.mark.parametrize("name", FILES)
def test_references(name: str, golden: Callable[[str, str], None]) -> None:
    text = (FIXTURES / "references" / name).read_text("utf-8")
    links = links_of(text)
    golden(f"references/{name}.out", listing(links))
    assert listing(links_of(text, prefilter=False)) == listing(links)
    for one in links.references:
        for part in (one.name, one.namespace, one.port):
            assert part is None or not part.written or str(part.value) in part.place.text.replace("_", "")


GAME = """\
apiVersion: example.com/v1
kind: Game
metadata: {name: chess, namespace: games}
spec:
  lobby: {service: lobby, port: 80}
  rooms: [{to: {service: a, port: http}}, {to: {service: b}}]
  names: [x, z]
"""
SETTINGS: dict[str, tuple[ReferenceSetting, list[str]]] = {
    "plain": (
        ReferenceSetting("example.com/v1", "Game", "spec.lobby.service", "spec.lobby.port", PortMeans.SERVICE_PORT),
        ["5:20 Game/chess spec.lobby.service: lobby port 80 at 5:33 (service-port); own, certain"],
    ),
    "list": (
        ReferenceSetting("example.com/v1", "Game", "spec.rooms[].to.service", "spec.rooms[].to.port"),
        [
            "6:26 Game/chess spec.rooms[0].to.service: a port 'http' at 6:35 (service-port-or-name); own, certain",
            "6:58 Game/chess spec.rooms[1].to.service: b; own, certain",
        ],
    ),
    "list of names, one port": (
        ReferenceSetting("example.com/v1", "Game", "spec.names[]", "spec.lobby.port", PortMeans.CONTAINER_PORT),
        [
            "7:11 Game/chess spec.names[0]: x port 80 at 5:33 (container-port); own, certain",
            "7:14 Game/chess spec.names[1]: z port 80 at 5:33 (container-port); own, certain",
        ],
    ),
    "another version": (ReferenceSetting("example.com/v2", "Game", "spec.lobby.service"), []),
    "port of another type": (
        ReferenceSetting("example.com/v1", "Game", "spec.lobby.service", "spec.lobby.port", PortMeans.SERVICE_PORT_NAME),
        ["5:20 Game/chess spec.lobby.service: lobby; own, certain"],
    ),
}


@pytest.mark.parametrize("case", SETTINGS)
@pytest.mark.parametrize("prefilter", [True, False])
def test_settings(case: str, prefilter: bool) -> None:
    setting, wanted = SETTINGS[case]
    links = links_of(GAME, prefilter=prefilter, references=(setting,))
    assert [reference_line(one) for one in links.references] == wanted


GRANT = """\
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: {{name: g, namespace: other}}
spec:
  from: [{{group: gateway.networking.k8s.io, kind: {kind}, namespace: {namespace}}}]
  to: [{{group: "", kind: Service{name}}}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {{name: r, namespace: shop}}
spec: {{rules: [{{backendRefs: [{{name: web, namespace: other, port: 80}}]}}]}}
"""


@pytest.mark.parametrize(
    ("kind", "namespace", "name", "allowed"),
    [
        ("HTTPRoute", "shop", "", True),
        ("HTTPRoute", "shop", ", name: web", True),
        ("HTTPRoute", "shop", ", name: db", False),
        ("GRPCRoute", "shop", "", False),
        ("HTTPRoute", "other", "", False),
    ],
)
def test_grants(kind: str, namespace: str, name: str, allowed: bool) -> None:
    links = links_of(GRANT.format(kind=kind, namespace=namespace, name=name))
    [grant] = links.grants
    [reference] = [one for one in links.references if one.source.kind == "HTTPRoute"]
    assert (reference.needs_grant, grant.allows(reference)) == (True, allowed)


@pytest.mark.parametrize(
    ("selector", "labels", "matches"),
    [
        ("{}", {}, True),
        ("{matchLabels: {a: b}}", {"a": "b", "c": "d"}, True),
        ("{matchLabels: {a: b}}", {"a": "c"}, False),
        ("{matchExpressions: [{key: a, operator: In, values: [b, c]}]}", {"a": "c"}, True),
        ("{matchExpressions: [{key: a, operator: In, values: [b, c]}]}", {}, False),
        ("{matchExpressions: [{key: a, operator: NotIn, values: [b]}]}", {}, True),
        ("{matchExpressions: [{key: a, operator: NotIn, values: [b]}]}", {"a": "b"}, False),
        ("{matchExpressions: [{key: a, operator: Exists}]}", {"a": ""}, True),
        ("{matchExpressions: [{key: a, operator: DoesNotExist}]}", {"a": ""}, False),
    ],
)
def test_label_selectors(selector: str, labels: dict[str, str], matches: bool) -> None:
    [field] = fields(f"kind: A\nselector: {selector}\nlabels: {labels}\n")
    selected = read_label_selector(field.child("selector"))
    own = read_labels(field.child("labels"))
    assert (selected.complete, selected.matches(own)) == (True, matches)
