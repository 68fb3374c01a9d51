"""What the tests of yaml/ share: which kinds are wanted, files of text, and nodes as lines of text."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from svclint.source.file import SourceFile
from svclint.source.place import Place
from svclint.yaml.document import Document
from svclint.yaml.node import Mapping, Node, Scalar, walk
from svclint.yaml.read import read_all

FIXTURES = Path(__file__).parents[2] / "fixtures" / "yaml"
WANTED = frozenset(("Service", "List", "Pod", "Deployment"))
KNOWN = WANTED | {"ConfigMap", "Secret", "CustomResourceDefinition"}


def wanted(kind: str, text: str, begin: int, end: int) -> bool:
    """As svclint's own: some kinds, and those that nobody knows if they have containers."""
    return kind in WANTED or (kind not in KNOWN and text.find("containers", begin, end) >= 0)


def rows(name: str) -> list[dict[str, Any]]:
    """The lines of a JSONL fixture."""
    return [json.loads(line) for line in (FIXTURES / name).read_text("utf-8").splitlines()]


def source(path: Path) -> SourceFile:
    """A fixture as discovery would read it."""
    return SourceFile(path.name, path.read_bytes().decode("utf-8"))


def root(text: str) -> Node:
    """The root of the first document of a text."""
    node = read_all(SourceFile("a.yaml", text))[0].root
    assert node is not None
    return node


def at(place: Place) -> str:
    """A place as line:column-line:column."""
    start, end = place.span
    return f"{start.line}:{start.column}-{end.line}:{end.column}"


def lines(document: Document) -> Iterator[str]:
    """A document as text: each node with its place, the text there, and what was made of it."""
    yield f"{document.state.value} {document.kind} {at(Place(document.file, document.begin, document.end))}"
    for node in walk(document.root) if document.root is not None else ():
        what = type(node).__name__.lower()
        tag = f" {node.tag}" if node.tag else ""
        if node.alias is not None:
            yield f"  {at(node.alias)} {node.alias.text!r} alias of {what} {at(Place(node.file, node.begin, node.end))}"
        elif isinstance(node, Scalar):
            yield f"  {at(node.place)} {node.place.text!r} {what} {node.text!r}{f' {node.style}' if node.style else ''}{tag}"
        elif isinstance(node, Mapping):
            yield f"  {at(node.place)} {what}{tag} {' '.join(node.fields)}"
        else:
            yield f"  {at(node.place)} {what}{tag} of {len(node.items)}"


def check_spans(document: Document) -> None:
    """Every node lies in its document and in the node around it, and a scalar's text is what stands at its place."""
    for node in walk(document.root) if document.root is not None else ():
        place = node.place
        assert document.begin <= place.begin <= place.end <= document.end
        if node.alias is not None:
            assert place.text.startswith("*")
        elif not isinstance(node, Scalar):
            children = [child for entry in node.entries for child in entry] if isinstance(node, Mapping) else node.items
            assert all(place.covers(child.place) for child in children)
        elif node.style in ("'", '"'):
            assert len(place.text) > 1
            assert place.text[0] == place.text[-1] == node.style
        elif node.style:
            assert place.text[0] == node.style
            assert not place.text.endswith(("\n", "\r"))
        else:
            assert "".join(place.text.split()) == "".join(node.text.split()) or "#" in place.text
