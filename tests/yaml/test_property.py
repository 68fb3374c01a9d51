"""Whatever the text: nothing raises, every place lies in the text, and the prefilter changes nothing."""

import random
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from svclint.source.file import SourceFile
from svclint.yaml import parse
from svclint.yaml.comments import comments
from svclint.yaml.document import Document
from svclint.yaml.node import Mapping, walk
from svclint.yaml.read import read_all, read_documents
from svclint.yaml.values import ConversionError, to_json
from tests.yaml.cases import FIXTURES, check_spans, lines, rows, source, wanted

SIGNS = [
    *":-?[]{},#&*!|>'\"%@`<\\/\t\n \r~=é😀\x00\x85",
    *("\r\n", "---\n", "...\n", "kind: Service\n", "kind", "<<: ", "*a", "&a ", "!!str ", "{{ x }}"),
]
SEEDS = [source(path).text for path in sorted((FIXTURES / "spans").iterdir()) if path.suffix != ".out"]
SEEDS += [row["text"] for row in rows("problems.jsonl")]
bounded = settings(deadline=None, derandomize=True, max_examples=300, database=None)


def check(text: str) -> None:
    file = SourceFile("a.yaml", text)
    documents = read_documents(file, wanted)
    assert [list(told(one)) for one in documents] == [list(told(one)) for one in read_documents(file, wanted, prefilter=False)]
    for document in (*documents, *read_all(file)):
        assert 0 <= document.begin <= document.end <= len(text)
        list(told(document))
        check_spans(document)
        for node in walk(document.root) if document.root is not None else ():
            if isinstance(node, Mapping):
                assert all(name in node.fields for name in node.fields)
        for strict in (False, True):
            with suppress(ConversionError):
                to_json(document.root, strict) if document.root is not None else None
    for comment in comments(file):
        assert comment.place.text.startswith("#")
        assert "\n" not in comment.place.text


def told(document: Document) -> list[str]:
    problem = document.problem
    if problem is None:
        return list(lines(document))
    assert problem.message
    assert 0 <= problem.place.begin <= problem.place.end <= len(document.file.text)
    if problem.related:
        assert 0 <= problem.related[0].begin <= problem.related[0].end <= len(document.file.text)
    return [str(document[1:5]), problem.message, problem.note, str(problem.place[1:])]


def mutations(how_many: int) -> list[str]:
    choice = random.Random(11)
    texts = []
    for _ in range(how_many):
        text = choice.choice(SEEDS)
        for _ in range(choice.randint(1, 4)):
            at, length = choice.randint(0, len(text)), choice.choice((0, 0, 1, 5))
            text = text[:at] + choice.choice((*SIGNS, "", text[:20])) + text[at + length :]
        texts.append(text)
    return texts


def test_mutations() -> None:
    for text in mutations(1500):
        check(text)


def test_mutations_by_the_pure_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "CParser", None)
    for text in mutations(200):
        check(text)


@bounded
@given(st.text())
@example("\ufeff")
@example("kind: Service\nname: !*!fo, b\n")
@example("kind: Service\nspec: &fo?=oo]\n")
@example("kind: Service\nspec:\n!!st] : ClusterIP\n")
@example("kind: Service\n\udc80")
def test_any_text(text: str) -> None:
    check(text)


@bounded
@given(st.lists(st.sampled_from([*SIGNS, "a", "b: c\n", "1"]), max_size=30).map("".join))
def test_any_signs(text: str) -> None:
    check(text)
    check("kind: Service\na: " + text)
