"""Errors that only follow from others: told by the server, or made up by going on where it stops."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from svclint.apiserver.data import entries
from svclint.apiserver.decode import Decoded
from svclint.apiserver.fielderror import Cause, FieldError
from svclint.record import NamedTuple
from svclint.yaml.path import FieldPath

Steps: TypeAlias = tuple[str | int, ...]

_TYPE = ("spec", "type")
_ADDRESSES = {("spec", name) for name in ("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "selector", "type")}
_OF_TYPE = {
    Cause.PORTS_MISSING,
    Cause.FORBIDDEN_FIELD,
    Cause.HEADLESS_NODE_PORTS,
    Cause.NODE_PORT_ON_CLUSTER_IP,
    Cause.HEALTH_CHECK_NODE_PORT,
    Cause.EXTERNAL_NAME,
    Cause.CLUSTER_IP_CHANGED,
    Cause.IP_FAMILY_CHANGED,
    Cause.SECONDARY_ADDRESS_DROPPED,
}
_OF_ADDRESSES = {
    Cause.CLUSTER_IP,
    Cause.IP_FAMILIES,
    Cause.PORTS_MISSING,
    Cause.HEADLESS_NODE_PORTS,
    Cause.CLUSTER_IP_CHANGED,
    Cause.IP_FAMILY_CHANGED,
    Cause.SECONDARY_ADDRESS_DROPPED,
}
_TOLD_BEFORE = {
    Cause.NODE_PORT_ON_CLUSTER_IP: (),
    Cause.NODE_PORT_RANGE: (),
    Cause.NODE_PORT_REPEATED: (Cause.NODE_PORT_ON_CLUSTER_IP, Cause.NODE_PORT_RANGE, Cause.NODE_PORT_REPEATED),
    Cause.IP_FAMILY_CHANGED: (Cause.IP_FAMILY_CHANGED,),
    Cause.SECONDARY_ADDRESS_DROPPED: (Cause.SECONDARY_ADDRESS_DROPPED,),
}
"""What says it all at the same field; the allocators and the validation often speak of one thing."""


class Known(NamedTuple):
    """What was decoded: `unknown` are the steps to values that were not, `defaulted` the ports without a target port."""

    unknown: frozenset[Steps]
    defaulted: frozenset[int]

    @classmethod
    def of(cls, decoded: Decoded) -> "Known":
        """What is known of an object after decoding it."""
        spec = decoded.data.get("spec")
        ports = entries(spec, "ports") if isinstance(spec, dict) else []
        defaulted = (index for index, port in enumerate(ports) if port.get("targetPort") in (None, 0, ""))
        return cls(frozenset(tuple(path.steps()) for path in decoded.unknown), frozenset(defaulted))


def without_consequences(errors: Iterable[FieldError], known: Known) -> Iterator[FieldError]:
    """The errors, each once, without those about what did not decode; what follows from another is marked so."""
    seen: set[tuple[str, ...]] = set()
    told: set[tuple[Cause, str]] = set()  # and where
    for error in errors:
        # The server names one field for all labels: what tells two bad ones apart is the exact place and the value.
        identity = (error.field, error.reason, error.message, str(error.exact), str(error.on_key), str(error.value))
        if identity in seen or (known.unknown and _is_made_up(error, known)):
            continue
        seen.add(identity)
        follows = error.cause is Cause.TARGET_PORT and error.path.steps()[2] in known.defaulted
        if error.cause in _TOLD_BEFORE:
            place = str(error.exact)
            follows = any((cause, place) in told for cause in _TOLD_BEFORE[error.cause])
            told.add((error.cause, place))
        yield error._replace(cause=Cause.CONSEQUENCE) if follows else error


def _is_made_up(error: FieldError, known: Known) -> bool:
    """Whether an error may come from our going on without a value."""
    unknown = known.unknown
    if any(path in unknown for path in (_TYPE, ("spec",))) and error.cause in _OF_TYPE:
        return True
    if unknown & _ADDRESSES and error.cause in _OF_ADDRESSES:
        return True
    return any(_is_about(path, unknown) for path in (error.path, error.exact, error.other) if path is not None)


def _is_about(path: FieldPath, unknown: frozenset[Steps]) -> bool:
    """Whether a path lies at or below a value that did not decode, or defaults to one."""
    steps = tuple(path.steps())
    if any(steps[:length] in unknown for length in range(1, len(steps) + 1)):
        return True
    return steps[3:] == ("targetPort",) and (*steps[:3], "port") in unknown
