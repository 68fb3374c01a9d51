"""ServiceMonitors and PodMonitors: what Prometheus scrapes."""

from svclint.model.field import Field
from svclint.model.labelselector import LabelSelector, read_label_selector
from svclint.model.located import Located
from svclint.model.resource import Resource
from svclint.policy.referrers.monitoring import MONITORS, POD_MONITORS
from svclint.record import NamedTuple
from svclint.source.place import Place


class MonitorEndpoint(NamedTuple):
    """An endpoint: `port` is the name of the Service's port, of a PodMonitor that of the container's; `target_port` the pods' own.

    Either is None where it is absent or does not decode. `field` is the place of the endpoint.
    """

    place: Place
    port: Located[str] | None
    target_port: Located[int | str] | None


class Monitor(Resource):
    """A ServiceMonitor, which selects Services by the labels of the Service, or a PodMonitor, which selects pods.

    `namespaces` are those it looks into: None for all, its own where nothing is said. `selector_place` is where to point at the selector.
    """

    def __init__(self, root: Field, ports: str) -> None:
        super().__init__(root)
        selector = root.at("spec.selector")
        self.selects_pods: bool = self.kind in POD_MONITORS
        self.selector: LabelSelector = read_label_selector(selector)
        self.selector_place: Place = selector.near
        self.namespaces: tuple[str, ...] | None = _namespaces(root.at("spec.namespaceSelector"), self.namespace)
        self.endpoints = tuple(_endpoint(item) for item in root.at(ports).items())


def read_monitor(root: Field, kind: str, api_version: str) -> Monitor | None:
    """The monitor that an object is; None where it is none."""
    ports = MONITORS.get((kind, api_version.rpartition("/")[0]))
    return Monitor(root, ports) if ports else None


def _namespaces(field: Field, own: str) -> tuple[str, ...] | None:
    if field.child("any").is_true:
        return None
    names = tuple(name for item in field.child("matchNames").items() if (name := item.text().value))
    return names or (own,)


def _endpoint(item: Field) -> MonitorEndpoint:
    name = item.child("port").text()
    target = item.child("targetPort")
    number = target if target.present else item.child("portNumber")
    port = number.number_or_text(absent=0)
    return MonitorEndpoint(
        item.near,
        Located(name.value, name.place, name.path, name.written) if name.value else None,
        Located(port.value, port.place, port.path, port.written) if port.value else None,
    )
