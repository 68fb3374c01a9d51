"""What every Kubernetes object has: kind, name, namespace, labels."""

from svclint.model.field import Field
from svclint.model.located import Located
from svclint.source.file import SourceFile
from svclint.source.place import Place
from svclint.yaml.node import Mapping

IGNORE = "svclint.dev/ignore"
"""The annotation that silences findings about the object that has it."""


class Labels(dict[str, Located[str]]):
    """Labels by key, each located at its value; a value that is no string is not among them.

    `complete` tells whether all values were strings: a selector with another one is refused by the API server.
    """

    complete: bool = True


def read_labels(field: Field) -> Labels:
    """The labels of a map of strings; empty where there are none. A null value is the empty string to Kubernetes."""
    labels = Labels()
    labels.complete = not field.present or isinstance(field.node, Mapping)
    for key in field.names():
        value = field.entry(key).text()
        if value.value is None:
            labels.complete = False
        else:
            labels[key] = Located(value.value, value.place, value.path, value.written)
    return labels


class Resource:
    """A Kubernetes object. `place` is its kind. `namespace` is empty where the manifest sets none; `home` is it with its place.

    `ignoring` is the whole object where it has the annotation that silences findings, None elsewhere.
    """

    def __init__(self, root: Field) -> None:
        self.api_version: str = root.word("apiVersion") or ""
        self.kind: str = root.word("kind") or ""
        metadata = root.child("metadata")
        self.name: str = metadata.word("name") or ""
        self.home: Located[str | None] = metadata.child("namespace").text()
        self.namespace: str = self.home.value or ""
        self.place: Place = root.child("kind").place
        annotations = metadata.node.get("annotations") if isinstance(metadata.node, Mapping) else None
        self.ignoring: Field | None = root if isinstance(annotations, Mapping) and IGNORE in annotations.fields else None

    def __repr__(self) -> str:
        return f"<{self.kind} {self.namespace}/{self.name}>"

    @property
    def file(self) -> SourceFile:
        """The file that the object is written in."""
        return self.place.file

    @property
    def identity(self) -> tuple[str, str, str]:
        """Namespace, kind and name: what makes two manifests the same object."""
        return (self.namespace, self.kind, self.name)

    @property
    def title(self) -> str:
        """The object for people: Deployment/web."""
        return f"{self.kind}/{self.name or '(unnamed)'}"
