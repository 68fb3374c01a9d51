"""The API server's verdict on Services, for programs: what it would say to a manifest, without a cluster."""

from collections.abc import Sequence

from svclint.apiserver.allocator import Allocator
from svclint.apiserver.existing import cluster_with
from svclint.apiserver.fielderror import FieldError
from svclint.apiserver.judge import create as judge_create
from svclint.apiserver.judge_update import update as judge_update
from svclint.apiserver.manifest import read_text
from svclint.apiserver.request import WAYS, make_request
from svclint.policy.cluster import ClusterPolicy

__all__ = ["FieldError", "create", "create_all", "update"]

_NOTHING_KNOWN = ClusterPolicy()


def create(manifest: str, *, kubernetes_version: str = "1.36", cluster: ClusterPolicy = _NOTHING_KNOWN) -> tuple[FieldError, ...]:
    """What the API server holds against creating the Service of a manifest (YAML or JSON); nothing where it accepts it.

    Where it stops early, what it would say next is told too. Raises ValueError where `cluster` makes no sense.
    """
    return create_all([manifest], kubernetes_version=kubernetes_version, cluster=cluster)[0]


def update(
    old: str,
    new: str,
    how: str = "apply",
    *,
    kubernetes_version: str = "1.36",
    cluster: ClusterPolicy = _NOTHING_KNOWN,
) -> tuple[FieldError, ...]:
    """The same for making of the Service that `old` created the one that `new` describes.

    `how` is the way: "apply" (kubectl apply, with `old` as what was last applied), "server-side-apply" (forced) or
    "replace". Raises ValueError for any other.
    """
    if how not in WAYS:
        raise ValueError(f"no way of applying: {how!r}; there are {', '.join(WAYS)}")
    before, after = read_text(old), read_text(new)
    if before.faults and not before.data:
        return before.faults
    if after.faults and not after.data:
        return after.faults
    stored, allocator, _ = cluster_with(before, cluster, kubernetes_version)
    request = make_request(how, before, after, stored, kubernetes_version)
    return judge_update(request, stored, allocator, kubernetes_version).said


def create_all(
    manifests: Sequence[str], *, kubernetes_version: str = "1.36", cluster: ClusterPolicy = _NOTHING_KNOWN
) -> list[tuple[FieldError, ...]]:
    """The verdicts on creating several Services one after another in one cluster: numbers and addresses collide.

    A refused Service takes nothing. Numbers that the cluster chooses itself never collide.
    """
    allocator = Allocator(cluster, kubernetes_version)
    verdicts = []
    for text in manifests:
        manifest = read_text(text)
        if manifest.faults and not manifest.data:
            verdicts.append(manifest.faults)
        else:
            verdicts.append(judge_create(manifest, allocator, kubernetes_version).said)
    return verdicts
