"""Where the kinds that make pods keep their pod templates. Data, one line a kind (semantics.md §4.1)."""

from svclint.record import NamedTuple


class TemplatePath(NamedTuple):
    """The dotted path of a pod template, "" for the object itself; `name[]` stands for each item of a list.

    `part` tells the templates of one object apart: leader and worker; with `named_by` it is what the item of the list has in that
    field. `stands_for` is the part whose pods are made by this template too where it has none of its own.
    """

    path: str
    part: str = ""
    named_by: str = ""
    stands_for: str = ""


class PodKind(NamedTuple):
    """A kind that makes pods.

    `group` is the API group that the kind must have; None where several groups use the name in the same way.
    `ports_declared` is False where the pods' containers are not the manifest's: ports are then never judged.
    `ends` is True where the pods are made to finish.
    """

    kind: str
    group: str | None
    templates: tuple[TemplatePath, ...]
    ports_declared: bool = True
    ends: bool = False


class PodSetting(NamedTuple):
    """A kind that the settings describe, of exactly this apiVersion: dotted paths of its pods' labels and of its list of containers.

    `containers` is empty where the manifest does not describe them: ports are then never judged.
    """

    api_version: str
    kind: str
    labels: str
    containers: str = ""


_SELF = (TemplatePath(""),)
_TEMPLATE = (TemplatePath("spec.template"),)
_JOB = "spec.jobTemplate.spec.template"
_RAY_GROUPS = ("headGroupSpec.template", "workerGroupSpecs[].template")
_UNITED = ("statefulSetTemplate", "advancedStatefulSetTemplate", "cloneSetTemplate", "deploymentTemplate")
_LEADER_WORKER = (
    TemplatePath("spec.leaderWorkerTemplate.leaderTemplate", "leader"),
    TemplatePath("spec.leaderWorkerTemplate.workerTemplate", "worker", stands_for="leader"),
)


def _paths(*paths: str) -> tuple[TemplatePath, ...]:
    return tuple(map(TemplatePath, paths))


def _ray(cluster: str) -> tuple[TemplatePath, ...]:
    head, workers = (f"{cluster}.{group}" for group in _RAY_GROUPS)
    return TemplatePath(head, "headgroup"), TemplatePath(workers, named_by="groupName")


POD_KINDS: dict[str, tuple[PodKind, ...]] = {}
for _line in (
    PodKind("Pod", "", _SELF),
    PodKind("ReplicationController", "", _TEMPLATE),
    PodKind("PodTemplate", "", _paths("template")),
    PodKind("Deployment", None, _TEMPLATE),
    PodKind("ReplicaSet", None, _TEMPLATE),
    PodKind("DaemonSet", None, _TEMPLATE),
    PodKind("StatefulSet", None, _TEMPLATE),
    PodKind("Job", "batch", _TEMPLATE, ends=True),
    PodKind("CronJob", "batch", _paths(_JOB), ends=True),
    PodKind("DeploymentConfig", "apps.openshift.io", _TEMPLATE),
    PodKind("DeploymentConfig", "", _TEMPLATE),
    PodKind("Rollout", "argoproj.io", _TEMPLATE),
    PodKind("Experiment", "argoproj.io", (TemplatePath("spec.templates[].template", named_by="name"),), ends=True),
    PodKind("CloneSet", "apps.kruise.io", _TEMPLATE),
    PodKind("BroadcastJob", "apps.kruise.io", _TEMPLATE, ends=True),
    PodKind(
        "AdvancedCronJob",
        "apps.kruise.io",
        _paths("spec.template.jobTemplate.spec.template", "spec.template.broadcastJobTemplate.spec.template"),
        ends=True,
    ),
    PodKind("UnitedDeployment", "apps.kruise.io", _paths(*(f"spec.template.{name}.spec.template" for name in _UNITED))),
    PodKind("LeaderWorkerSet", "leaderworkerset.x-k8s.io", _LEADER_WORKER),
    PodKind("JobSet", "jobset.x-k8s.io", (TemplatePath("spec.replicatedJobs[].template.spec.template", named_by="name"),), ends=True),
    PodKind("RayCluster", "ray.io", _ray("spec")),
    PodKind("RayService", "ray.io", _ray("spec.rayClusterConfig")),
    PodKind("RayJob", "ray.io", (*_ray("spec.rayClusterSpec"), TemplatePath("spec.submitterPodTemplate", "submitter")), ends=True),
    PodKind("ScaledJob", "keda.sh", _paths("spec.jobTargetRef.template"), ends=True),
    # Their port is renamed, and a proxy of Knative's own stands before it.
    PodKind("Service", "serving.knative.dev", _TEMPLATE, ports_declared=False),
    PodKind("Configuration", "serving.knative.dev", _TEMPLATE, ports_declared=False),
    PodKind("VirtualMachine", "kubevirt.io", _TEMPLATE, ports_declared=False),
    PodKind("VirtualMachineInstance", "kubevirt.io", _SELF, ports_declared=False),
    PodKind("VirtualMachineInstanceReplicaSet", "kubevirt.io", _TEMPLATE, ports_declared=False),
    PodKind("VirtualMachinePool", "pool.kubevirt.io", _paths("spec.virtualMachineTemplate.spec.template"), ports_declared=False),
):
    POD_KINDS[_line.kind] = (*POD_KINDS.get(_line.kind, ()), _line)


def pod_kind(kind: str, group: str) -> PodKind | None:
    """The table's line for a kind of an API group ("" for the core group), or None for a kind it does not know."""
    for line in POD_KINDS.get(kind, ()):
        if line.group is None or line.group == group:
            return line
    return None


def ends(kind: str) -> bool:
    """Whether an unknown kind is made to finish, by its name: PyTorchJob, Workflow."""
    return kind.endswith(("Job", "Workflow"))
