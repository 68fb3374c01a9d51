"""The verdict on an edit of a Service as rules see it: every error with its place, and what the update changes."""

from svclint.apiserver.change import Change
from svclint.apiserver.existing import cluster_with
from svclint.apiserver.judge_update import update
from svclint.apiserver.live import as_sent, live_cluster, written_part
from svclint.apiserver.manifest import Manifest
from svclint.apiserver.request import make_request, origins_of
from svclint.apiserver.verdict import Verdict, located, manifest_of
from svclint.model.service import Service
from svclint.policy.cluster import ClusterPolicy


def judge_update(
    before: Service,
    after: Service,
    cluster: ClusterPolicy,
    kubernetes_version: str = "1.36",
    how: str = "apply",
    live: Service | None = None,
) -> Verdict:
    """The verdict on making `after` of `before` in one of the ways of request.WAYS. Places are those in `after`.

    `live` is what a cluster printed, where that is known: then it is what is stored, with all that was allocated, and tells itself what
    was applied. Else what is stored is what creating `before` makes.
    """
    old, new = manifest_of(before), manifest_of(after)
    if live is None:
        known = cluster_with(old, cluster, kubernetes_version)
    else:
        printed = manifest_of(live).data
        known = live_cluster(printed, cluster, kubernetes_version)
        old, new = Manifest(written_part(printed, how, kubernetes_version)), as_sent(new, printed)
    request = make_request(how, old, new, known.stored, kubernetes_version)
    judgement = update(request, known.stored, known.allocator, kubernetes_version)
    verdict = Verdict(after, located(after, judgement), before)
    if request.final:
        return verdict
    origins = origins_of(judgement.stored, new.data) if judgement.ports is None else judgement.ports
    return verdict._replace(change=Change(known.stored, judgement.stored, origins, known.errors))
