"""Which pod templates an object has: one line a kind, the template where that kind keeps it."""

import pytest

from svclint.policy.pods import PodSetting
from tests.support.objects import objects, workloads

POD = "{metadata: {labels: {app: %s}}, spec: {containers: [{name: c, ports: [{containerPort: 80, name: http}]}]}}"
A, B = POD % "a", POD % "b"
GROUPS = f"headGroupSpec: {{template: {A}}}, workerGroupSpecs: [{{groupName: g, template: {B}}}]"
JOB_A, JOB_B = (f"template: {{spec: {{template: {pod}}}}}" for pod in (A, B))

# apiVersion, kind, the rest of the object, and what comes out: label and part of each template, and its traits.
KINDS = [
    ("v1", "Pod", A[1:-1], ["a:"], ""),
    ("v1", "ReplicationController", f"spec: {{template: {A}}}", ["a:"], ""),
    ("v1", "PodTemplate", f"template: {A}", ["a:"], ""),
    ("apps/v1", "Deployment", f"spec: {{template: {A}}}", ["a:"], ""),
    ("extensions/v1beta1", "DaemonSet", f"spec: {{template: {A}}}", ["a:"], ""),
    ("apps/v1beta2", "ReplicaSet", f"spec: {{template: {A}}}", ["a:"], ""),
    ("apps.kruise.io/v1beta1", "StatefulSet", f"spec: {{template: {A}}}", ["a:"], ""),
    ("apps.kruise.io/v1alpha1", "DaemonSet", f"spec: {{template: {A}}}", ["a:"], ""),
    ("apps.kruise.io/v1alpha1", "CloneSet", f"spec: {{template: {A}}}", ["a:"], ""),
    ("apps.kruise.io/v1alpha1", "BroadcastJob", f"spec: {{template: {A}}}", ["a:"], "ends"),
    ("apps.kruise.io/v1alpha1", "AdvancedCronJob", f"spec: {{template: {{jobTemplate: {{spec: {{template: {A}}}}}}}}}", ["a:"], "ends"),
    (
        "apps.kruise.io/v1alpha1",
        "AdvancedCronJob",
        f"spec: {{template: {{broadcastJobTemplate: {{spec: {{template: {A}}}}}}}}}",
        ["a:"],
        "ends",
    ),
    *(
        ("apps.kruise.io/v1alpha1", "UnitedDeployment", f"spec: {{template: {{{name}: {{spec: {{template: {A}}}}}}}}}", ["a:"], "")
        for name in ("statefulSetTemplate", "advancedStatefulSetTemplate", "cloneSetTemplate", "deploymentTemplate")
    ),
    ("apps.kruise.io/v1alpha1", "SidecarSet", f"metadata: {{labels: {{app: a}}}}, {A[A.index('spec') : -1]}", [], ""),
    ("batch/v1", "Job", f"spec: {{template: {A}}}", ["a:"], "ends"),
    ("batch/v1beta1", "CronJob", f"spec: {{jobTemplate: {{metadata: {{labels: {{app: b}}}}, spec: {{template: {A}}}}}}}", ["a:"], "ends"),
    ("apps.openshift.io/v1", "DeploymentConfig", f"spec: {{template: {A}}}", ["a:"], ""),
    ("v1", "DeploymentConfig", f"spec: {{template: {A}}}", ["a:"], ""),
    ("argoproj.io/v1alpha1", "Rollout", f"spec: {{template: {A}}}", ["a:"], ""),
    ("argoproj.io/v1alpha1", "Rollout", "spec: {workloadRef: {kind: Deployment, name: web}}", [], ""),
    (
        "argoproj.io/v1alpha1",
        "Experiment",
        f"spec: {{templates: [{{name: one, template: {A}}}, {{name: two, template: {B}}}]}}",
        ["a:one", "b:two"],
        "ends",
    ),
    (
        "leaderworkerset.x-k8s.io/v1",
        "LeaderWorkerSet",
        f"spec: {{leaderWorkerTemplate: {{leaderTemplate: {A}, workerTemplate: {B}}}}}",
        ["a:leader", "b:worker"],
        "",
    ),
    ("leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet", f"spec: {{leaderWorkerTemplate: {{workerTemplate: {B}}}}}", ["b:"], ""),
    (
        "jobset.x-k8s.io/v1alpha2",
        "JobSet",
        f"spec: {{replicatedJobs: [{{name: x, {JOB_A}}}, {{name: z, {JOB_B}}}]}}",
        ["a:x", "b:z"],
        "ends",
    ),
    ("ray.io/v1", "RayCluster", f"spec: {{{GROUPS}}}", ["a:headgroup", "b:g"], ""),
    ("ray.io/v1", "RayService", f"spec: {{rayClusterConfig: {{{GROUPS}}}}}", ["a:headgroup", "b:g"], ""),
    ("ray.io/v1", "RayJob", f"spec: {{rayClusterSpec: {{{GROUPS}}}}}", ["a:headgroup", "b:g"], "ends"),
    ("keda.sh/v1alpha1", "ScaledJob", f"spec: {{jobTargetRef: {{template: {A}}}}}", ["a:"], "ends"),
    ("serving.knative.dev/v1", "Service", f"spec: {{template: {A}}}", ["a:"], "ports unknown"),
    ("serving.knative.dev/v1", "Configuration", f"spec: {{template: {A}}}", ["a:"], "ports unknown"),
    ("pkg.crossplane.io/v1", "Configuration", "spec: {package: a}", [], ""),
    ("kubevirt.io/v1", "VirtualMachine", "spec: {template: {metadata: {labels: {app: a}}, spec: {domain: {}}}}", ["a:"], "ports unknown"),
    ("kubevirt.io/v1", "VirtualMachineInstance", "metadata: {labels: {app: a}}", ["a:"], "ports unknown"),
    ("kubevirt.io/v1", "VirtualMachineInstanceReplicaSet", f"spec: {{template: {A}}}", ["a:"], "ports unknown"),
    (
        "pool.kubevirt.io/v1alpha1",
        "VirtualMachinePool",
        f"spec: {{virtualMachineTemplate: {{metadata: {{labels: {{app: b}}}}, spec: {{template: {A}}}}}}}",
        ["a:"],
        "ports unknown",
    ),
    # Kinds that nobody knows.
    ("example.com/v1", "Game", f"spec: {{levels: [{{pod: {A}}}, {{pod: {B}}}]}}", ["a:", "b:"], ""),
    ("kubeflow.org/v1", "PyTorchJob", f"spec: {{pytorchReplicaSpecs: {{Master: {{template: {A}}}}}}}", ["a:"], "ends"),
    ("batch.volcano.sh/v1alpha1", "Job", f"spec: {{tasks: [{{template: {A}}}]}}", ["a:"], "ends"),
    ("monitoring.coreos.com/v1", "Prometheus", "metadata: {labels: {app: a}}, spec: {containers: [{name: c}]}", [], ""),
    ("core.strimzi.io/v1beta2", "StrimziPodSet", f"spec: {{pods: [{A}]}}", ["a:"], ""),
    (
        "operators.coreos.com/v1alpha1",
        "ClusterServiceVersion",
        f"spec: {{install: {{spec: {{deployments: [{{name: m, label: {{app: b}}, spec: {{replicas: 2, template: {A}}}}}]}}}}}}",
        ["a:"],
        "",
    ),
    # Nothing of the right form where the template should be.
    ("apps/v1", "Deployment", "spec: {template: [1]}", [], ""),
    ("jobset.x-k8s.io/v1alpha2", "JobSet", "spec: {replicatedJobs: {name: x}}", [], ""),
    ("ray.io/v1", "RayCluster", "spec: {workerGroupSpecs: [1, null, {template: null}]}", [], ""),
]


@pytest.mark.parametrize(("version", "kind", "rest", "found", "traits"), KINDS, ids=lambda value: str(value)[:60])
def test_templates(version: str, kind: str, rest: str, found: list[str], traits: str) -> None:
    text = f"{{apiVersion: {version}, kind: {kind}, {rest}}}"
    read = workloads(text)
    assert [f"{one.pod_labels['app'].value}:{one.part}" for one in read] == found
    assert all(one.ports_declared == (traits != "ports unknown") for one in read)
    assert all(one.runs_to_end == (traits == "ends") for one in read)
    assert len(objects(text)) - len(read) == ("workloadRef" in text)
    listed = f"{{apiVersion: {version}, kind: {kind}List, items: [{{{rest}}}]}}"
    assert [str(one) for one in workloads(listed)] == [str(one) for one in read]


GAMES = (
    PodSetting("example.com/v1", "Game", "spec.pod.labels", "spec.pod.mains"),
    PodSetting("example.com/v1", "Toy", "spec.labels"),
    PodSetting("v1", "ConfigMap", "labels", "containers"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "{apiVersion: example.com/v1, kind: Game, spec: {pod: {labels: {a: b}, hostNetwork: true, mains: [{name: c}]}}}",
            [("b", 1, True, True)],
        ),
        ("{apiVersion: example.com/v1, kind: Game, spec: {pod: {labels: {a: b}}}}", [("b", 0, False, False)]),
        (f"{{apiVersion: example.com/v2, kind: Game, spec: {{template: {A.replace('app', 'a')}}}}}", [("a", 1, True, False)]),
        ("{apiVersion: example.com/v1, kind: Toy, spec: {labels: {a: c}}}", [("c", 0, False, False)]),
        ("{apiVersion: v1, kind: ConfigMap, labels: {a: d}, containers: [{}, {}]}", [("d", 2, True, False)]),
    ],
)
def test_kinds_of_the_settings(text: str, found: list[tuple[str, int, bool, bool]]) -> None:
    read = workloads(text, GAMES)
    assert [(one.pod_labels["a"].value, len(one.containers), one.ports_declared, one.host_network) for one in read] == found
