"""By what kustomize merges the lists of built-in kinds, as its OpenAPI says (kyaml openapi/kubernetesapi/v1_21_2)."""

from svclint.record import NamedTuple


class Schema(NamedTuple):
    """`fields` are those of an object; of a list, those of its items, with the `keys` by which they are merged."""

    fields: "dict[str, Schema]"
    keys: tuple[str, ...] = ()


def _list(*keys: str, **fields: Schema) -> Schema:
    return Schema(fields, keys)


_CONTAINERS = _list(
    "name",
    ports=_list("containerPort", "protocol"),
    env=_list("name"),
    volumeMounts=_list("mountPath"),
    volumeDevices=_list("devicePath"),
)
_POD = {
    "spec": Schema(
        {
            "containers": _CONTAINERS,
            "initContainers": _CONTAINERS,
            "ephemeralContainers": _CONTAINERS,
            "volumes": _list("name"),
            "imagePullSecrets": _list("name"),
            "hostAliases": _list("ip"),
            "topologySpreadConstraints": _list("topologyKey", "whenUnsatisfiable"),
        }
    )
}
_TEMPLATE = Schema(_POD)
_WORKLOAD = Schema({"spec": Schema({"template": _TEMPLATE})})
_JOB_TEMPLATE = Schema({"spec": Schema({"template": _TEMPLATE})})
_CRON_JOB = Schema({"spec": Schema({"jobTemplate": _JOB_TEMPLATE})})

_SCHEMAS = {
    ("v1", "Service"): Schema({"spec": Schema({"ports": _list("port", "protocol")})}),
    ("v1", "Pod"): Schema(_POD),
    ("v1", "PodTemplate"): Schema({"template": _TEMPLATE}),
    ("v1", "ReplicationController"): _WORKLOAD,
    ("apps/v1", "Deployment"): _WORKLOAD,
    ("apps/v1", "ReplicaSet"): _WORKLOAD,
    ("apps/v1", "DaemonSet"): _WORKLOAD,
    ("apps/v1", "StatefulSet"): _WORKLOAD,
    ("batch/v1", "Job"): _WORKLOAD,
    ("batch/v1", "CronJob"): _CRON_JOB,
    ("batch/v1beta1", "CronJob"): _CRON_JOB,
}


def schema_of(api_version: str, kind: str) -> Schema | None:
    """What is known of a kind; None for one whose lists are all replaced whole."""
    return _SCHEMAS.get((api_version, kind))
