"""The facts of a workload, each told apart from its absence."""

from typing import Any

import pytest

from svclint.model.autoscaler import Autoscaler
from svclint.model.workload import Workload
from tests.support.objects import objects, workloads

POD = "template: {metadata: {labels: {app: a}}, spec: {hostNetwork: %s, containers: []}}"


def workload(kind: str, spec: str = "", metadata: str = "", host_network: str = "false", version: str = "apps/v1") -> Workload:
    pod = POD % host_network
    comma = ", " if spec else ""
    return workloads(f"{{apiVersion: {version}, kind: {kind}, metadata: {{{metadata}}}, spec: {{{spec}{comma}{pod}}}}}")[0]


HPA = "apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler"
ABSENT: Any = object()


@pytest.mark.parametrize(
    ("spec", "value"),
    [("", ABSENT), ("replicas: null", ABSENT), ("replicas: 3", 3), ("replicas: 0", 0), ("replicas: '3'", None), ("replicas: 2.0", 2)],
)
def test_replicas(spec: str, value: Any) -> None:
    read = workload("Deployment", spec).replicas
    assert (ABSENT if read is None else read.value) == value
    assert read is None or str(read.path) == "spec.replicas"


@pytest.mark.parametrize(
    ("kind", "spec", "start", "service"),
    [
        ("StatefulSet", "", 0, ""),
        ("StatefulSet", "serviceName: db, ordinals: {start: 4}", 4, "db"),
        ("StatefulSet", "serviceName: [db], ordinals: {start: x}", 0, None),
        ("Deployment", "serviceName: db, ordinals: {start: 4}", 0, ABSENT),
    ],
)
def test_of_a_stateful_set(kind: str, spec: str, start: int, service: Any) -> None:
    read = workload(kind, spec)
    assert read.ordinals_start == start
    assert (ABSENT if read.service_name is None else read.service_name.value) == service


@pytest.mark.parametrize(
    ("kind", "spec", "pairs"),
    [
        ("Deployment", "selector: {matchLabels: {app: b, n: 1}}", {"app": "b"}),
        ("Deployment", "selector: {app: b}", {}),
        ("Deployment", "", {}),
        ("CloneSet", "selector: {matchLabels: {app: b}}", {"app": "b"}),
        ("ReplicationController", "selector: {app: b}", {"app": "b"}),
        ("DeploymentConfig", "selector: {app: b}", {"app": "b"}),
    ],
)
def test_match_labels(kind: str, spec: str, pairs: dict[str, str]) -> None:
    version = {"CloneSet": "apps.kruise.io/v1", "Deployment": "apps/v1"}.get(kind, "v1")
    read = workload(kind, spec, version=version).match_labels
    assert {key: value.value for key, value in read.items()} == pairs
    assert all(value.place.text == "b" for value in read.values())


@pytest.mark.parametrize(("text", "value"), [("true", True), ("yes", True), ("'true'", False), ("null", False), ("[]", False)])
def test_host_network(text: str, *, value: bool) -> None:
    assert workload("DaemonSet", host_network=text).host_network is value


@pytest.mark.parametrize(
    ("metadata", "value"),
    [
        ("", False),
        ("annotations: {helm.sh/hook: test}", True),
        ("annotations: {argocd.argoproj.io/hook: Sync}", True),
        ("annotations: [helm.sh/hook]", False),
        ("labels: {helm.sh/hook: test}", False),
    ],
)
def test_runs_to_end(metadata: str, *, value: bool) -> None:
    assert workload("Deployment", metadata=metadata).runs_to_end is value


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            f"{HPA}, spec: {{scaleTargetRef: {{kind: StatefulSet, name: db}}}}",
            ["StatefulSet/db"],
        ),
        ("apiVersion: keda.sh/v1alpha1, kind: ScaledObject, spec: {scaleTargetRef: {name: web}}", ["Deployment/web"]),
        ("apiVersion: argoproj.io/v1alpha1, kind: Rollout, spec: {workloadRef: {kind: ReplicaSet, name: web}}", ["ReplicaSet/web"]),
        ("apiVersion: argoproj.io/v1alpha1, kind: Rollout, spec: {replicas: 1}", []),
        ("apiVersion: example.com/v1, kind: ScaledObject, spec: {scaleTargetRef: {name: web}}", []),
        (f"{HPA}, spec: {{scaleTargetRef: [1]}}", ["Deployment/"]),
        (
            f"{HPA}List, items: [{{spec: {{scaleTargetRef: {{kind: Job, name: j}}}}}}]",
            ["Job/j"],
        ),
    ],
)
def test_autoscaler(text: str, targets: list[str]) -> None:
    found = [one for one in objects(f"{{{text}}}") if isinstance(one, Autoscaler)]
    assert [f"{one.target_kind}/{one.target_name}" for one in found] == targets
