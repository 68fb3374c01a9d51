"""ReferenceGrants: who in other namespaces may name a Service."""

from svclint.model.field import Field
from svclint.model.reference import Reference
from svclint.model.resource import Resource
from svclint.record import NamedTuple


class Grantee(NamedTuple):
    """An item of spec.from: objects of a kind, in a namespace."""

    group: str
    kind: str
    namespace: str


class Grant(Resource):
    """A ReferenceGrant. It stands in the namespace of the Services; `services` are their names, None where it is for all of them."""

    def __init__(self, root: Field) -> None:
        super().__init__(root)
        self.grantees = tuple(
            Grantee(*(item.word(name) or "" for name in ("group", "kind", "namespace"))) for item in root.at("spec.from").items()
        )
        to = [item for item in root.at("spec.to").items() if _is_service(item)]
        named = tuple(item.word("name") or "" for item in to)
        self.services: tuple[str, ...] | None = None if "" in named else named

    def allows(self, reference: Reference) -> bool:
        """Whether the reference, which leads into this namespace, may."""
        source = reference.source
        who = Grantee(source.api_version.rpartition("/")[0], source.kind, source.namespace)
        return who in self.grantees and (self.services is None or reference.name.value in self.services)


def read_grant(root: Field, kind: str, api_version: str) -> Grant | None:
    """The ReferenceGrant that an object is; None where it is none."""
    is_grant = kind == "ReferenceGrant" and api_version.rpartition("/")[0] == "gateway.networking.k8s.io"
    return Grant(root) if is_grant else None


def _is_service(item: Field) -> bool:
    return item.word("kind") == "Service" and item.word("group") == ""
