"""The documents of a file that matter."""

from collections.abc import Iterator

from svclint.source.file import SourceFile
from svclint.source.place import Place
from svclint.yaml.document import Document, Problem, State, Until, Wanted
from svclint.yaml.node import Mapping, Node, Scalar
from svclint.yaml.scalars import resolve
from svclint.yaml.sniff import is_irrelevant, literal_kind
from svclint.yaml.split import Chunk, split

MAX_BYTES = 100 * 1024 * 1024
"""How long a file may be."""


def read_documents(
    file: SourceFile,
    wanted: Wanted,
    prefilter: bool = True,  # noqa: FBT001, FBT002 - as the setting
    until: Until | None = None,
) -> tuple[Document, ...]:
    """The documents of a file from which something is to be learnt, in order.

    Those that parse are mappings with a wanted `kind`. Of the others (see State) those are left out whose text proves
    that they are of no interest, or spells a kind that is not wanted; with kind None nobody can tell. `prefilter` off
    parses everything before it asks, with the same outcome. What stands beyond `until` is in no document's nodes. Raises nothing.
    """
    text = file.text
    chunks = split(text)
    if prefilter or len(text) > MAX_BYTES:
        chunks = [chunk for chunk in chunks if not is_irrelevant(text, chunk, wanted)]
    if chunks and len(text) > MAX_BYTES:
        return _oversized(file)
    return tuple(document for chunk in chunks for document in _wanted_documents(file, chunk, wanted, until))


def read_all(file: SourceFile) -> tuple[Document, ...]:
    """Every document of a file that is not empty, whatever its root and its kind: for files that are known by their name."""
    if len(file.text) > MAX_BYTES:
        return _oversized(file)
    return tuple(
        document if document.state is State.READ else document._replace(kind=literal_kind(file.text, document.begin, document.end, _any))
        for chunk in split(file.text)
        for document in _documents(file, chunk)
        if document.state is not State.READ or not _is_empty(document.root)
    )


def kind_of(root: Node | None) -> str | None:
    """The `kind` of an object, if it is one: a mapping with a string there."""
    kind = root.get("kind") if isinstance(root, Mapping) else None
    value = resolve(kind) if isinstance(kind, Scalar) else None
    return value if isinstance(value, str) and value else None


def _oversized(file: SourceFile) -> tuple[Document, ...]:
    problem = Problem(Place(file, 0, 0), f"more than {MAX_BYTES // 1024 // 1024} MiB")
    return (Document(file, 0, len(file.text), State.TOO_LARGE, problem=problem),)


def _documents(file: SourceFile, chunk: Chunk, until: Until | None = None) -> Iterator[Document]:
    """All documents of a chunk, with their kinds; templates told from what is broken."""
    from svclint.yaml.parse import parse  # noqa: PLC0415 - with it comes ruamel.yaml: most files need no parser

    end = until(file.text, chunk.begin, chunk.end) if until and not chunk.whole else chunk.end
    outcome = parse(file, chunk.start, end)
    if not chunk.whole and _is_syntax_error(outcome.state, outcome.problem) and _is_template(file.text, chunk.begin, chunk.end):
        yield Document(file, chunk.begin, chunk.end, State.TEMPLATE)  # also what seems complete before: "{{ if .x }}" is YAML
        return
    begins = [parsed.begin for parsed in outcome.documents]
    ends = [*begins[1:], outcome.begin if outcome.problem else chunk.end]
    begins[:1] = [chunk.begin] if begins else []
    for parsed, begin, end in zip(outcome.documents, begins, ends, strict=False):
        if parsed.odd and _is_template(file.text, begin, end):
            yield Document(file, begin, end, State.TEMPLATE)
        else:
            yield Document(file, begin, end, State.READ, kind_of(parsed.root), parsed.root, None, parsed.duplicates)
    problem = outcome.problem
    if problem is None:
        return
    if _is_syntax_error(outcome.state, problem) and _is_template(file.text, outcome.begin, chunk.end):
        yield Document(file, outcome.begin, chunk.end, State.TEMPLATE)
    else:
        yield Document(file, outcome.begin, chunk.end, outcome.state, problem=problem)


def _wanted_documents(file: SourceFile, chunk: Chunk, wanted: Wanted, until: Until | None) -> Iterator[Document]:
    text = file.text
    kind = None
    for document in _documents(file, chunk, until):
        before, kind = kind, document.kind
        if document.state is State.READ:
            if kind is not None and wanted(kind, text, document.begin, document.end):
                yield document
        elif not is_irrelevant(text, chunk, wanted):
            # What follows a complete document without a marker is the rest of its text: an outdented line ends a document.
            kind = literal_kind(text, document.begin, document.end, wanted) or (None if chunk.whole else before)
            if kind is None or wanted(kind, text, document.begin, document.end):
                yield document._replace(kind=kind)


def _is_syntax_error(state: State, problem: Problem | None) -> bool:
    return state is State.BROKEN and problem is not None and not problem.encoding


def _is_template(text: str, begin: int, end: int) -> bool:
    return text.find("{{", begin, end) >= 0 or text.find("{%", begin, end) >= 0


def _is_empty(root: Node | None) -> bool:
    return root is None or (isinstance(root, Scalar) and resolve(root) is None)


def _any(_kind: str, _text: str, _begin: int, _end: int) -> bool:
    return True
