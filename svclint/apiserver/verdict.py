"""The verdict on a Service as rules see it: every error with its place in the manifest."""

from typing import Any

from svclint.apiserver.allocator import Allocator
from svclint.apiserver.change import Change
from svclint.apiserver.existing import cluster_with
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.judge import Judgement, create, update
from svclint.apiserver.live import as_sent, live_cluster, written_part
from svclint.apiserver.locate import Locator
from svclint.apiserver.manifest import Manifest, read_manifest
from svclint.apiserver.request import make_request, origins_of
from svclint.model.located import Located
from svclint.model.service import Service
from svclint.policy.cluster import ClusterPolicy
from svclint.record import NamedTuple
from svclint.yaml.node import Mapping


class LocatedError(NamedTuple):
    """An error of the server with the place to blame. `other` is the other place involved, if any.

    `at.value` is the offending value as the server has it; `field` its path as the server prints it.
    """

    at: Located[Any]
    reason: Reason
    message: str
    cause: Cause
    field: str
    other: Located[Any] | None = None
    hidden: bool = False


class Verdict(NamedTuple):
    """A Service and all that the server would say against it; `before` is the Service that an update finds there.

    `update` is the verdict on that update, beside one on creating the Service; `change` is what an update
    does, where it can be told.
    """

    service: Service
    errors: tuple[LocatedError, ...]
    before: Service | None = None
    update: "Verdict | None" = None
    change: Change | None = None

    def caused_by(self, *causes: Cause) -> tuple[LocatedError, ...]:
        """The errors of some causes."""
        return tuple(error for error in self.errors if error.cause in causes)


def judge_create(service: Service, cluster: ClusterPolicy, kubernetes_version: str = "1.36") -> Verdict:
    """The verdict on creating `service` in a cluster of which `cluster` is known, and which has no other Service."""
    judgement = create(_manifest(service), Allocator(cluster, kubernetes_version), kubernetes_version)
    return Verdict(service, _located(service, judgement))


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
    old, new = _manifest(before), _manifest(after)
    if live is None:
        known = cluster_with(old, cluster, kubernetes_version)
    else:
        printed = _manifest(live).data
        known = live_cluster(printed, cluster, kubernetes_version)
        old, new = Manifest(written_part(printed, how, kubernetes_version)), as_sent(new, printed)
    request = make_request(how, old, new, known.stored, kubernetes_version)
    judgement = update(request, known.stored, known.allocator, kubernetes_version)
    verdict = Verdict(after, _located(after, judgement), before)
    if request.final:
        return verdict
    origins = origins_of(judgement.stored, new.data) if judgement.ports is None else judgement.ports
    return verdict._replace(change=Change(known.stored, judgement.stored, origins, known.errors))


def _manifest(service: Service) -> Manifest:
    node = service.root.node
    return read_manifest(node) if isinstance(node, Mapping) else Manifest({})


def _located(service: Service, judgement: Judgement) -> tuple[LocatedError, ...]:
    locator = Locator(service.root, judgement.ports)
    return tuple(_with_place(error, locator) for error in judgement.errors)


def _with_place(error: FieldError, locator: Locator) -> LocatedError:
    other = locator.other(error.other) if error.other is not None else None
    return LocatedError(locator.locate(error), error.reason_of, error.message, error.cause, error.field, other, error.hidden)
