"""An error of the API server about a field, and what caused it."""

from enum import Enum
from typing import Any, NamedTuple

from svclint.model.located import Located


class Reason(Enum):
    """The server's own reasons (k8s.io/apimachinery pkg/util/validation/field ErrorType)."""

    INVALID = "Invalid"
    REQUIRED = "Required"
    NOT_SUPPORTED = "NotSupported"
    DUPLICATE = "Duplicate"
    FORBIDDEN = "Forbidden"


class Cause(Enum):
    """What the user did: one rule speaks of each. The value is the rule's name."""

    UNKNOWN_TYPE = "unknown-service-type"
    PORT_NUMBER = "invalid-port-number"
    TARGET_PORT = "invalid-target-port"
    NODE_PORT_RANGE = "node-port-out-of-range"
    NODE_PORT_ON_CLUSTER_IP = "node-port-on-cluster-ip"
    NODE_PORT_REPEATED = "node-port-repeated"
    CONSEQUENCE = ""
    """Follows from another error of the same Service: no rule speaks of it."""


class FieldError(NamedTuple):
    """One cause at one field. `message` is the server's own detail; `other` is the other value involved, if any."""

    at: Located[Any]
    reason: Reason
    message: str
    cause: Cause
    other: Located[Any] | None = None

    @property
    def field(self) -> str:
        """The field's path as the server prints it."""
        return str(self.at.path)
