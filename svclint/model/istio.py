"""Istio's subsets of a Service, and hosts that no Service stands behind."""

from svclint.model.field import Field
from svclint.model.located import Located
from svclint.model.resource import Labels, Resource, read_labels
from svclint.record import NamedTuple

_GROUP = "networking.istio.io"


class Subset(NamedTuple):
    """A subset of a DestinationRule: `labels` are those that its pods have besides the Service's selector."""

    name: Located[str | None]
    labels: Labels


class DestinationRule(Resource):
    """A DestinationRule: `host` as written, a short name being one of its own namespace; its Service is among the references."""

    def __init__(self, root: Field) -> None:
        super().__init__(root)
        self.host: Located[str | None] = root.at("spec.host").text()
        self.subsets = tuple(
            Subset(item.child("name").text(), read_labels(item.child("labels"))) for item in root.at("spec.subsets").items()
        )


class ServiceEntry(Resource):
    """A ServiceEntry: its hosts exist, whatever Services there are. They may have a `*` as their first label."""

    def __init__(self, root: Field) -> None:
        super().__init__(root)
        self.hosts = tuple(host for item in root.at("spec.hosts").items() if (host := item.text().value))


def read_istio(root: Field, kind: str, api_version: str) -> DestinationRule | ServiceEntry | None:
    """The DestinationRule or ServiceEntry that an object is; None where it is neither."""
    if api_version.rpartition("/")[0] != _GROUP:
        return None
    if kind == "DestinationRule":
        return DestinationRule(root)
    return ServiceEntry(root) if kind == "ServiceEntry" else None
