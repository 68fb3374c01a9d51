"""The command transitions: which settings it reads, its formats, its exit codes."""

import json
from pathlib import Path

import pytest

from tests.cli.project import run


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text('[tool.svclint.transitions]\nallow = ["NodePort -> ClusterIP"]\n')
    return tmp_path


RUNS = {
    "table": ([], "  NodePort -> ClusterIP  ok  by default illegal  pyproject.toml:2:10\n"),
    "isolated": (["--isolated"], "the Service stays what it was\n"),
    "over": (["--config", "transitions.allow = []"], "the Service stays what it was\n"),
    "mermaid": (["--format", "mermaid"], "    ExternalName --> [*]\n"),
    "json": (["--format", "json"], "\n}\n"),
}


@pytest.mark.parametrize(("words", "end"), RUNS.values(), ids=RUNS)
def test_run(words: list[str], end: str) -> None:
    result = run("transitions", *words)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(end)


def test_an_edge_says_where_it_is_set() -> None:
    edges = json.loads(run("transitions", "--format", "json").stdout)["edges"]
    assert [(one["from"], one["to"], one["set_at"]) for one in edges if one["set_at"]] == [("NodePort", "ClusterIP", "pyproject.toml:2:10")]


def test_colour() -> None:
    assert "\x1b[" in run("transitions", "--color", "always").stdout
    assert "\x1b[" not in run("transitions", "--color", "always", "--format", "mermaid").stdout


REFUSED = {
    "format": (["--format", "mermade"], '--format: "mermade" is not one of table, mermaid, json; did you mean mermaid?'),
    "flag": (["--isolate"], "unknown flag --isolate; did you mean --isolated?"),
    "setting": (
        ["--config", "transitions.forbid = ['NodePort']"],
        "--config 'transitions.forbid = ['NodePort']': transitions.forbid: \"NodePort\" is no transition: write \"NodePort -> ClusterIP\"",
    ),
    "path": (["k8s"], "got unexpected extra argument (k8s)"),
}


@pytest.mark.parametrize(("words", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(words: list[str], message: str) -> None:
    result = run("transitions", *words)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"svclint: {message}\n")
