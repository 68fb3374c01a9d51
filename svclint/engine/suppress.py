"""Takes out the findings that a comment in the file silences."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from svclint.engine.directive import Directive, Reach, read_directives
from svclint.policy.kinds import wanted
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.registry import Registry, UnknownRule
from svclint.source.file import SourceFile
from svclint.source.place import Place
from svclint.yaml.document import Document
from svclint.yaml.node import Mapping, Node, Sequence
from svclint.yaml.read import read_documents


def suppress(diagnostics: Iterable[Diagnostic], registry: Registry) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The diagnostics that are left, and those that a comment covers, both in their order."""
    files: dict[SourceFile, _Silenced] = {}
    kept: list[Diagnostic] = []
    silent: list[Diagnostic] = []
    for one in diagnostics:
        file = one.place.file
        if file not in files:
            files[file] = _Silenced(file, registry)
        (silent if files[file].covers(one) else kept).append(one)
    return tuple(kept), tuple(silent)


class _Silenced:
    """The suppression comments of one file; its nodes are read again only where it has such comments."""

    def __init__(self, file: SourceFile, registry: Registry) -> None:
        self._file = file
        self._directives = [(directive, _codes(directive, registry)) for directive in read_directives(file)]

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether some comment names the diagnostic's rule and reaches its place."""
        code, place = diagnostic.rule.code, diagnostic.place
        return any(code in codes and self._reaches(directive, place) for directive, codes in self._directives)

    @cached_property
    def _documents(self) -> tuple[Document, ...]:
        return read_documents(self._file, wanted)

    def _reaches(self, directive: Directive, place: Place) -> bool:
        if directive.reach is Reach.FILE:
            return True
        if directive.reach is Reach.DOCUMENT:
            # The document is the stretch between two markers; those that hold nothing of ours are not among _documents.
            return not any(_is_marker(line) for line in self._lines_between(directive.place, place))
        document = next((one for one in self._documents if one.begin <= place.begin <= one.end), None)
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
