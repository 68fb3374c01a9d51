"""Where a Service leads, for programs: which pods it selects, and the number behind each of its ports."""

from collections.abc import Sequence

from svclint.model.objects import read_objects
from svclint.model.resource import Resource
from svclint.model.service import ExternalNameService, Service, ServicePort
from svclint.model.workload import Workload
from svclint.source.file import SourceFile
from svclint.workspace.endpoints import find_port, has_labels
from svclint.yaml.read import read_all

__all__ = ["endpoints"]


def endpoints(service: str, pods: Sequence[str], kubernetes_version: str = "1.36") -> dict[str, list[int | None] | None]:
    """By the name of each pod (or workload): None where the Service does not select it, else a number for each Service port.

    The number is the one that the EndpointSlice controller finds for the port in that pod, None where it finds none.
    Raises ValueError where `service` holds no Service.
    """
    found = next((one for one in _objects(service) if isinstance(one, Service)), None)
    if found is None:
        raise ValueError("there is no Service in the manifest")
    workloads = [one for text in pods for one in _objects(text) if isinstance(one, Workload)]
    return {workload.name: _numbers(found, workload, kubernetes_version) for workload in workloads}


def _objects(text: str) -> list[Resource]:
    documents = read_all(SourceFile("manifest", text))
    return [one for document in documents for one in read_objects(document.root)]


def _numbers(service: Service, workload: Workload, kubernetes_version: str) -> list[int | None] | None:
    selector = service.selector
    if isinstance(service, ExternalNameService) or not selector or not selector.complete:
        return None
    if service.namespace != workload.namespace or not has_labels(workload, selector):
        return None
    return [_number(port, workload, kubernetes_version) for port in service.ports]


def _number(port: ServicePort, workload: Workload, kubernetes_version: str) -> int | None:
    target = port.target_port.value
    if not isinstance(target, str):
        return target
    declared = find_port(workload, target, port.protocol.value or "TCP", kubernetes_version)
    return declared.port.number.value if declared else None
