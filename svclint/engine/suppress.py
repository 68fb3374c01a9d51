"""Takes out the findings that a comment in the file silences."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from posixpath import basename

from svclint.engine.directive import Directive, Reach, read_directives
from svclint.model.objects import object_roots
from svclint.model.resource import Resource
from svclint.rule.diagnostic import Diagnostic, ObjectName
from svclint.rule.registry import Registry, UnknownRule
from svclint.rule.report import Silenced, Silencer
from svclint.source.file import SourceFile
from svclint.source.place import Place
from svclint.workspace.kustomize.kustomization import KUSTOMIZATION_NAMES
from svclint.yaml.document import Document
from svclint.yaml.node import Mapping, Node, Sequence
from svclint.yaml.read import read_all


def suppress(
    diagnostics: Iterable[Diagnostic], registry: Registry, previous: Iterable[SourceFile] = ()
) -> tuple[tuple[Diagnostic, ...], tuple[Silenced, ...]]:
    """The diagnostics that are left, and those that a comment covers, both in their order.

    A comment in a `previous` text is no answer to the edit, and covers nothing.
    """
    old = frozenset(previous)
    files: dict[SourceFile, _Silenced] = {}
    kept: list[Diagnostic] = []
    silent: list[Silenced] = []
    for one in diagnostics:
        for file in {place.file for place in (one.place, *(related.place for related in one.related))} - old - files.keys():
            files[file] = _Silenced(file, registry)
        there = files.get(one.place.file)
        related = ((files[each.place.file], each.place) for each in one.related if each.place.file in files)
        covering = (there.covering(one) if there else None) or next(
            (found for silenced, place in related if (found := silenced.covering_related(one, place))), None
        )
        if covering is None:
            kept.append(one)
        else:
            silent.append(Silenced(one, Silencer.COMMENT, covering.reason))
    return tuple(kept), tuple(silent)


class _Silenced:
    """The suppression comments of one file; its nodes are read again only where it has such comments."""

    def __init__(self, file: SourceFile, registry: Registry) -> None:
        self._file = file
        self._directives = [(directive, _codes(directive, registry)) for directive in read_directives(file)]

    def covering(self, diagnostic: Diagnostic) -> Directive | None:
        """The comment that names the diagnostic's rule and reaches its place."""
        return next((directive for directive in self._naming(diagnostic) if self._reaches(directive, diagnostic.place)), None)

    def covering_related(self, diagnostic: Diagnostic, place: Place) -> Directive | None:
        """The one that reaches this related place, which is of the diagnostic's own object, or of a kustomization that builds it.

        What a comment says of another object, or a whole file is spared, is none of this object's business.
        """
        naming = (directive for directive in self._naming(diagnostic) if directive.reach is not Reach.FILE)
        found = next((directive for directive in naming if self._reaches(directive, place)), None)
        return found if found and self._is_of(diagnostic.subject, place) else None

    def _naming(self, diagnostic: Diagnostic) -> list[Directive]:
        return [directive for directive, codes in self._directives if diagnostic.rule.code in codes]

    def _is_of(self, subject: ObjectName | None, place: Place) -> bool:
        if basename(self._file.path) in KUSTOMIZATION_NAMES:
            return True
        document = self._document_at(place)
        objects = object_roots(document.root if document else None)
        around = (one for one in objects if one.node and one.node.begin <= place.begin < one.node.end)
        return subject is not None and any(_is_named(Resource(one), subject) for one in around)

    def _document_at(self, place: Place) -> Document | None:
        return next((one for one in self._documents if one.begin <= place.begin <= one.end), None)

    @cached_property
    def _documents(self) -> tuple[Document, ...]:
        return read_all(self._file)

    def _reaches(self, directive: Directive, place: Place) -> bool:
        if directive.reach is Reach.FILE:
            return True
        if directive.reach is Reach.DOCUMENT:
            # The document is the stretch between two markers; empty ones are not among _documents.
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


def _is_named(one: Resource, subject: ObjectName) -> bool:
    """Whether a manifest is the object's; its namespace may come from a kustomization."""
    return (one.kind, one.name) == (subject.kind, subject.name) and one.namespace in ("", subject.namespace)


def _codes(directive: Directive, registry: Registry) -> frozenset[str]:
    codes: set[str] = set()
    for word in directive.words:
        try:
            codes |= {rule.code for rule in registry.match(word)}
        except UnknownRule:
            continue
    return frozenset(codes)


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
