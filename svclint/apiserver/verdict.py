"""The verdict on creating a Service."""

from typing import NamedTuple

from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.nodeports import node_port_errors
from svclint.apiserver.ports import port_errors
from svclint.model.service import SERVICE_TYPES, Service
from svclint.policy.cluster import ClusterPolicy


class Verdict(NamedTuple):
    """A Service and all that the server would say against creating it."""

    service: Service
    errors: tuple[FieldError, ...]

    def caused_by(self, cause: Cause) -> tuple[FieldError, ...]:
        """The errors of one cause."""
        return tuple(error for error in self.errors if error.cause is cause)


def judge_create(service: Service, cluster: ClusterPolicy) -> Verdict:
    """The verdict on creating `service` in a cluster of which `cluster` is known."""
    errors = [*port_errors(service), *node_port_errors(service, cluster.node_ports)]
    if service.type.value not in (*SERVICE_TYPES, None):
        known = ", ".join(f'"{name}"' for name in sorted(SERVICE_TYPES))
        errors.append(FieldError(service.type, Reason.NOT_SUPPORTED, f"supported values: {known}", Cause.UNKNOWN_TYPE))
    return Verdict(service, tuple(errors))
