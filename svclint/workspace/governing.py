"""The Service that gives the pods of a StatefulSet their names: found by spec.serviceName."""

from svclint.model.located import Located
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.policy.labels import ADDED_BY_KEY
from svclint.record import NamedTuple
from svclint.workspace.reliance import Reliance
from svclint.workspace.selection import visible_pairs
from svclint.workspace.workspace import Workspace


class Governing(NamedTuple):
    """A StatefulSet, and the Service that governs it; both as they are deployed."""

    workload: Workload
    service: Service

    @property
    def differing(self) -> dict[str, Located[str]]:
        """The pairs of the Service's selector that the pods have not; nothing where it selects nothing by itself."""
        labels = self.workload.pod_labels
        return {
            key: value
            for key, value in visible_pairs(self.service).items()
            if key not in ADDED_BY_KEY and (key not in labels or labels[key].value != value.value)
        }

    def headless_twin(self, workspace: Workspace) -> Service | None:
        """A headless Service that selects the pods: what was probably to be named."""
        return next((one.service for one in workspace.selecting(self.workload) if one.service.is_headless), None)


def find_governing(reliance: Reliance) -> Governing | None:
    """The StatefulSet that a reference is of and its one Service close by; None for other references, and where several may be meant."""
    reference, found = reliance.reference, reliance.found
    if reference.source.kind != "StatefulSet" or str(reference.name.path) != "spec.serviceName":
        return None
    if not found.is_close or len(found.services) != 1 or found.universe is None or reliance.is_patched:
        return None
    source = reference.source
    workload = next(iter(found.universe.workloads_at(source.file.path, source.place.begin)), None)
    return Governing(workload, found.services[0]) if workload else None
