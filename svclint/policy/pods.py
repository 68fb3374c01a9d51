"""Where the kinds that make pods keep their pod template. Data, one line a kind (semantics.md §4.1)."""

from typing import NamedTuple


class PodKind(NamedTuple):
    """A kind that makes pods: `template` is the dotted path of the pod template, "" for the object itself.

    `group` is the API group that the kind must have; None where several groups use the name in the same way.
    `ports_declared` is False where the pods' containers are not the manifest's: ports are then never judged.
    """

    kind: str
    group: str | None
    template: str
    ports_declared: bool = True


POD_KINDS: dict[str, tuple[PodKind, ...]] = {}
for _line in (
    PodKind("Pod", "", ""),
    PodKind("ReplicationController", "", "spec.template"),
    PodKind("PodTemplate", "", "template"),
    PodKind("Deployment", None, "spec.template"),
    PodKind("ReplicaSet", None, "spec.template"),
    PodKind("DaemonSet", None, "spec.template"),
    PodKind("StatefulSet", None, "spec.template"),
    PodKind("Job", "batch", "spec.template"),
    PodKind("CronJob", "batch", "spec.jobTemplate.spec.template"),
    PodKind("DeploymentConfig", "apps.openshift.io", "spec.template"),
    PodKind("Rollout", "argoproj.io", "spec.template"),
    PodKind("CloneSet", "apps.kruise.io", "spec.template"),
    PodKind("VirtualMachine", "kubevirt.io", "spec.template", ports_declared=False),
    PodKind("VirtualMachineInstance", "kubevirt.io", "", ports_declared=False),
    PodKind("VirtualMachineInstanceReplicaSet", "kubevirt.io", "spec.template", ports_declared=False),
    PodKind("VirtualMachinePool", "pool.kubevirt.io", "spec.virtualMachineTemplate.spec.template", ports_declared=False),
):
    POD_KINDS[_line.kind] = (*POD_KINDS.get(_line.kind, ()), _line)


def pod_kind(kind: str, group: str) -> PodKind | None:
    """The table's line for a kind of an API group ("" for the core group), or None for a kind it does not know."""
    for line in POD_KINDS.get(kind, ()):
        if line.group is None or line.group == group:
            return line
    return None
