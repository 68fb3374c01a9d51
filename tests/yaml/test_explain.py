"""What is said of texts that are not YAML: fixtures/yaml/problems.out, a golden file to be read."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from svclint.source.file import Defect, SourceFile
from svclint.yaml import parse
from svclint.yaml.document import Document
from svclint.yaml.read import read_all, read_documents
from tests.yaml.cases import at, rows, wanted

ROWS = rows("problems.jsonl")
# What only one of the parsers says.
DIFFERENT = {"asterisk"}


def told(document: Document) -> Iterator[str]:
    problem = document.problem
    yield f"  {document.state.value} {document.kind}"
    if problem is None:
        return
    line = problem.place.span.start.line
    column, end = problem.place.span.start.column, problem.place.span.end
    width = end.column - column if end.line == line else 1
    yield f"  {at(problem.place)} {problem.message}"
    yield f"  | {document.file.line(line)!r}"[:100]
    yield "  | " + " " * column + "^" * max(width, 1)
    if problem.note:
        yield f"  note: {problem.note}"
    if problem.related:
        yield f"  {at(problem.related[0])} {problem.related[1]}"
    if problem.encoding:
        yield "  not text"


def report(row: dict[str, Any]) -> str:
    documents = read_all(SourceFile("a.yaml", row["text"]))
    return "".join(f"{line}\n" for document in documents for line in told(document))


def test_problems(golden: Callable[[str, str], None]) -> None:
    golden("yaml/problems.out", "\n".join(f"{row['name']}\n{report(row)}" for row in ROWS))


@pytest.mark.parametrize("row", [row for row in ROWS if row["name"] not in DIFFERENT], ids=lambda row: row["name"])
def test_both_parsers_say_the_same(row: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    expected = report(row)
    monkeypatch.setattr(parse, "CParser", None)
    assert report(row) == expected


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_style(row: dict[str, Any]) -> None:
    """Lower case unless it is an abbreviation, no full stop, short, and within the file."""
    for document in read_all(SourceFile("a.yaml", row["text"])):
        problem = document.problem
        if problem is not None:
            assert problem.message[:3] == problem.message[:3].lower() or problem.message.startswith(("NUL", "JSON"))
            assert not problem.message.endswith((".", ":", "!"))
            assert len(problem.message) < 100
            assert 0 <= problem.place.begin <= problem.place.end <= len(row["text"])


def test_bytes_that_are_not_text() -> None:
    text = "kind: Service\nname: caf\udce9\n"
    (document,) = read_documents(SourceFile("a.yaml", text, "utf-8", Defect(23, "byte 0xe9 is not UTF-8")), wanted)
    assert document.problem is not None
    assert (document.kind, document.problem.message, document.problem.place.begin, document.problem.encoding) == (
        "Service",
        "byte 0xe9 is not UTF-8",
        23,
        True,
    )
