"""What is worth parsing is what the model reads."""

import pytest

from svclint.policy.kinds import ENDPOINT_KINDS, OTHER_KINDS, READ_KINDS, SCALE_TARGETS, WIRED_KINDS, wanted, wanted_with
from svclint.policy.labels import ADDED_TO_KIND
from svclint.policy.pods import POD_KINDS, PodSetting


def test_kinds_that_are_read_are_not_among_the_others() -> None:
    assert not READ_KINDS & OTHER_KINDS
    assert {"List", "Service", "ServiceList", *POD_KINDS, *(kind for kind, _ in (*SCALE_TARGETS, *ENDPOINT_KINDS))} <= READ_KINDS
    assert "HorizontalPodAutoscaler" not in WIRED_KINDS


def test_labels_are_added_by_kinds_that_make_pods() -> None:
    assert set(ADDED_TO_KIND) <= set(POD_KINDS)


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        ("Deployment", "", True),
        ("HorizontalPodAutoscalerList", "", True),
        ("EndpointSlice", "", True),
        ("SidecarSet", "containers:", False),
        ("Toy", "", False),
        ("Toy", "containers:", True),
        ("Game", "", True),
        ("GameList", "", True),
        ("ConfigMap", "", True),
        ("Secret", "containers:", False),
    ],
)
def test_wanted(kind: str, text: str, *, answer: bool) -> None:
    described = (PodSetting("example.com/v1", "Game", "labels"), PodSetting("v1", "ConfigMap", "labels"))
    assert wanted_with(described)(kind, text, 0, len(text)) is answer
    assert wanted_with(()) is wanted
