"""A manifest as JSON, the way sigs.k8s.io/yaml makes it, and what no JSON can be made of."""

from svclint.apiserver.data import Data, Object
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.yaml.document import State
from svclint.yaml.node import Mapping, Node, Scalar
from svclint.yaml.path import ROOT, FieldPath
from svclint.yaml.read import read_all
from svclint.yaml.scalars import refusal, resolve


class Manifest(NamedTuple):
    """An object as written: nulls included, the last of equal keys winning.

    `faults` are scalars and keys that have no JSON: no request can be made of the manifest at all, whatever the client.
    `duplicates` are keys that stand twice: refused where the server reads the YAML itself, and unseen where a client
    turns it into a patch.
    """

    data: Object
    faults: tuple[FieldError, ...] = ()
    duplicates: tuple[FieldError, ...] = ()


def read_manifest(root: Mapping) -> Manifest:
    """The object that a document's root is. Raises nothing."""
    reader = _Reader()
    data = reader.mapping(root, ROOT)
    return Manifest(data, tuple(reader.faults), tuple(reader.duplicates))


class _Reader:
    """Walks the nodes. Paths are made for collections alone: scalars are many, and seldom at fault."""

    def __init__(self) -> None:
        self.faults: list[FieldError] = []
        self.duplicates: list[FieldError] = []

    def mapping(self, node: Mapping, path: FieldPath) -> Object:
        """The object that a mapping is."""
        if node.duplicates or node.faults:
            self._keys(node, path)
        return {name: self._value(entry.value, path, name) for name, entry in node.fields.items()}

    def _value(self, node: Node, path: FieldPath, step: str | int) -> Data:
        """The value of the node that is one step below `path`; null for a scalar that has no JSON."""
        if isinstance(node, Scalar):
            return resolve(node) if node.style and node.tag is None else self._plain(node, path, step)
        below = path.below(step)
        if isinstance(node, Mapping):
            return self.mapping(node, below)
        return [self._value(item, below, number) for number, item in enumerate(node.items)]

    def _plain(self, node: Scalar, path: FieldPath, step: str | int) -> Data:
        fault = refusal(node)
        if fault:
            self.faults.append(FieldError(path.below(step), Reason.UNDECODABLE, fault, Cause.FIELD_TYPE, node.text))
            return None
        return resolve(node)

    def _keys(self, node: Mapping, path: FieldPath) -> None:
        for duplicate in node.duplicates:
            message = f'key "{duplicate.name}" already set in map'
            field = path.child(duplicate.name)
            self.duplicates.append(FieldError(field, Reason.UNDECODABLE, message, Cause.DUPLICATE_KEY, duplicate.name, on_key=True))
        for fault in node.faults:
            shown = fault.text or "null" if isinstance(fault, Scalar) else "a list or a mapping"
            self.faults.append(FieldError(path, Reason.UNDECODABLE, f"unsupported map key: {shown}", Cause.FIELD_TYPE, shown))


def read_text(text: str) -> Manifest:
    """The Service of a manifest's text: its first document that is not empty. What is none has no data but a fault."""
    documents = read_all(SourceFile("manifest", text))
    if not documents:
        return _unread("there is no object in it")
    document = documents[0]
    if document.problem is not None:
        return _unread(document.problem.message)
    if not isinstance(document.root, Mapping):
        return _unread("it is a template" if document.state is State.TEMPLATE else "it is no object")
    manifest = read_manifest(document.root)
    kind, version = manifest.data.get("kind"), manifest.data.get("apiVersion")
    if kind != "Service" or version != "v1":
        return _unread(f"it is no Service of apiVersion v1 but {kind} of {version}")
    return manifest


def _unread(message: str) -> Manifest:
    return Manifest({}, (FieldError(ROOT, Reason.UNDECODABLE, message, Cause.UNREADABLE),))
