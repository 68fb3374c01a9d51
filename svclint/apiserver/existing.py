"""A Service as it stands in a cluster, made by creating its manifest."""

from svclint.apiserver.allocator import Allocator
from svclint.apiserver.data import Object, spec_of
from svclint.apiserver.fielderror import FieldError
from svclint.apiserver.judge import create
from svclint.apiserver.manifest import Manifest
from svclint.policy.cluster import ClusterPolicy
from svclint.record import NamedTuple


class Existing(NamedTuple):
    """A stored Service, the cluster that it is in, and what that would have said against creating it so."""

    stored: Object
    allocator: Allocator
    errors: tuple[FieldError, ...] = ()


def cluster_with(manifest: Manifest, cluster: ClusterPolicy, kubernetes_version: str) -> Existing:
    """What is stored after creating the Service of a manifest.

    Of a manifest that would be refused what it says is taken as it is: something must have been there.
    """
    allocator = Allocator(cluster, kubernetes_version)
    judgement = create(manifest, allocator, kubernetes_version)
    return Existing(as_read(judgement.stored), allocator, judgement.errors)


def as_read(stored: Object) -> Object:
    """A stored Service as everybody gets to see it, the server's own update included (storage.go defaultOnReadService).

    Changes `stored`. What else reading fills in is there already, of a Service that this version has created.
    """
    spec = spec_of(stored)
    if spec.get("type") == "ExternalName":
        spec.pop("internalTrafficPolicy", None)
    return stored
