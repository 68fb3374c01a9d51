"""A Service as a cluster prints it: what in it was applied, and what the cluster made of it."""

from svclint.apiserver.allocator import Allocator
from svclint.apiserver.data import Data, Object, copied, part, strings, text
from svclint.apiserver.existing import cluster_with
from svclint.apiserver.manifest import Manifest
from svclint.apiserver.schema import Type, service_type
from svclint.apiserver.strategic import field_of, item_of
from svclint.policy.cluster import ClusterPolicy

LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration"
_SERVER_SET = ("uid", "resourceVersion", "generation", "creationTimestamp", "managedFields", "selfLink")
_ALLOCATED = ("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "healthCheckNodePort")
_DEFAULTS: Object = {
    "sessionAffinity": "None",
    "internalTrafficPolicy": "Cluster",
    "externalTrafficPolicy": "Cluster",
    "allocateLoadBalancerNodePorts": True,
}


def is_live(service: Object) -> bool:
    """Whether only a cluster can have printed it: identities that the API server gives (ObjectMeta's uid, resourceVersion)."""
    metadata = service.get("metadata")
    return isinstance(metadata, dict) and any(metadata.get(name) for name in ("uid", "resourceVersion", "managedFields"))


def written_part(live: Object, how: str, kubernetes_version: str) -> Object:
    """What of a live Service was written by whoever applies manifests in one of request.WAYS; the rest was allocated or defaulted.

    For "apply" the annotation tells, for "server-side-apply" the managed fields, or else the annotation; where they say nothing,
    nothing is known to be written. "replace" writes all, so all that is neither allocated nor a default counts.
    """
    if how == "replace":
        return _without_allocated(live)
    if how == "server-side-apply":
        fields = _applied_fields(live)
        if fields:
            found = _owned(live, fields, service_type(kubernetes_version))
            return found if isinstance(found, dict) else {}
    return _last_applied(live)


def live_cluster(live: Object, cluster: ClusterPolicy, kubernetes_version: str) -> tuple[Object, Allocator]:
    """What is stored where a cluster printed `live`, and the cluster that it is in."""
    stored = copied(live)
    stored.pop("status", None)
    for name in _SERVER_SET:
        part(stored, "metadata").pop(name, None)
    return cluster_with(Manifest(stored), cluster, kubernetes_version)


def as_sent(new: Manifest, live: Object) -> Manifest:
    """The manifest as kubectl sends it: in the namespace of the object, and with annotations, since it adds its own."""
    data = copied(new.data)
    metadata = part(data, "metadata")
    namespace = text(part(live, "metadata"), "namespace")
    if namespace and not metadata.get("namespace"):
        metadata["namespace"] = namespace
    if metadata.get("annotations") is None:
        metadata["annotations"] = {}
    return new._replace(data=data)


def _last_applied(live: Object) -> Object:
    applied = strings(part(live, "metadata"), "annotations").get(LAST_APPLIED)
    if not applied:
        return {}
    import json  # noqa: PLC0415 - only for what a cluster printed

    try:
        found = json.loads(applied)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _applied_fields(live: Object) -> Object:
    """The fieldsV1 of whoever applied on the server; else those of kubectl's client-side apply, which kubectl hands over (csaupgrade)."""
    managed = part(live, "metadata").get("managedFields")
    entries = [entry for entry in managed if isinstance(entry, dict)] if isinstance(managed, list) else []
    applied = [entry for entry in entries if entry.get("operation") == "Apply" and not entry.get("subresource")]
    applied = applied or [entry for entry in entries if entry.get("manager") == "kubectl-client-side-apply"]
    # Several appliers: each prunes its own alone. Which of them the repository is, nobody knows: kubectl, or else the first.
    applied.sort(key=lambda entry: entry.get("manager") != "kubectl")
    fields = applied[0].get("fieldsV1") if applied else None
    return fields if isinstance(fields, dict) else {}


def _owned(live: Data, fields: Object, kind: Type) -> Data:
    """The part of a value that a set of fields names (sigs.k8s.io/structured-merge-diff fieldpath serialize.go)."""
    inner = {key: value for key, value in fields.items() if key != "."}
    if isinstance(live, dict) and any(key.startswith("f:") for key in inner):
        named = {key[2:]: value for key, value in inner.items() if key.startswith("f:")}
        return {
            name: _owned(live[name], below, field_of(kind, name))
            for name, below in named.items()
            if name in live and isinstance(below, dict)
        }
    if isinstance(live, list) and any(key.startswith("k:") for key in inner):
        return [_owned(item, below, item_of(kind)) for item in live for below in _named_item(item, inner)]
    return live


def _named_item(item: Data, fields: Object) -> list[Object]:
    import json  # noqa: PLC0415 - as above

    for key, below in fields.items():
        try:
            keys = json.loads(key[2:]) if key.startswith("k:") else None
        except (ValueError, RecursionError):
            continue
        if isinstance(keys, dict) and isinstance(item, dict) and isinstance(below, dict) and keys.items() <= item.items():
            return [below]
    return []


def _without_allocated(live: Object) -> Object:
    found = copied(live)
    found.pop("status", None)
    for name in _SERVER_SET:
        part(found, "metadata").pop(name, None)
    spec = part(found, "spec")
    for name in _ALLOCATED:
        if spec.get(name) not in ("None", ["None"]):
            spec.pop(name, None)
    for name, value in _DEFAULTS.items():
        if spec.get(name) == value:
            spec.pop(name)
    ports = spec.get("ports")
    for port in ports if isinstance(ports, list) else []:
        if isinstance(port, dict):
            port.pop("nodePort", None)
    return found
