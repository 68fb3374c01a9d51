"""The verdict on a Service as rules see it: every error with its place in the manifest."""

from typing import TYPE_CHECKING, Any

from svclint.apiserver.allocator import Allocator
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.judge import Judgement, create
from svclint.apiserver.locate import Locator
from svclint.apiserver.manifest import Manifest, read_manifest
from svclint.model.located import Located
from svclint.model.service import Service
from svclint.policy.cluster import ClusterPolicy
from svclint.record import NamedTuple
from svclint.yaml.node import Mapping

if TYPE_CHECKING:
    from svclint.apiserver.change import Change


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
    change: "Change | None" = None

    @property
    def about(self) -> Service:
        """The object that is judged."""
        return self.service

    def caused_by(self, *causes: Cause) -> tuple[LocatedError, ...]:
        """The errors of some causes."""
        return tuple(error for error in self.errors if error.cause in causes)


def judge_create(service: Service, cluster: ClusterPolicy, kubernetes_version: str = "1.36") -> Verdict:
    """The verdict on creating `service` in a cluster of which `cluster` is known, and which has no other Service."""
    judgement = create(manifest_of(service), Allocator(cluster, kubernetes_version), kubernetes_version)
    return Verdict(service, located(service, judgement))


def manifest_of(service: Service) -> Manifest:
    """The manifest that a Service is read from."""
    node = service.root.node
    return read_manifest(node) if isinstance(node, Mapping) else Manifest({})


def located(service: Service, judgement: Judgement) -> tuple[LocatedError, ...]:
    """The errors of a judgement with their places in the manifest of the Service."""
    locator = Locator(service.root, judgement.ports)
    return tuple(_with_place(error, locator) for error in judgement.errors)


def _with_place(error: FieldError, locator: Locator) -> LocatedError:
    other = locator.other(error.other) if error.other is not None else None
    return LocatedError(locator.locate(error), error.reason_of, error.message, error.cause, error.field, other, error.hidden)
