"""An error of the API server about a field, and what caused it."""

from enum import Enum

from svclint.record import NamedTuple
from svclint.yaml.path import FieldPath


class Reason(Enum):
    """The server's own reasons (k8s.io/apimachinery pkg/apis/meta/v1 CauseType)."""

    INVALID = "FieldValueInvalid"
    REQUIRED = "FieldValueRequired"
    NOT_SUPPORTED = "FieldValueNotSupported"
    DUPLICATE = "FieldValueDuplicate"
    FORBIDDEN = "FieldValueForbidden"
    TOO_LONG = "FieldValueTooLong"
    UNDECODABLE = "FieldValueTypeInvalid"
    """The manifest does not decode: the server's answer is BadRequest, and names no reason for the field."""


class Cause(Enum):
    """What the user did: one rule speaks of each. The value is the rule's name."""

    UNREADABLE = "unreadable-yaml"
    UNKNOWN_FIELD = "unknown-field"
    FIELD_TYPE = "wrong-field-type"
    DUPLICATE_KEY = "duplicate-key"
    NAME = "invalid-name"
    NAMESPACE = "invalid-namespace"
    LABEL = "invalid-label"
    ANNOTATION = "invalid-annotation"
    SELECTOR_LABEL = "invalid-selector-label"
    UNKNOWN_TYPE = "unknown-service-type"
    VALUE = "unsupported-value"
    PORTS_MISSING = "ports-missing"
    EXTERNAL_NAME = "invalid-external-name"
    FORBIDDEN_FIELD = "field-forbidden-for-type"
    HEADLESS_NODE_PORTS = "headless-with-node-ports"
    CLUSTER_IP = "invalid-cluster-ip"
    IP_FAMILIES = "inconsistent-ip-families"
    EXTERNAL_IP = "invalid-external-ip"
    SOURCE_RANGE = "invalid-source-range"
    SESSION_TIMEOUT = "invalid-session-timeout"
    TOPOLOGY = "conflicting-topology-annotations"
    LOAD_BALANCER_CLASS = "invalid-load-balancer-class"
    NODE_PORT_RANGE = "node-port-out-of-range"
    NODE_PORT_COLLISION = "node-port-collision"
    NODE_PORT_REPEATED = "node-port-repeated"
    NODE_PORT_ON_CLUSTER_IP = "node-port-on-cluster-ip"
    PORT_NUMBER = "invalid-port-number"
    PORT_NAME = "invalid-port-name"
    PORT_NAME_MISSING = "port-name-missing"
    PORT_NAME_REPEATED = "port-name-repeated"
    PORT_REPEATED = "port-repeated"
    PROTOCOL = "unknown-protocol"
    APP_PROTOCOL = "invalid-app-protocol"
    TARGET_PORT = "invalid-target-port"
    HEALTH_CHECK_NODE_PORT = "misused-health-check-node-port"
    CLUSTER_IP_COLLISION = "cluster-ip-collision"
    CLUSTER_IP_CHANGED = "cluster-ip-changed"
    IP_FAMILY_CHANGED = "ip-family-changed"
    LOAD_BALANCER_CLASS_CHANGED = "load-balancer-class-changed"
    HEALTH_CHECK_NODE_PORT_CHANGED = "health-check-node-port-changed"
    SECONDARY_ADDRESS_DROPPED = "secondary-address-dropped"
    METADATA = "invalid-metadata"
    CONSEQUENCE = ""
    """Follows from another error of the same Service: no rule speaks of it."""


class FieldError(NamedTuple):
    """One error at one field. `message` is the server's own detail, `value` the offending one as the server has it.

    `path` is the field that the server names. Where it names a wider one than is to blame (all labels, a whole patch),
    `at` is the exact one; `on_key` says that the key is wrong and not its value. `other` is the path of the other field
    involved, if any. `hidden` errors come to light when the others are mended: the server stops before it sees them.
    """

    path: FieldPath
    reason_of: Reason
    message: str
    cause: Cause
    value: object = None
    other: FieldPath | None = None
    at: FieldPath | None = None
    on_key: bool = False
    hidden: bool = False

    @property
    def field(self) -> str:
        """The field's path as the server prints it."""
        return str(self.path)

    @property
    def reason(self) -> str:
        """The reason as the server names it."""
        return self.reason_of.value

    @property
    def exact(self) -> FieldPath:
        """The path of what is to blame."""
        return self.at or self.path
