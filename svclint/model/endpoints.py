"""Where a Service without a selector leads: an Endpoints object or an EndpointSlice."""

from collections.abc import Iterator

from svclint.model.field import Field
from svclint.model.located import Located
from svclint.model.resource import Resource
from svclint.policy.kinds import ENDPOINT_KINDS
from svclint.record import NamedTuple

_SERVICE_NAME = "kubernetes.io/service-name"
_MANAGED_BY = "endpointslice.kubernetes.io/managed-by"
_CONTROLLERS = frozenset(("endpointslice-controller.k8s.io", "endpointslicemirroring-controller.k8s.io"))


class EndpointPort(NamedTuple):
    """A port of an endpoint: `name` is empty where it has none; a value of None is of a type that does not decode."""

    name: Located[str | None]
    number: Located[int | None]
    protocol: Located[str | None]


class Endpoints(Resource):
    """An Endpoints object, whose name is that of its Service, or an EndpointSlice, which has that as a label.

    `service_name` is empty where a slice has no such label. `ports` are those of all subsets, in their order; none where the
    object leaves them to somebody else. `is_managed`: a controller made it of a Service's selector, or of an Endpoints object.
    Only the facts are kept, not the nodes.
    """

    def __init__(self, root: Field, *, is_slice: bool) -> None:
        super().__init__(root)
        labels = root.at("metadata.labels")
        self.is_slice = is_slice
        self.service_name: str = (labels.entry(_SERVICE_NAME).text().value or "") if is_slice else self.name
        self.is_managed: bool = is_slice and labels.entry(_MANAGED_BY).text().value in _CONTROLLERS
        holders = (root,) if is_slice else root.child("subsets").items()
        self.ports: tuple[EndpointPort, ...] = tuple(port for holder in holders for port in _ports(holder.child("ports")))


def _ports(field: Field) -> Iterator[EndpointPort]:
    for item in field.items():
        yield EndpointPort(item.child("name").text(), item.child("port").number(), item.child("protocol").text(absent="TCP"))


def read_endpoints(root: Field, kind: str, api_version: str) -> Endpoints | None:
    """The Endpoints or EndpointSlice that an object is, or None."""
    if (kind, api_version.rpartition("/")[0]) not in ENDPOINT_KINDS:
        return None
    return Endpoints(root, is_slice=kind == "EndpointSlice")
