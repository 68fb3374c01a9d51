"""The life cycle as people see it: what `svclint transitions` prints, and the page that shows it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from svclint.config.load import Loaded, load
from svclint.output import transitions
from tests.conftest import FIXTURES
from tests.support.archive import SHARED
from tests.support.command import ROOT
from tests.support.run import REGISTRY
from tests.support.session import renewed

PAGE = (ROOT / "docs" / "life-cycle.md").read_text(encoding="utf-8")
DIAGRAM = re.compile(r"(?<=^```mermaid\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
NAMES = ["default", *(path.stem for path in sorted((FIXTURES / "transitions").glob("*.toml")))]


def settings(name: str) -> Loaded:
    """The settings of a fixture, as a repository's own."""
    path = FIXTURES / "transitions" / f"{name}.toml"
    loaded = load("/", REGISTRY, config=[str(path)] if path.exists() else [], isolated=True)
    for entry in loaded.entries.values():
        entry.source.name = "svclint.toml"
    return loaded


@pytest.mark.parametrize("name", NAMES)
def test_table(name: str, golden: Callable[[str, str], None]) -> None:
    loaded = settings(name)
    lifecycle, places = loaded.settings.lifecycle, loaded.edge_places()
    golden(f"transitions/{name}.txt", transitions.table(lifecycle, places))
    golden(f"transitions/{name}.ansi", transitions.table(lifecycle, places, colour=True))


@pytest.mark.parametrize("name", NAMES)
def test_diagram(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"transitions/{name}.mermaid", transitions.mermaid(settings(name).settings.lifecycle))


@pytest.mark.parametrize("name", NAMES)
def test_json(name: str, golden: Callable[[str, str], None]) -> None:
    loaded = settings(name)
    golden(f"transitions/{name}.json", transitions.as_json(loaded.settings.lifecycle, loaded.edge_places()))


def test_the_page_shows_what_is_printed(golden: Callable[[str, str], None]) -> None:
    assert DIAGRAM.search(PAGE)
    golden("../docs/life-cycle.md", DIAGRAM.sub(transitions.mermaid(settings("default").settings.lifecycle), renewed(PAGE)))


def test_the_pages_links_and_settings(tmp_path: Path) -> None:
    links = re.findall(r"\]\(([^):#]+)\)", PAGE)
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
    blocks = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert blocks
    for block in blocks:
        (tmp_path / "pyproject.toml").write_text(block)
        load(str(tmp_path), REGISTRY)


def test_every_key_of_the_json_is_documented() -> None:
    found = json.loads(transitions.as_json(settings("strict").settings.lifecycle, {}))
    assert [key for key in (*found, *found["edges"][0]) if f"`{key}`" not in PAGE] == []


@pytest.mark.skipif(not (SHARED / "design.md").exists(), reason="the design is not at hand")
def test_the_default_table_is_the_designs() -> None:
    rows = re.findall(r"^\| (.*) \|$", (SHARED / "design.md").read_text(encoding="utf-8").partition("| from \\ to |")[2], re.MULTILINE)
    cells = [[cell.strip() for cell in row.split("|")] for row in rows[1:7]]
    lines = transitions.table(settings("default").settings.lifecycle, {}).splitlines()[1:7]
    assert [[cell for cell in row if cell] for row in cells] == [re.split(r" {2,}", line) for line in lines]
