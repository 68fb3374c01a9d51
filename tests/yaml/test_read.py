"""Which documents of a file come back, and in what state."""

import io
import os
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from svclint.source.file import Defect, SourceFile
from svclint.yaml import parse, read
from svclint.yaml.document import Document, State
from svclint.yaml.read import read_all, read_documents
from tests.yaml.cases import FIXTURES, check_spans, lines, rows, source, wanted

S = "kind: Service\n"
BROKEN = "kind: Service\na: b: c\n"
# The text, and the documents: state and kind, and the line where each begins.
CASES = [
    ("empty", "", ""),
    ("one", S, "read Service 1"),
    ("unwanted", "kind: ConfigMap\n", ""),
    ("unknown with containers", "kind: Game\ncontainers: []\n", "read Game 1"),
    ("unknown without", "kind: Game\n", ""),
    ("no kind", "a: b\n", ""),
    ("kind that is no string", "kind: yes\ncontainers: []\n---\nkind: 80\n---\nkind: [Service]\n---\nkind:\n", ""),
    ("kind that is a string", "kind: !!str Service\n---\nkind: |-\n  Pod\n", "read Service 1, read Pod 2"),
    ("kind merged", "a: &a {kind: Service}\n<<: *a\n", "read Service 1"),
    ("root is a list", "- kind: Service\n", ""),
    ("several", S + "---\nkind: Secret\n---\n---\n# c\n---\nkind: Pod\n...\n", "read Service 1, read Pod 7"),
    ("end marker before a document", S + "...\nkind: Pod\n", "read Service 1, read Pod 2"),
    ("comment behind the marker", "--- # c\n" + S, "read Service 1"),
    ("flow behind the marker", "--- {kind: Service}\n--- {kind: Pod}", "read Service 1, read Pod 2"),
    ("carriage returns", "kind: Service\r\n---\r\nkind: Pod\r\n", "read Service 1, read Pod 2"),
    ("lone carriage returns", "kind: Service\r---\rkind: Pod\r", "read Service 1, read Pod 2"),
    ("next line", "a: \x85\nkind: Service\n---\nkind: Pod\n", "read Service 1, read Pod 3"),
    ("directive", "%YAML 1.1\n---\nkind: Service\n---\nkind: Pod\n", "read Service 1, read Pod 4"),
    ("byte-order mark within", S + "---\n\ufeffa: b\nkind: Pod\n", "read Service 1, read Pod 2"),
    ("JSON", '{"kind": "Service"}', "read Service 1"),
    ("JSON objects in a row", '{"kind": "Service"}\n{"kind": "Pod"}{"kind": "Secret"}\n', "read Service 1, read Pod 2"),
    ("JSON objects, the last cut off", '{"kind": "Service"}\n{"kind": "Pod", ', "read Service 1, broken Pod 2"),
    ("broken", BROKEN, "broken Service 1"),
    ("broken, unwanted", "kind: Secret\na: b: c\n", ""),
    ("broken, kind hidden", "kind: &a Service\na: b: c\n", "broken None 1"),
    ("broken, no kind", "a: b: c\n", ""),
    ("broken, kind indented", "a: b: c\n  kind: Service\n", ""),
    ("broken among good", S + "---\n" + BROKEN + "---\nkind: Pod\n", "read Service 1, broken Service 2, read Pod 5"),
    ("broken, unsplittable", "%YAML 1.1\n---\n" + S + "---\n" + BROKEN + "---\nkind: Pod\n", "read Service 1, broken Service 4"),
    ("outdented", " kind: Service\nspec: a\n", "read Service 1, broken Service 2"),
    ("outdented, unwanted", " kind: Secret\nspec: a\n", ""),
    ("template that does not parse", "kind: Service\n{{ if .a }}\na: b\n{{ end }}\n", "template Service 1"),
    ("template that parses", "kind: Service\na: {{ .b }}\n", "template Service 1"),
    ("template in a string", "kind: Service\na: '{{ .b }}'\nc: b{{ .d }}\n", "read Service 1"),
    ("template, Jinja", "kind: Service\n{% if a %}\n", "template Service 1"),
    ("template, unwanted", "kind: Secret\n{{ if .a }}\n", ""),
    ("template, kind unknown", "kind: {{ .kind }}\n", "template None 1"),
    ("template, one kind of two wanted", "{{ if }}\nkind: Secret\n{{ else }}\nkind: Pod\n{{ end }}\n", "template Pod 1"),
    ("template without a kind", "{{ include }}\n", ""),
    ("complex key without a template", "kind: Service\n? {a: b}\n: c\n", "read Service 1"),
    ("complex key and a template's text", "kind: Service\n? {a: b}\n: '{{ c }}'\n", "template Service 1"),
    ("undefined alias", "kind: Service\na: *b\n", "broken Service 1"),
    ("NUL", S + "a: \0\n---\nkind: Pod\n", "broken Service 1"),
    ("NUL, no kind", "a: \0\n", ""),
    ("UTF-16 read as UTF-8", "k\0i\0n\0d\0:\0", "broken None 1"),
    ("control character", S + "a: \x01\n---\nkind: Pod\n", "broken Service 1, read Pod 3"),
    ("surrogate", S + "a: \udc80\n---\nkind: Pod\n", "broken Service 1, read Pod 3"),
    ("surrogate, unwanted", "kind: Secret\na: \udc80\n", ""),
    ("escapes of JSON outside JSON", S + 'a: "\\/"\n', "broken Service 1"),
    ("colon in a flow scalar", S + "a: {b: c:d}\n", "read Service 1"),
    ("tabs that separate", "kind:\tService\na: b\t\n", "read Service 1"),
]
IDS = [case[0] for case in CASES]


def shown(documents: tuple[Document, ...]) -> str:
    return ", ".join(f"{one.state.value} {one.kind} {one.file.position(one.begin).line}" for one in documents)


@pytest.mark.parametrize("prefilter", [True, False], ids=["sniffed", "all parsed"])
@pytest.mark.parametrize("parser", ["C", "pure"])
@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=IDS)
def test_documents(text: str, expected: str, parser: str, prefilter: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "pure":
        monkeypatch.setattr(parse, "CParser", None)
        if "\x85" in text or "\r---" in text:
            pytest.skip("YAML 1.2 has other line breaks than 1.1")
    file = SourceFile("a.yaml", text)
    documents = read_documents(file, wanted, prefilter)
    assert shown(documents) == expected
    for document in documents:
        assert (document.root is not None) is (document.state is State.READ)
        assert (document.problem is not None) is (document.state in (State.BROKEN, State.TOO_LARGE))
        check_spans(document)


def test_defect_marks_what_is_no_text() -> None:
    documents = read_documents(SourceFile("a.yaml", S + "---\nx: \udce9 kind\n", "utf-8", Defect(21, "no UTF-8")), wanted)
    assert shown(documents) == "read Service 1"
    (document,) = read_documents(SourceFile("a.yaml", "{kind: \udce9", "utf-8", Defect(7, "no UTF-8")), wanted)
    assert document.problem is not None
    assert (document.kind, document.problem.encoding, document.problem.message) == (None, True, "no UTF-8")


def test_offsets_count_from_the_start_of_the_file() -> None:
    documents = read_documents(SourceFile("a.yaml", "a: é😀\n---\n" + S + "---\nkind: Pod\n"), wanted)
    assert [document.root.place.text for document in documents if document.root] == ["kind: Service", "kind: Pod"]


def test_read_all_keeps_what_has_no_kind() -> None:
    documents = read_all(SourceFile("a.yaml", "a: b\n---\n---\n# c\n--- ~\n--- 5\n---\n- x\n--- 'a\n"))
    assert shown(documents) == "read None 1, read None 6, read None 7, broken None 9"


def test_a_file_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MAX_BYTES", 100)
    for prefilter in (True, False):
        assert shown(read_documents(SourceFile("a.yaml", S + "#" * 100), wanted, prefilter)) == "too large None 1"
        assert shown(read_documents(SourceFile("a.yaml", "kind: Secret\n" + "#" * 100), wanted, prefilter)) == ""
    assert shown(read_all(SourceFile("a.yaml", "a: b\n" + "#" * 100))) == "too large None 1"


def everything() -> list[SourceFile]:
    """All fixtures of yaml/, and real streams where they are at hand."""
    files = [source(path) for path in sorted((FIXTURES / "spans").iterdir()) if path.suffix != ".out"]
    files += [SourceFile(row["name"], row.get("text") or row["yaml"]) for name in ("problems.jsonl", "scalars.jsonl") for row in rows(name)]
    return files


def rendered() -> list[SourceFile]:
    shared = Path(os.environ.get("SVCLINT_SHARED", Path(__file__).parents[2].parent / "shared"))
    archive = shared / "corpora" / "rendered.tar.xz"
    if not archive.exists():
        pytest.skip("no real streams here")
    with tarfile.open(fileobj=io.BytesIO(archive.read_bytes())) as tar:
        members = [member for member in tar if member.isfile()]
        return [SourceFile(member.name, content.read().decode()) for member in members if (content := tar.extractfile(member))]


@pytest.mark.parametrize("files", [everything, rendered], ids=["fixtures", "real streams"])
def test_prefilter_changes_nothing(files: Callable[[], list[SourceFile]]) -> None:
    for file in files():
        with_it, without = read_documents(file, wanted), read_documents(file, wanted, prefilter=False)
        assert [one[1:5] for one in with_it] == [one[1:5] for one in without], file.path
        assert [list(lines(one)) for one in with_it] == [list(lines(one)) for one in without]
        for document in with_it:
            check_spans(document)
