"""The README says what is: its outputs are real, its settings are accepted, its table lists the rules there are."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from svclint.checks import RULES
from svclint.config.load import load
from svclint.rule.registry import Registry
from tests.support.command import ROOT
from tests.support.facts import index
from tests.support.session import renewed

README = (ROOT / "README.md").read_text()
TABLE = re.compile(r"(?<=\n\n)\| code \|.*?\n(?=\n)", re.DOTALL)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="the paths in the outputs are relative to a work tree")
def test_outputs_and_rules(golden: Callable[[str, str], None]) -> None:
    assert TABLE.search(README)
    golden("../README.md", TABLE.sub(lambda _: table(), renewed(README)))


def test_the_pages_exist() -> None:
    links = re.findall(r"\]\(([^):#]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_settings_are_accepted(tmp_path: Path) -> None:
    blocks = re.findall(r"^```toml\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert blocks
    for block in blocks:
        (tmp_path / "pyproject.toml").write_text(block)
        load(str(tmp_path), Registry(RULES))


def table() -> str:
    """That of rules/README.md, seen from here."""
    rows = [line for line in index(RULES).splitlines() if line.startswith("|")]
    return "".join(f"{row.replace('](', '](rules/')}\n" for row in rows)
