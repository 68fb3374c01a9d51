"""Labels that controllers add: which workload's pods can have them."""

from collections.abc import Iterator

import pytest

from svclint.model.autoscaler import Autoscaler
from svclint.model.service import Service
from svclint.workspace.added import Chance, PodIndex, PodLabels
from svclint.workspace.selection import Resolver
from svclint.workspace.universe import Membership, Universe
from tests.support.objects import objects, workloads

NO, POSSIBLE, CERTAIN = Chance
POD = "template: {metadata: {labels: {app: web, zone: master}}, spec: {containers: []}}"
SCALER = "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, spec: {scaleTargetRef: {kind: StatefulSet, name: scaled}}}"


def one(kind: str, version: str, spec: str, name: str = "web") -> str:
    return f"{{apiVersion: {version}, kind: {kind}, metadata: {{name: {name}}}, spec: {{{spec}}}}}"


MANIFESTS = {
    "sts": one("StatefulSet", "apps/v1", f"replicas: 3, {POD}"),
    "sts from 5": one("StatefulSet", "apps/v1", f"replicas: 2, ordinals: {{start: 5}}, {POD}"),
    "sts without replicas": one("StatefulSet", "apps/v1", POD),
    "sts at rest": one("StatefulSet", "apps/v1", f"replicas: 0, {POD}"),
    "sts scaled": one("StatefulSet", "apps/v1", f"replicas: 1, {POD}", "scaled"),
    "sts unnamed": one("StatefulSet", "apps/v1", f"replicas: 1, {POD}", "''"),
    "sts with the label": one("StatefulSet", "apps/v1", f"replicas: 1, {POD.replace('zone:', 'statefulset.kubernetes.io/pod-name:')}"),
    "deploy": one("Deployment", "apps/v1", POD),
    "deploy meshed": one("Deployment", "apps/v1", POD.replace("zone: master", "istio.io/rev: one")),
    "deploy with role": one("Deployment", "apps/v1", POD.replace("zone: master", "role: replica")),
    "deploy plain": one("Deployment", "apps/v1", POD.replace(", zone: master", "")),
    "ds": one("DaemonSet", "apps/v1", POD),
    "job": one("Job", "batch/v1", POD),
    "cron": one("CronJob", "batch/v1", f"jobTemplate: {{spec: {{{POD}}}}}"),
    "lws": one(
        "LeaderWorkerSet", "leaderworkerset.x-k8s.io/v1", f"leaderWorkerTemplate: {{{POD.replace('template', 'workerTemplate', 1)}}}"
    ),
    "jobset": one("JobSet", "jobset.x-k8s.io/v1alpha2", f"replicatedJobs: [{{name: driver, template: {{spec: {{{POD}}}}}}}]"),
    "ray": one("RayCluster", "ray.io/v1", f"headGroupSpec: {{{POD}}}"),
    "ray workers": one("RayCluster", "ray.io/v1", f"workerGroupSpecs: [{{groupName: small, {POD}}}]"),
    "ray service": one("RayService", "ray.io/v1", f"rayClusterConfig: {{headGroupSpec: {{{POD}}}}}"),
    "vm": one("VirtualMachine", "kubevirt.io/v1", POD),
    "dc": one("DeploymentConfig", "apps.openshift.io/v1", POD),
    "pod": one("Pod", "v1", "containers: []"),
}
NAME = "statefulset.kubernetes.io/pod-name"
CASES = {
    ("sts", f"{NAME}=web-0"): CERTAIN,
    ("sts", f"{NAME}=web-2"): CERTAIN,
    ("sts", f"{NAME}=web-3"): NO,
    ("sts", f"{NAME}=web-00"): NO,
    ("sts", f"{NAME}=web-"): NO,
    ("sts", f"{NAME}=db-0"): NO,
    ("sts", f"{NAME}=my-web-0"): NO,
    ("sts from 5", f"{NAME}=web-4"): NO,
    ("sts from 5", f"{NAME}=web-6"): CERTAIN,
    ("sts from 5", f"{NAME}=web-7"): NO,
    ("sts without replicas", f"{NAME}=web-9"): POSSIBLE,
    ("sts at rest", f"{NAME}=web-0"): POSSIBLE,
    ("sts scaled", f"{NAME}=scaled-7"): POSSIBLE,
    ("sts unnamed", f"{NAME}=web-0"): POSSIBLE,
    ("sts with the label", f"{NAME}=web-0"): CERTAIN,
    ("sts with the label", f"{NAME}=master"): CERTAIN,
    ("sts with the label", f"{NAME}=other-0"): NO,
    ("deploy", f"{NAME}=web-0"): NO,
    ("pod", f"{NAME}=web-0"): NO,
    ("sts", "apps.kubernetes.io/pod-index=2"): CERTAIN,
    ("sts", "apps.kubernetes.io/pod-index=3"): NO,
    ("deploy", "pod-template-hash=abc"): POSSIBLE,
    ("ds", "pod-template-hash=abc"): NO,
    ("ds", "controller-revision-hash=abc"): POSSIBLE,
    ("sts", "controller-revision-hash=web-abc"): POSSIBLE,
    ("sts", "controller-revision-hash=abc"): NO,
    ("job", "job-name=web"): CERTAIN,
    ("job", "batch.kubernetes.io/job-name=web-1"): NO,
    ("cron", "job-name=web-28391023"): POSSIBLE,
    ("cron", "job-name=web"): NO,
    ("lws", "leaderworkerset.sigs.k8s.io/name=web"): CERTAIN,
    ("lws", "leaderworkerset.sigs.k8s.io/name=db"): NO,
    ("lws", "leaderworkerset.sigs.k8s.io/worker-index=0"): CERTAIN,
    ("lws", "leaderworkerset.sigs.k8s.io/worker-index=4"): POSSIBLE,
    ("jobset", "jobset.sigs.k8s.io/replicatedjob-name=driver"): CERTAIN,
    ("jobset", "jobset.sigs.k8s.io/replicatedjob-name=worker"): NO,
    ("jobset", "jobset.sigs.k8s.io/job-index=x"): NO,
    ("ray", "ray.io/node-type=head"): CERTAIN,
    ("ray", "ray.io/node-type=worker"): NO,
    ("ray", "ray.io/cluster=web"): CERTAIN,
    ("ray workers", "ray.io/node-type=worker"): CERTAIN,
    ("ray workers", "ray.io/node-type=head"): NO,
    ("ray workers", "ray.io/group=small"): CERTAIN,
    ("ray service", "ray.io/cluster=web-x7k2p"): POSSIBLE,
    ("ray service", "ray.io/cluster=web"): NO,
    ("vm", "kubevirt.io=virt-launcher"): CERTAIN,
    ("vm", "vm.kubevirt.io/name=other"): NO,
    ("dc", "deploymentconfig=web"): CERTAIN,
    ("dc", "deployment=web-3"): POSSIBLE,
    ("deploy", "deployment=web-3"): NO,
    ("deploy", "security.istio.io/tlsMode=istio"): CERTAIN,
    ("deploy", "istio.io/rev=two"): POSSIBLE,
    ("deploy meshed", "istio.io/rev=two"): NO,
    ("deploy", "topology.kubernetes.io/zone=a"): POSSIBLE,
    ("deploy", "app=web"): CERTAIN,
    ("deploy", "app=db"): NO,
    # A role that pods give themselves, unless the template says otherwise, under that key or another.
    ("deploy plain", "role=master"): POSSIBLE,
    ("deploy", "role=master"): NO,
    ("deploy with role", "role=master"): NO,
    ("deploy with role", "role=replica"): CERTAIN,
    ("deploy plain", "role=waiter"): NO,
    ("deploy plain", "spilo-role=master"): POSSIBLE,
}


@pytest.mark.parametrize(("case", "chance"), CASES.items(), ids=lambda value: " ".join(value) if isinstance(value, tuple) else value.name)
def test_chance(case: tuple[str, str], chance: Chance) -> None:
    scalers = [found for found in objects(SCALER) if isinstance(found, Autoscaler)]
    (workload,) = workloads(MANIFESTS[case[0]])
    key, _, value = case[1].partition("=")
    assert PodLabels(scalers).chance(workload, key, value) is chance


def test_topology_before_1_35() -> None:
    (workload,) = workloads(MANIFESTS["deploy"])
    assert PodLabels((), "1.34").chance(workload, "topology.kubernetes.io/zone", "a") is NO


def service(selector: str) -> Service:
    found = objects(f"{{apiVersion: v1, kind: Service, metadata: {{name: s}}, spec: {{selector: {{{selector}}}}}}}")[0]
    assert isinstance(found, Service)
    return found


SELECTORS = [case[1].replace("=", ": ", 1) for case in CASES]


@pytest.mark.parametrize("selector", SELECTORS)
def test_the_index_finds_what_judging_all_finds(selector: str) -> None:
    everything = [found for text in MANIFESTS.values() for found in workloads(text)]
    labels, pairs = PodLabels(), service(selector.replace(": ", ": '", 1) + "'").selector
    candidates = PodIndex(everything).candidates(pairs)
    assert candidates is None or {found for found in everything if labels.selected(found, pairs)} <= set(candidates)


def _world() -> Iterator[tuple[str, list[str], bool]]:
    """A selector, the workloads that it selects, and whether that can be judged."""
    yield f"app: web, {NAME}: db-0", ["db"], True
    yield f"app: web, {NAME}: db-7", [], True
    yield f"{NAME}: web-1", ["web"], True
    yield "app: web", ["web", "db", "front"], True
    yield "app: web, role: primary", ["front"], True  # where one says so, the others do not
    yield "app: web, role: replica", ["web", "db"], True
    yield "role: replica", [], False
    yield "pod-template-hash: abc", [], False
    yield "app: web, pod-template-hash: abc", ["front"], True
    yield "app: web, topology.kubernetes.io/zone: a", ["web", "db", "front"], True
    yield "app.kubernetes.io/name: prometheus", ["prom"], True
    yield "app.kubernetes.io/name: alertmanager", [], False
    yield "strimzi.io/cluster: k", [], False
    yield "app: none", [], True
    yield "app: 1", [], False
    yield "", [], False


@pytest.mark.parametrize(("selector", "names", "judgeable"), list(_world()))
def test_selection(selector: str, names: list[str], *, judgeable: bool) -> None:
    plain = POD.replace(", zone: master", "")
    texts = (
        one("StatefulSet", "apps/v1", f"replicas: 3, {plain}"),
        one("StatefulSet", "apps/v1", f"replicas: 3, {plain}", "db"),
        one("Deployment", "apps/v1", plain.replace("app: web", "app: web, role: primary"), "front"),
        one("Deployment", "apps/v1", plain.replace("app", "app.kubernetes.io/name").replace(": web", ": prometheus"), "prom"),
    )
    one_service = service(selector)
    everything = tuple(found for text in texts for found in workloads(text))
    around = (Universe(Membership(), (), (one_service,), everything),)
    selection = Resolver(PodLabels(), "default").select(one_service, around)
    assert ([found.name for found in selection.workloads], selection.judgeable and not selection.operator_made) == (names, judgeable)
