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
    names: dict[str, FieldPath] = {}
    paths = [PORTS.index(position) for position in range(len(ports))]
    for path, port in zip(paths, ports, strict=True):
        if spec.get("type") == "LoadBalancer" and number(port, "port") == _KUBELET and not version_at_least(kubernetes_version, 1, 33):
            detail = f"may not expose port {_KUBELET} externally since it is used by kubelet"
            yield FieldError(path, Reason.INVALID, detail, Cause.PORT_NUMBER, _KUBELET, at=path.child("port"))
        yield from _name_errors(port, path, names, required=len(ports) > 1)
        yield from _one_port_errors(port, path)
    if spec.get("type") == "ClusterIP":
        yield from _forbidden_node_ports(ports, paths)
    yield from _repeated_node_ports(ports, paths)
    yield from _repeated_ports(ports, paths)


def _name_errors(port: Object, path: FieldPath, names: dict[str, FieldPath], *, required: bool) -> Iterator[FieldError]:
    name, field = text(port, "name"), path.child("name")
    if not name:
        if required:
            yield FieldError(field, Reason.REQUIRED, "", Cause.PORT_NAME_MISSING)
        return
    for fault in label_faults(name):
        yield FieldError(field, Reason.INVALID, fault, Cause.PORT_NAME, name)
    if name in names:
        yield FieldError(field, Reason.DUPLICATE, "", Cause.PORT_NAME_REPEATED, name, names[name])
    names.setdefault(name, field)


def _one_port_errors(port: Object, path: FieldPath) -> Iterator[FieldError]:
    own, protocol = number(port, "port"), text(port, "protocol")
    if not is_port_number(own):
        yield FieldError(path.child("port"), Reason.INVALID, _IN_RANGE, Cause.PORT_NUMBER, own)
    if protocol not in _PROTOCOLS:
        yield FieldError(path.child("protocol"), Reason.NOT_SUPPORTED, supported(_PROTOCOLS), Cause.PROTOCOL, protocol)
    target, field = port.get("targetPort"), path.child("targetPort")
    if isinstance(target, str):
        for fault in port_name_faults(target):
            yield FieldError(field, Reason.INVALID, fault, Cause.TARGET_PORT, target)
    elif isinstance(target, int) and not is_port_number(target):
        yield FieldError(field, Reason.INVALID, _IN_RANGE, Cause.TARGET_PORT, target)
    application = port.get("appProtocol")
    if isinstance(application, str):
        for fault in qualified_name_faults(application):
            yield FieldError(path.child("appProtocol"), Reason.INVALID, fault, Cause.APP_PROTOCOL, application)


def _forbidden_node_ports(ports: list[Object], paths: list[FieldPath]) -> Iterator[FieldError]:
    for path, port in zip(paths, ports, strict=True):
        if number(port, "nodePort"):
            detail = "may not be used when `type` is 'ClusterIP'"
            yield FieldError(path.child("nodePort"), Reason.FORBIDDEN, detail, Cause.NODE_PORT_ON_CLUSTER_IP, port["nodePort"])


def _repeated_node_ports(ports: list[Object], paths: list[FieldPath]) -> Iterator[FieldError]:
    seen: dict[tuple[str, int], FieldPath] = {}
    for path, port in zip(paths, ports, strict=True):
        key = (text(port, "protocol"), number(port, "nodePort"))
        if key[1]:
            field = path.child("nodePort")
            if key in seen:
                yield FieldError(field, Reason.DUPLICATE, "", Cause.NODE_PORT_REPEATED, key[1], seen[key])
            seen.setdefault(key, field)


def _repeated_ports(ports: list[Object], paths: list[FieldPath]) -> Iterator[FieldError]:
    seen: dict[tuple[str, int], FieldPath] = {}
    for path, port in zip(paths, ports, strict=True):
        key = (text(port, "protocol"), number(port, "port"))
        if key in seen:
            detail = f"{key[0]} {key[1]}"
            yield FieldError(path, Reason.DUPLICATE, detail, Cause.PORT_REPEATED, key, seen[key], at=path.child("port"))
        seen.setdefault(key, path)
