"""Where a Service port leads in a pod, exactly as the EndpointSlice controller finds it."""

from collections.abc import Iterator, Mapping

from svclint.model.located import Located
from svclint.model.workload import Container, ContainerPort, Workload
from svclint.policy.version import version_at_least
from svclint.record import NamedTuple


class DeclaredPort(NamedTuple):
    """A container port and the container that declares it."""

    container: Container
    port: ContainerPort


def has_labels(workload: Workload, pairs: Mapping[str, Located[str]]) -> bool:
    """Whether the pods of a workload have all the labels of a selector: plain equality, key by key."""
    labels = workload.pod_labels
    return all(key in labels and labels[key].value == value.value for key, value in pairs.items())


def is_searched(container: Container, kubernetes_version: str) -> bool:
    """Whether a name can lead to the ports of a container: from 1.33 also to those of an init container that keeps running."""
    return not container.init or (container.sidecar and version_at_least(kubernetes_version, 1, 33))


def serving_ports(workload: Workload, kubernetes_version: str) -> Iterator[DeclaredPort]:
    """The ports that a name can lead to, in the controller's order: containers first, then those init containers that are
    searched (k8s.io/endpointslice util FindPort).
    """
    for container in workload.containers:
        if is_searched(container, kubernetes_version):
            for port in container.ports:
                yield DeclaredPort(container, port)


def ports_named(workload: Workload, name: str) -> Iterator[DeclaredPort]:
    """The ports of that name, whether or not a Service finds them: of any protocol, in any container."""
    for container in workload.containers:
        for port in container.ports:
            if port.name.value == name:
                yield DeclaredPort(container, port)


def find_port(workload: Workload, name: str, protocol: str, kubernetes_version: str) -> DeclaredPort | None:
    """The port of that name and protocol in the pods of a workload, or None: the pods then serve nothing there."""
    for declared in serving_ports(workload, kubernetes_version):
        if declared.port.name.value == name and declared.port.protocol == protocol:
            return declared
    return None
