"""Labels that controllers write on the pods they make: no pod template shows them. Data (semantics.md §4.2)."""

from enum import Enum, auto

from svclint.record import NamedTuple


class Follows(Enum):
    """What the value of an added label follows from."""

    NAME = auto()
    """It is the workload's name."""
    NAME_AND_ORDINAL = auto()
    """The workload's name, a dash, and the ordinal of the pod."""
    NAME_AND_MORE = auto()
    """The workload's name, a dash, and what nobody can foretell."""
    PART = auto()
    """The part of the workload whose template it is: a replicated job, a group of workers."""
    ORDINAL = auto()
    """The ordinal of the pod."""
    INDEX = auto()
    """A number from 0."""
    WORDS = auto()
    """One of the words of the line."""
    NOTHING = auto()
    """Nothing that manifests show: a hash, an id, the zone of a node."""


class Added(NamedTuple):
    """A label that a controller adds: to the pods of these kinds, of all where there is none.

    `part`: only to those of that part of the workload; `but`: to those of every other. A label of all kinds is added where
    the template has none of that key; the other controllers overwrite. `minor` is the 1.x of
    Kubernetes that it came with.
    """

    key: str
    follows: Follows
    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    part: str = ""
    but: str = ""
    minor: int = 28


_CRON = ("CronJob",)
_RAY = ("RayCluster", "RayService", "RayJob")
_RAY_OWNERS = ("RayService", "RayJob")
_LWS = ("LeaderWorkerSet",)
_VMS = ("VirtualMachine", "VirtualMachineInstance")
_MANY_VMS = ("VirtualMachineInstanceReplicaSet", "VirtualMachinePool")
_KNATIVE = ("Service", "Configuration")
_PROXIED = ("cronjob", "daemonset", "deployment", "job", "replicaset", "replicationcontroller", "statefulset")

ADDED: tuple[Added, ...] = (
    Added("statefulset.kubernetes.io/pod-name", Follows.NAME_AND_ORDINAL, ("StatefulSet",)),
    Added("statefulset.kubernetes.io/pod-name", Follows.NOTHING, ("UnitedDeployment",)),
    Added("apps.kubernetes.io/pod-index", Follows.ORDINAL, ("StatefulSet",)),
    Added("apps.kubernetes.io/pod-index", Follows.INDEX, ("UnitedDeployment",)),
    Added("apps.kruise.io/subset-name", Follows.NOTHING, ("UnitedDeployment",)),
    Added("controller-revision-hash", Follows.NAME_AND_MORE, ("StatefulSet",)),
    Added("controller-revision-hash", Follows.NOTHING, ("DaemonSet", "CloneSet", "UnitedDeployment", *_LWS)),
    Added("pod-template-generation", Follows.INDEX, ("DaemonSet",)),
    Added("pod-template-hash", Follows.NOTHING, ("Deployment", "ReplicaSet", "Rollout", "CloneSet", "UnitedDeployment")),
    Added("rollouts-pod-template-hash", Follows.NOTHING, ("Rollout", "Experiment", "Deployment", "ReplicaSet")),
    *(Added(key, Follows.NAME, ("Job", "BroadcastJob")) for key in ("job-name", "batch.kubernetes.io/job-name")),
    *(Added(key, Follows.NAME_AND_MORE, (*_CRON, "JobSet", "RayJob")) for key in ("job-name", "batch.kubernetes.io/job-name")),
    *(
        Added(key, Follows.NOTHING, ("Job", "CronJob", "JobSet", "BroadcastJob"))
        for key in ("controller-uid", "batch.kubernetes.io/controller-uid")
    ),
    Added("batch.kubernetes.io/job-completion-index", Follows.INDEX, ("Job", "CronJob", "JobSet")),
    Added("deploymentconfig", Follows.NAME, ("DeploymentConfig",)),
    Added("deployment", Follows.NAME_AND_MORE, ("DeploymentConfig",)),
    Added("leaderworkerset.sigs.k8s.io/name", Follows.NAME, _LWS),
    Added("leaderworkerset.sigs.k8s.io/group-index", Follows.INDEX, _LWS),
    Added("leaderworkerset.sigs.k8s.io/worker-index", Follows.WORDS, _LWS, ("0",), part="leader"),
    Added("leaderworkerset.sigs.k8s.io/worker-index", Follows.INDEX, _LWS, but="leader"),
    Added("leaderworkerset.sigs.k8s.io/group-key", Follows.NOTHING, _LWS),
    Added("leaderworkerset.sigs.k8s.io/template-revision-hash", Follows.NOTHING, _LWS),
    Added("leaderworkerset.sigs.k8s.io/subgroup-index", Follows.INDEX, _LWS),
    Added("leaderworkerset.sigs.k8s.io/subgroup-key", Follows.NOTHING, _LWS),
    Added("jobset.sigs.k8s.io/jobset-name", Follows.NAME, ("JobSet",)),
    Added("jobset.sigs.k8s.io/jobset-uid", Follows.NOTHING, ("JobSet",)),
    Added("jobset.sigs.k8s.io/replicatedjob-name", Follows.PART, ("JobSet",)),
    Added("jobset.sigs.k8s.io/group-name", Follows.NOTHING, ("JobSet",)),
    *(
        Added(f"jobset.sigs.k8s.io/{key}", Follows.INDEX, ("JobSet",))
        for key in ("job-index", "job-global-index", "restart-attempt", "replicatedjob-replicas", "global-replicas")
    ),
    Added("jobset.sigs.k8s.io/job-key", Follows.NOTHING, ("JobSet",)),
    Added("ray.io/cluster", Follows.NAME, ("RayCluster",)),
    Added("ray.io/cluster", Follows.NAME_AND_MORE, _RAY_OWNERS),
    Added("ray.io/originated-from-cr-name", Follows.NAME, _RAY),
    Added("ray.io/originated-from-crd", Follows.WORDS, _RAY, _RAY),
    Added("ray.io/is-ray-node", Follows.WORDS, _RAY, ("yes",)),
    Added("ray.io/node-type", Follows.WORDS, _RAY, ("head",), part="headgroup"),
    Added("ray.io/node-type", Follows.WORDS, _RAY, ("worker",), but="headgroup"),
    Added("ray.io/group", Follows.PART, _RAY),
    Added("ray.io/identifier", Follows.NAME_AND_MORE, _RAY),
    Added("ray.io/serve", Follows.WORDS, _RAY, ("true", "false")),
    Added("ray.io/cluster-dashboard", Follows.NAME_AND_MORE, _RAY),
    Added("app.kubernetes.io/name", Follows.WORDS, _RAY, ("kuberay",)),
    Added("app.kubernetes.io/created-by", Follows.WORDS, _RAY, ("kuberay-operator",)),
    Added("kubevirt.io", Follows.WORDS, (*_VMS, *_MANY_VMS), ("virt-launcher",)),
    Added("kubevirt.io/created-by", Follows.NOTHING, (*_VMS, *_MANY_VMS)),
    Added("kubevirt.io/nodeName", Follows.NOTHING, (*_VMS, *_MANY_VMS)),
    Added("vm.kubevirt.io/name", Follows.NAME, _VMS),
    Added("vm.kubevirt.io/name", Follows.NAME_AND_MORE, _MANY_VMS),
    *(Added(f"serving.knative.dev/{key}", Follows.NAME, _KNATIVE) for key in ("service", "configuration")),
    Added("serving.knative.dev/revision", Follows.NAME_AND_MORE, _KNATIVE),
    *(
        Added(f"serving.knative.dev/{key}", Follows.NOTHING, _KNATIVE)
        for key in ("revisionUID", "serviceUID", "configurationUID", "configurationGeneration")
    ),
    *(Added(f"topology.kubernetes.io/{key}", Follows.NOTHING, minor=35) for key in ("zone", "region")),
    Added("security.istio.io/tlsMode", Follows.WORDS, words=("istio",)),
    *(Added(f"service.istio.io/{key}", Follows.NOTHING) for key in ("canonical-name", "canonical-revision")),
    *(Added(key, Follows.NOTHING) for key in ("istio.io/rev", "sidecar.istio.io/inject", "topology.istio.io/network")),
    *(Added(f"linkerd.io/{key}", Follows.NOTHING) for key in ("control-plane-ns", "workload-ns")),
    *(Added(f"linkerd.io/proxy-{kind}", Follows.NOTHING) for kind in _PROXIED),
)

ADDED_BY_KEY: dict[str, tuple[Added, ...]] = {}
for _line in ADDED:
    ADDED_BY_KEY[_line.key] = (*ADDED_BY_KEY.get(_line.key, ()), _line)
ADDED_TO_KIND: dict[str, tuple[Added, ...]] = {}
for _line in ADDED:
    for _kind in _line.kinds:
        ADDED_TO_KIND[_kind] = (*ADDED_TO_KIND.get(_kind, ()), _line)

UNFORESEEABLE = frozenset(
    key for key, lines in ADDED_BY_KEY.items() if all(line.follows is Follows.NOTHING or not line.kinds for line in lines)
)
"""Added keys whose values tell nothing about which workload has them."""

# Roles that a cluster of databases deals out among its pods: Patroni, CloudNativePG, Sentinel and their like.
_ROLES = frozenset("leader master primary replica secondary slave standby standby-leader standby_leader sync_standby".split())
_RUN_TIME_KEYS = frozenset(
    """
    cnpg.io/instanceRole patroni.zalando.org/role postgres-operator.crunchydata.com/role redis-role redisfailovers-role spilo-role
    vault-active vault-initialized vault-perf-standby vault-sealed vault-version
    """.split()
)


def is_run_time(key: str, value: str) -> bool:
    """Whether a pod may get this label from its own process while it runs: whatever its template says, it can be selected by the rest."""
    return key in _RUN_TIME_KEYS or (key == "role" and value in _ROLES)
