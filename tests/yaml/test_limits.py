"""Hostile texts: each is refused, or read, in bounded time and without a crash, by both parsers."""

import pytest

from svclint.source.file import SourceFile
from svclint.yaml import build, parse
from svclint.yaml.comments import comments
from svclint.yaml.document import State
from svclint.yaml.node import Mapping, Node, Sequence
from svclint.yaml.read import read_documents
from svclint.yaml.values import to_json
from tests.yaml.cases import wanted

MANY = 100_000
HEAD = "kind: Service\nx:\n "


def bomb(link: str) -> str:
    """Nine levels, each ten times the one below."""
    levels = [f"a{level}: &a{level} {link.replace('@', ','.join([f'*a{level - 1}'] * 10))}\n" for level in range(1, 10)]
    return HEAD + "1\na0: &a0 {k: 1, l: [1, 2]}\n" + "".join(levels)


DEEP = "nested more than 200 levels deep"
NODES = "more than 1,000,000 nodes"
LARGE = [
    ("dashes", HEAD + "- " * MANY, DEEP),
    ("question marks", HEAD + "? " * MANY, DEEP),
    ("brackets", HEAD + "[" * MANY, DEEP),
    ("closed brackets", HEAD + "[" * MANY + "]" * MANY, DEEP),
    ("braces", HEAD + "{" * MANY, DEEP),
    ("flow mappings", HEAD + "{a: " * MANY, DEEP),
    ("JSON", '{"kind":' * MANY, DEEP),
    (
        "aliases one in the other",
        HEAD + "1\n" + "".join(f"a{i}: &a{i} {'[' * 90}{f'*a{i - 1}' if i else ''}{']' * 90}\n" for i in range(4)),
        DEEP,
    ),
    ("alias bomb", bomb("[@]"), NODES),
    ("merge bomb", bomb("{<<: [@]}"), NODES),
    ("merges in a row", HEAD + f"&a {{{','.join(f'k{i}: 1' for i in range(1000))}}}\nb:\n" + "  <<: *a\n" * 600, NODES),
    ("JSON objects in a row", '{"kind": "Service"}\n' * 2000, "more than 1,000 JSON objects in a row"),
]
# Each is long where a careless pattern would try every way to cut it.
LONG = [
    ("comments without content", "kind: Service\na:" + " \n#" * MANY + "\nb: 1"),
    ("number signs", "kind: Service\na: !x" + " #" * MANY + "\nb: &"),
    ("blanks behind a kind", "kind: Service" + " " * MANY + "x\n: a: b"),
    ("kinds and blanks", ("kind" + " " * 1000) * 100 + "\n{"),
    ("asterisks", '{"a": "kind & ' + "*" * MANY + '"}'),
    ("tabs", "kind: Service\na: b" + "\t" * MANY + "c: d: e"),
    ("quotes", "kind: Service\n" + 'a: "' * 20_000),
    ("kinds", "{{\n" + "kind: A\n" * 20_000),
    ("escapes", 'kind: Service\na: "' + "\\/" * 20_000 + '"'),
    ("words", "kind: Service\nfoo " + "a " * MANY + "\nb: c"),
    ("digits", "kind: Service\nport: " + "9" * MANY + "\n" + "9" * 500 + ": 1\n"),
    ("control characters", "kind: Service\n" + "\1" * MANY),
    ("equal keys", "kind: Service\n" + "a: 1\n" * 2000),
    ("documents", "---\n" * 10_000),
    ("lone carriage returns", "\r---" * 2000 + "\rkind: Service"),
]


@pytest.fixture(params=["C", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "pure":
        monkeypatch.setattr(parse, "CParser", None)
    return str(request.param)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "message"), [case[1:] for case in LARGE], ids=[case[0] for case in LARGE])
def test_too_large(text: str, message: str) -> None:
    document = read_documents(SourceFile("a.yaml", text), wanted)[-1]
    assert document.state is State.TOO_LARGE
    assert document.problem is not None
    assert document.problem.message == message
    assert comments(SourceFile("a.yaml", text)) == ()


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", [case[1] for case in LONG], ids=[case[0] for case in LONG])
def test_long(text: str) -> None:
    for prefilter in (True, False):
        for document in read_documents(SourceFile("a.yaml", text), wanted, prefilter):
            assert document.begin <= document.end
    comments(SourceFile("a.yaml", text))


def test_too_many_keys() -> None:
    (document,) = read_documents(SourceFile("a.yaml", "kind: Service\n" + "".join(f"k{i}: 1\n" for i in range(500_000))), wanted)
    assert document.problem is not None
    assert document.problem.message == NODES


@pytest.mark.parametrize(("room", "state"), [(13, State.READ), (12, State.TOO_LARGE)])
def test_what_counts(room: int, state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """The root, four keys, `Service`, a list of two, the list again by its alias, and a number: each is a node."""
    monkeypatch.setattr(build, "MAX_NODES", room)
    (document,) = read_documents(SourceFile("a.yaml", "kind: Service\na: &a [1, 2]\nb: *a\nc: 3\n"), wanted)
    assert document.state is state


def test_limits_hold_for_each_document_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "MAX_NODES", 4)
    documents = read_documents(SourceFile("a.yaml", "%YAML 1.1\n" + "---\nkind: Service\n" * 5 + "---\nkind: Pod\na: b\n"), wanted)
    assert [document.state for document in documents] == [State.READ] * 5 + [State.TOO_LARGE]


def test_what_is_just_small_enough_can_be_walked_by_recursion() -> None:
    text = "kind: Service\na: &a " + "[" * 99 + "]" * 99 + "\nb: " + "[" * 99 + "*a" + "]" * 99 + "\n"
    (document,) = read_documents(SourceFile("a.yaml", text), wanted)
    assert document.state is State.READ
    assert document.root is not None
    to_json(document.root, strict=True)
    assert depth(document.root) == 199
    (document,) = read_documents(SourceFile("a.yaml", text.replace("b: [[", "b: [[[[")), wanted)
    assert document.state is State.TOO_LARGE


def depth(node: Node) -> int:
    children = list(node.items) if isinstance(node, Sequence) else [value for _, value in node.entries] if isinstance(node, Mapping) else []
    return 1 + max(map(depth, children), default=0) if not isinstance(node, Mapping | Sequence) or children else 1
