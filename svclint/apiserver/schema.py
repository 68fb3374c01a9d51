"""The fields of a Service, v1, with their Go types: what decoding holds a manifest against.

From k8s.io/api/core/v1 types.go and k8s.io/apimachinery pkg/apis/meta/v1 types.go. Data.
"""

from enum import Enum

from svclint.policy.version import version_at_least
from svclint.record import NamedTuple


class Shape(Enum):
    """What a field holds."""

    STRING = "string"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    PORT = "number or string"  # IntOrString
    TIME = "time"
    STRINGS = "map of strings"
    LIST = "list"
    OBJECT = "object"
    ANY = "anything"


class Type(NamedTuple):
    """A Go type. `fields` are an object's, `item` a list's; `bits` an integer's.

    `merge_key` is by which field of its items kubectl merges a list (patchMergeKey), `map_keys` by which ones the
    server does (listMapKey); a list without is replaced whole. `atomic` maps are replaced whole by the server alone.
    """

    shape: Shape
    fields: "dict[str, Type]" = {}  # noqa: RUF012 - a field of a NamedTuple, and never changed
    item: "Type | None" = None
    bits: int = 32
    merge_key: str = ""
    map_keys: tuple[str, ...] = ()
    atomic: bool = False


STRING = Type(Shape.STRING)
INT32 = Type(Shape.INTEGER)
INT64 = Type(Shape.INTEGER, bits=64)
BOOLEAN = Type(Shape.BOOLEAN)
PORT = Type(Shape.PORT)
TIME = Type(Shape.TIME)
STRINGS = Type(Shape.STRINGS)
ANY = Type(Shape.ANY)


def _object(**fields: Type) -> Type:
    return Type(Shape.OBJECT, fields)


def _list(item: Type, merge_key: str = "", *map_keys: str) -> Type:
    return Type(Shape.LIST, item=item, merge_key=merge_key, map_keys=map_keys)


_OWNER = _object(apiVersion=STRING, kind=STRING, name=STRING, uid=STRING, controller=BOOLEAN, blockOwnerDeletion=BOOLEAN)
_MANAGED = _object(manager=STRING, operation=STRING, apiVersion=STRING, time=TIME, fieldsType=STRING, fieldsV1=ANY, subresource=STRING)
_METADATA = _object(
    name=STRING,
    generateName=STRING,
    namespace=STRING,
    selfLink=STRING,
    uid=STRING,
    resourceVersion=STRING,
    generation=INT64,
    creationTimestamp=TIME,
    deletionTimestamp=TIME,
    deletionGracePeriodSeconds=INT64,
    labels=STRINGS,
    annotations=STRINGS,
    ownerReferences=_list(_OWNER, "uid", "uid"),
    finalizers=_list(STRING),
    managedFields=_list(_MANAGED),
)
_SERVICE_PORT = _object(name=STRING, protocol=STRING, appProtocol=STRING, port=INT32, targetPort=PORT, nodePort=INT32)
_SPEC = _object(
    ports=_list(_SERVICE_PORT, "port", "port", "protocol"),
    selector=STRINGS._replace(atomic=True),
    clusterIP=STRING,
    clusterIPs=_list(STRING),
    type=STRING,
    externalIPs=_list(STRING),
    sessionAffinity=STRING,
    loadBalancerIP=STRING,
    loadBalancerSourceRanges=_list(STRING),
    externalName=STRING,
    externalTrafficPolicy=STRING,
    healthCheckNodePort=INT32,
    publishNotReadyAddresses=BOOLEAN,
    sessionAffinityConfig=_object(clientIP=_object(timeoutSeconds=INT32)),
    ipFamilies=_list(STRING),
    ipFamilyPolicy=STRING,
    allocateLoadBalancerNodePorts=BOOLEAN,
    loadBalancerClass=STRING,
    internalTrafficPolicy=STRING,
    trafficDistribution=STRING,
)
_CONDITION = _object(type=STRING, status=STRING, observedGeneration=INT64, lastTransitionTime=TIME, reason=STRING, message=STRING)
_INGRESS = _object(ip=STRING, hostname=STRING, ipMode=STRING, ports=_list(_object(port=INT32, protocol=STRING, error=STRING)))
_STATUS = _object(loadBalancer=_object(ingress=_list(_INGRESS)), conditions=_list(_CONDITION, "type", "type"))


def service_type(kubernetes_version: str) -> Type:
    """The type Service as that version of Kubernetes has it."""
    spec = _SPEC
    if not version_at_least(kubernetes_version, 1, 30):
        spec = spec._replace(fields={name: kind for name, kind in spec.fields.items() if name != "trafficDistribution"})
    return _object(apiVersion=STRING, kind=STRING, metadata=_METADATA, spec=spec, status=_STATUS)
