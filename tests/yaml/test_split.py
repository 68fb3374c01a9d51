"""Where a text is cut into documents."""

import pytest

from svclint.yaml.split import split

CASES = [
    ("empty", "", [""]),
    ("one", "a: 1\n", ["a: 1\n"]),
    ("two", "a: 1\n---\nb: 2\n", ["a: 1\n", "---\nb: 2\n"]),
    ("marker first", "---\na: 1\n---\nb: 2", ["---\na: 1\n", "---\nb: 2"]),
    ("comment before", "# c\n---\na: 1\n", ["# c\n", "---\na: 1\n"]),
    ("text behind", "--- # c\na: 1\n--- {b: 2}\n---\t!!map\n", ["--- # c\na: 1\n", "--- {b: 2}\n", "---\t!!map\n"]),
    ("end marker", "a: 1\n...\nb: 2\n", ["a: 1\n", "...\nb: 2\n"]),
    ("at the end", "a: 1\n---", ["a: 1\n", "---"]),
    ("carriage returns", "a: 1\r\n---\r\nb: 2\r\n", ["a: 1\r\n", "---\r\nb: 2\r\n"]),
    ("no marker", "a: |\n  ---\n---x\n----\n --- \n", ["a: |\n  ---\n---x\n----\n --- \n"]),
]
UNCUT = [
    "%YAML 1.1\n---\na: 1\n",
    "a\rb\n---\nc",
    "a: \x85\n---\nb",
    "a\u2028\n---\n",
    "a\u2029\n---\n",
    "\0\n---\n",
    "a\n\ufeff---\n---\nb",
]


@pytest.mark.parametrize(("text", "chunks"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_split(text: str, chunks: list[str]) -> None:
    found = split(text)
    assert [text[chunk.begin : chunk.end] for chunk in found] == chunks
    assert not any(chunk.whole for chunk in found)


@pytest.mark.parametrize("text", UNCUT, ids=ascii)
def test_uncut(text: str) -> None:
    (chunk,) = split(text)
    assert chunk.whole
    assert (chunk.begin, chunk.end) == (0, len(text))
