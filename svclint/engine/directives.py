"""The suppressions of one file, and which places they reach."""

from collections.abc import Iterator
from functools import cached_property

from svclint.model.directive import MARK, Directive, Malformed, Reach, read_directives
from svclint.model.ignoring import read_annotations
from svclint.model.objects import object_roots
from svclint.model.resource import IGNORE, Resource
from svclint.rule.diagnostic import Diagnostic, ObjectName
from svclint.rule.registry import Registry
from svclint.rule.suppression import Suppression, resolve
from svclint.source.file import SourceFile
from svclint.source.place import Place
from svclint.workspace.kustomize.kustomization import is_kustomization
from svclint.yaml.document import Document
from svclint.yaml.node import Mapping, Node, Sequence
from svclint.yaml.read import read_all


def has_mark(file: SourceFile) -> bool:
    """Whether a file can have suppressions at all."""
    return MARK in file.text or IGNORE in file.text


class FileDirectives:
    """The suppressions of one file; it is read again only where it has a mark of one."""

    def __init__(self, file: SourceFile, registry: Registry) -> None:
        self._file = file
        self._registry = registry

    @cached_property
    def _read(self) -> tuple[Directive | Malformed, ...]:
        annotated = self.documents if IGNORE in self._file.text else ()
        annotations = (one for document in annotated for one in read_annotations(document.root))
        return (*read_directives(self._file), *annotations)

    @cached_property
    def suppressions(self) -> tuple[Suppression, ...]:
        """The comments, then the annotations, each kind in order."""
        return tuple(resolve(one, self._registry) for one in self._read if isinstance(one, Directive))

    @property
    def malformed(self) -> tuple[Malformed, ...]:
        """What was meant to be one and is none."""
        return tuple(one for one in self._read if isinstance(one, Malformed))

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents of the file, with their nodes, whatever their kinds."""
        return read_all(self._file)

    def covering(self, diagnostic: Diagnostic) -> Iterator[Suppression]:
        """The suppressions that name the diagnostic's rule and reach its place."""
        return (one for one in self.suppressions if one.naming(diagnostic.rule.code) and self._reaches(one.directive, diagnostic.place))

    def covering_related(self, diagnostic: Diagnostic, place: Place) -> Iterator[Suppression]:
        """Those that reach this related place, which is of the diagnostic's own object, or of a kustomization that builds it.

        What is said of another object, or that a whole file is spared, is none of this object's business.
        """
        for one in self.suppressions:
            spared = one.directive.reach is Reach.FILE or not one.naming(diagnostic.rule.code)
            if not spared and self._reaches(one.directive, place) and self._is_of(diagnostic.subject, place):
                yield one

    def _is_of(self, subject: ObjectName | None, place: Place) -> bool:
        if is_kustomization(self._file):
            return True
        document = self._document_at(place)
        objects = object_roots(document.root if document else None)
        around = (one for one in objects if one.node and _holds(one.node, place))
        return subject is not None and any(_is_named(Resource(one), subject) for one in around)

    def _document_at(self, place: Place) -> Document | None:
        return next((one for one in self.documents if one.begin <= place.begin <= one.end), None)

    def _reaches(self, directive: Directive, place: Place) -> bool:
        if directive.reach is Reach.FILE or directive.place.covers(place):
            return True  # what is said of a suppression itself can be silenced in its own list
        if directive.reach is Reach.OBJECT:
            return directive.owner is not None and directive.owner.node is not None and _holds(directive.owner.node, place)
        if directive.reach is Reach.DOCUMENT:
            # The document is the stretch between two markers; empty ones are not among the documents.
            return not any(_is_marker(line) for line in self._lines_between(directive.place, place))
        document = self._document_at(place)
        root = document.root if document else None
        if directive.alone:
            return self._following(directive.place, root).covers(place)
        line = directive.place.span.start.line
        return line in {place.span.start.line, *(key.span.start.line for key in _keys_around(root, place.begin)[-2:])}

    def _lines_between(self, one: Place, other: Place) -> Iterator[str]:
        first, last = sorted((one.span.start.line, other.span.start.line))
        return (self._file.line(number) for number in range(first + 1, last + 1))

    def _following(self, comment: Place, root: Node | None) -> Place:
        """The node that starts on the first line of content after a comment; that line where nothing is known of nodes."""
        number = comment.span.start.line + 1
        last = len(self._file.line_starts)
        while number < last and (not self._file.line(number).strip() or self._file.line(number).lstrip().startswith("#")):
            number += 1
        begin = self._file.line_starts[min(number, last) - 1]
        end = begin + len(self._file.line(number))
        nodes = (node for node in _stretches(root) if begin <= node.begin <= end)
        return Place(self._file, begin, max((node.end for node in nodes), default=end))


def _holds(node: Node, place: Place) -> bool:
    return node.file is place.file and node.begin <= place.begin < max(node.end, node.begin + 1)


def _is_named(one: Resource, subject: ObjectName) -> bool:
    """Whether a manifest is the object's; its namespace may come from a kustomization."""
    return (one.kind, one.name) == (subject.kind, subject.name) and one.namespace in ("", subject.namespace)


def _is_marker(line: str) -> bool:
    return line.startswith(("---", "...")) and line[3:4] in ("", " ", "\t")


def _keys_around(root: Node | None, offset: int) -> list[Place]:
    """The keys of the entries that hold an offset, the outermost first."""
    keys: list[Place] = []
    node = root
    while node is not None:
        inner: Node | None = None
        if isinstance(node, Mapping):
            for key, value in node.entries:
                if key.begin <= offset <= max(key.end, (value.alias or value).end):
                    keys.append(key.place)
                    inner = value if value.alias is None else None
        elif isinstance(node, Sequence):
            inner = next((item for item in node.items if item.alias is None and item.begin <= offset <= item.end), None)
        node = inner
    return keys


def _stretches(root: Node | None) -> Iterator[Place]:
    """Every entry and every item of a document as a whole."""
    todo = [root] if root else []
    while todo:
        node = todo.pop()
        if node.alias is not None:
            continue
        if isinstance(node, Mapping):
            for key, value in node.entries:
                yield Place(node.file, key.begin, max(key.end, (value.alias or value).end))
                todo.append(value)
        elif isinstance(node, Sequence):
            for item in node.items:
                yield Place(node.file, (item.alias or item).begin, (item.alias or item).end)
                todo.append(item)
