"""Where a Service port leads in a pod, exactly as the EndpointSlice controller finds it."""

from collections.abc import Iterator
from typing import NamedTuple

from svclint.model.workload import Container, ContainerPort, Workload


class DeclaredPort(NamedTuple):
    """A container port and the container that declares it."""

    container: Container
    port: ContainerPort


def serving_ports(workload: Workload, kubernetes_version: str) -> Iterator[DeclaredPort]:
    """The ports that a name can lead to, in the controller's order: containers first, then, from 1.33, the init
    containers that keep running (k8s.io/endpointslice util FindPort).
    """
    sidecars = version_at_least(kubernetes_version, 1, 33)
    for container in workload.containers:
        if not container.init or (container.sidecar and sidecars):
            for port in container.ports:
                yield DeclaredPort(container, port)


def find_port(workload: Workload, name: str, protocol: str, kubernetes_version: str) -> DeclaredPort | None:
    """The port of that name and protocol in the pods of a workload, or None: the pods then serve nothing there."""
    for declared in serving_ports(workload, kubernetes_version):
        if declared.port.name.value == name and declared.port.protocol == protocol:
            return declared
    return None


def version_at_least(version: str, major: int, minor: int) -> bool:
    """Whether a Kubernetes version such as "1.36" is that or a newer one."""
    have = tuple(int(part) for part in version.split(".")[:2])
    return have >= (major, minor)
