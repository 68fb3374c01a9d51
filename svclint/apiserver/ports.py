"""Validation of a Service's ports by themselves (pkg/apis/core/validation/validation.go validateServicePort)."""

import re
from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.model.service import Service, ServicePort
from svclint.yaml.node import Mapping

_IN_RANGE = "must be between 1 and 65535, inclusive"
_PORT_NAME = re.compile(r"[-a-z0-9]+\Z")


def is_port_number(number: int) -> bool:
    """Whether a number is a port's."""
    return 1 <= number <= 65535


def port_name_faults(name: str) -> tuple[str, ...]:
    """Why a string is no IANA service name, as the server says it; several may hold at once.

    k8s.io/apimachinery pkg/util/validation IsValidPortName; the empty string is no name, but never reaches it.
    """
    faults = []
    if len(name.encode("utf-8", "surrogatepass")) > 15:
        faults.append("must be no more than 15 characters")
    if not _PORT_NAME.match(name):
        faults.append("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")
    if not re.search("[a-z]", name):
        faults.append("must contain at least one letter (a-z)")
    if "--" in name:
        faults.append("must not contain consecutive hyphens")
    if name.startswith("-") or name.endswith("-"):
        faults.append("must not begin or end with a hyphen")
    return tuple(faults)


def port_errors(service: Service) -> Iterator[FieldError]:
    """What is wrong with `port` and `targetPort` of each entry."""
    for port in service.ports:
        if port.field.present and not isinstance(port.field.node, Mapping):
            continue  # an entry that is a number or a text does not decode: another mistake
        if port.port.value is not None and not is_port_number(port.port.value):
            yield FieldError(port.port, Reason.INVALID, _IN_RANGE, Cause.PORT_NUMBER)
        yield from _target_errors(port)


def _target_errors(port: ServicePort) -> Iterator[FieldError]:
    target = port.target_port
    if isinstance(target.value, str):
        for fault in port_name_faults(target.value):
            yield FieldError(target, Reason.INVALID, fault, Cause.TARGET_PORT)
    # A default target port repeats what is wrong with the port: the server says it twice.
    elif target.value is not None and not is_port_number(target.value):
        cause = Cause.CONSEQUENCE if port.defaulted else Cause.TARGET_PORT
        yield FieldError(target, Reason.INVALID, _IN_RANGE, cause)
