"""What is worth parsing is what the model reads."""

import pytest

from svclint.policy.kinds import ENDPOINT_KINDS, OTHER_KINDS, READ_KINDS, SCALE_TARGETS, WIRED_KINDS, wanted, wanted_with
from svclint.policy.labels import ADDED_TO_KIND
from svclint.policy.pods import POD_KINDS, PodSetting


def test_kinds_that_make_pods_are_not_among_the_others() -> None:
    assert not WIRED_KINDS & OTHER_KINDS
    assert {"List", "Service", "ServiceList", *POD_KINDS, *(kind for kind, _ in (*SCALE_TARGETS, *ENDPOINT_KINDS))} <= READ_KINDS
    assert "HorizontalPodAutoscaler" not in WIRED_KINDS


def test_labels_are_added_by_kinds_that_make_pods() -> None:
    assert set(ADDED_TO_KIND) <= set(POD_KINDS)


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        ("Deployment", "", True),
        ("HorizontalPodAutoscalerList", "apiVersion: autoscaling/v2", True),
        ("EndpointSlice", "apiVersion: discovery.k8s.io/v1", True),
        ("SidecarSet", "containers:", False),
        ("Toy", "", False),
        ("Toy", "containers:", True),
        ("Game", "", True),
        ("GameList", "", True),
        ("Secret", "", True),
        ("ConfigMap", "", False),
        ("ConfigMap", "a: web.shop.svc", True),
        ("ConfigMapList", "a: web:80", True),
        ("CustomResourceDefinition", "group: a.io", False),
        ("CustomResourceDefinition", "webhookClientConfig:", True),
        ("Gateway", "apiVersion: networking.istio.io/v1", False),
        ("Gateway", "apiVersion: gateway.networking.k8s.io/v1", True),
        ("Cluster", "apiVersion: cluster.x-k8s.io/v1", False),
        ("Cluster", "containers:", True),
        ("NetworkPolicy", "apiVersion: networking.k8s.io/v1", False),
        ("ServiceAccount", "containers:", False),
    ],
)
def test_wanted(kind: str, text: str, *, answer: bool) -> None:
    described = (PodSetting("example.com/v1", "Game", "labels"), PodSetting("v1", "Secret", "labels"))
    assert wanted_with(described)(kind, text, 0, len(text)) is answer
    assert wanted_with(()) is wanted
