"""The command rule: a page, and the list."""

import json
from pathlib import Path

import pytest

from svclint.checks import RULES
from svclint.rulebook import locate
from tests.cli.project import run

PAGE = "# invalid-port-number (SVC205)\n\n| | |\n| --- | --- |\n| class | rejected |\n\n## What it checks\n\nThe **port**.\n"


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules" / "ports").mkdir(parents=True)
    (tmp_path / "rules" / "ports" / "invalid-port-number.md").write_text(PAGE)
    monkeypatch.setattr(locate, "_PACKAGE", str(tmp_path))


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("word", ["invalid-port-number", "SVC205"])
def test_a_page(word: str) -> None:
    result = run("rule", word)
    assert result.exit_code == 0
    assert result.stdout.startswith("invalid-port-number (SVC205)\n====")
    assert "class  rejected\n" in result.stdout
    assert result.stdout.endswith("What it checks\n--------------\n\nThe port.\n")
    assert run("rule", word, "--format", "markdown").stdout == PAGE


@pytest.mark.usefixtures("pages")
def test_json() -> None:
    value = json.loads(run("rule", "SVC205", "--format", "json").stdout)
    assert value["page"] == PAGE
    assert (value["code"], value["name"], value["class"], value["severity"]) == ("SVC205", "invalid-port-number", "rejected", "error")
    assert isinstance(value["fix"], list)


@pytest.mark.usefixtures("pages")
def test_a_missing_page() -> None:
    result = run("rule", "SVC201")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("svclint: node-port-out-of-range (SVC201): ")


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_all(form: str) -> None:
    result = run("rule", "--all", "--format", form)
    assert result.exit_code == 0
    for rule in RULES:
        assert all(word in result.stdout for word in (rule.code, rule.name, rule.category.value))
    if form == "json":
        assert [value["code"] for value in json.loads(result.stdout)] == [rule.code for rule in RULES]
