"""Where nodes are, as golden files: fixtures/yaml/spans/*.out, read by eye when they were made."""

from collections.abc import Callable
from pathlib import Path

import pytest

from svclint.yaml import parse
from svclint.yaml.read import read_all
from tests.yaml.cases import FIXTURES, check_spans, lines, source

FILES = sorted(path for path in (FIXTURES / "spans").iterdir() if path.suffix != ".out")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_spans(path: Path, golden: Callable[[str, str], None]) -> None:
    documents = read_all(source(path))
    golden(f"yaml/spans/{path.name}.out", "".join(f"{line}\n" for document in documents for line in lines(document)))
    for document in documents:
        check_spans(document)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_pure_parser_sees_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if path.name == "breaks.yaml":
        pytest.skip("YAML 1.2 has fewer line breaks than 1.1")
    expected = [list(lines(document)) for document in read_all(source(path))]
    monkeypatch.setattr(parse, "CParser", None)
    assert [list(lines(document)) for document in read_all(source(path))] == expected
