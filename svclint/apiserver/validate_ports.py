"""The ports of a Service (pkg/apis/core/validation/validation.go validateServicePort and what follows it)."""

from collections.abc import Iterator

from svclint.apiserver.cluster_ips import is_headless, supported
from svclint.apiserver.data import Object, entries, number, text
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.paths import PORTS
from svclint.apiserver.syntax import is_port_number, label_faults, port_name_faults, qualified_name_faults
from svclint.policy.version import version_at_least
from svclint.yaml.path import FieldPath

_IN_RANGE = "must be between 1 and 65535, inclusive"
_PROTOCOLS = ("SCTP", "TCP", "UDP")
_KUBELET = 10250


def port_errors(spec: Object, kubernetes_version: str) -> Iterator[FieldError]:
    """What is wrong with the ports, each by itself and together."""
    ports = entries(spec, "ports")
    if not ports and not is_headless(spec) and spec.get("type") != "ExternalName":
        yield FieldError(PORTS, Reason.REQUIRED, "", Cause.PORTS_MISSING)
    if spec.get("type") == "LoadBalancer" and not version_at_least(kubernetes_version, 1, 33):
        yield from _kubelet_errors(ports)
    names: dict[str, int] = {}
    for position, port in enumerate(ports):
        yield from _name_errors(port, position, names, required=len(ports) > 1)
        yield from _number_errors(port, position)
        application = port.get("appProtocol")
        for fault in qualified_name_faults(application) if isinstance(application, str) else ():
            yield FieldError(_field(position, "appProtocol"), Reason.INVALID, fault, Cause.APP_PROTOCOL, application)
    if spec.get("type") == "ClusterIP":
        yield from _forbidden_node_ports(ports)
    yield from _repeated_node_ports(ports)
    yield from _repeated_ports(ports)


def _field(position: int, name: str) -> FieldPath:
    return PORTS.index(position).child(name)


def _kubelet_errors(ports: list[Object]) -> Iterator[FieldError]:
    for position, port in enumerate(ports):
        if number(port, "port") == _KUBELET:
            detail = f"may not expose port {_KUBELET} externally since it is used by kubelet"
            at = _field(position, "port")
            yield FieldError(PORTS.index(position), Reason.INVALID, detail, Cause.PORT_NUMBER, _KUBELET, at=at)


def _name_errors(port: Object, position: int, names: dict[str, int], *, required: bool) -> Iterator[FieldError]:
    name = text(port, "name")
    if not name:
        if required:
            yield FieldError(_field(position, "name"), Reason.REQUIRED, "", Cause.PORT_NAME_MISSING)
        return
    for fault in label_faults(name):
        yield FieldError(_field(position, "name"), Reason.INVALID, fault, Cause.PORT_NAME, name)
    first = names.setdefault(name, position)
    if first != position:
        other = _field(first, "name")
        yield FieldError(_field(position, "name"), Reason.DUPLICATE, "", Cause.PORT_NAME_REPEATED, name, other)


def _number_errors(port: Object, position: int) -> Iterator[FieldError]:
    own, protocol, target = number(port, "port"), text(port, "protocol"), port.get("targetPort")
    if not is_port_number(own):
        yield FieldError(_field(position, "port"), Reason.INVALID, _IN_RANGE, Cause.PORT_NUMBER, own)
    if protocol not in _PROTOCOLS:
        yield FieldError(_field(position, "protocol"), Reason.NOT_SUPPORTED, supported(_PROTOCOLS), Cause.PROTOCOL, protocol)
    if isinstance(target, str):
        for fault in port_name_faults(target):
            yield FieldError(_field(position, "targetPort"), Reason.INVALID, fault, Cause.TARGET_PORT, target)
    elif isinstance(target, int) and not is_port_number(target):
        yield FieldError(_field(position, "targetPort"), Reason.INVALID, _IN_RANGE, Cause.TARGET_PORT, target)


def _forbidden_node_ports(ports: list[Object]) -> Iterator[FieldError]:
    for position, port in enumerate(ports):
        wanted = number(port, "nodePort")
        if wanted:
            detail = "may not be used when `type` is 'ClusterIP'"
            yield FieldError(_field(position, "nodePort"), Reason.FORBIDDEN, detail, Cause.NODE_PORT_ON_CLUSTER_IP, wanted)


def _repeated_node_ports(ports: list[Object]) -> Iterator[FieldError]:
    seen: dict[tuple[str, int], int] = {}
    for position, port in enumerate(ports):
        wanted = number(port, "nodePort")
        first = seen.setdefault((text(port, "protocol"), wanted), position) if wanted else position
        if first != position:
            other = _field(first, "nodePort")
            yield FieldError(_field(position, "nodePort"), Reason.DUPLICATE, "", Cause.NODE_PORT_REPEATED, wanted, other)


def _repeated_ports(ports: list[Object]) -> Iterator[FieldError]:
    seen: dict[tuple[str, int], int] = {}
    for position, port in enumerate(ports):
        key = (text(port, "protocol"), number(port, "port"))
        first = seen.setdefault(key, position)
        if first != position:
            path, other, at = PORTS.index(position), PORTS.index(first).child("port"), _field(position, "port")
            yield FieldError(path, Reason.DUPLICATE, f"{key[0]} {key[1]}", Cause.PORT_REPEATED, key, other, at)
