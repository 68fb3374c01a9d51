"""What a start costs: in a hook it is most of the time, so every module that it imports beyond click's own is named here."""

import sys
from pathlib import Path

import pytest

from tests.support.command import command

REPORT = "import sys\nprint('modules:', *sys.modules, file=sys.stderr)"
CLICK = "import click\nclick.Group('x', commands=[click.Command('y')]).main(['--help'], standalone_mode=False)"
SVCLINT = "from svclint.cli.main import main\ntry:\n    main.main({words})\nexcept SystemExit:\n    pass"

START = """
    svclint svclint.cli svclint.cli.guard svclint.cli.main svclint.cli.stream svclint.output svclint.output.colour
    svclint.output.escape svclint.rule svclint.rule.severity svclint.source svclint.source.nearest svclint.version
"""
HELP = (
    START
    + "svclint.cli.check svclint.cli.emit svclint.cli.option svclint.cli.reading svclint.cli.rule svclint.cli.show svclint.cli.transitions"
)
STANDARD = set("_bisect _struct bisect gc importlib._abc importlib.util struct".split())


def imported(code: str, folder: Path) -> set[str]:
    done = command([sys.executable, "-c", f"{code}\n{REPORT}"], folder)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture(scope="module")
def click_alone(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    return imported(CLICK, tmp_path_factory.mktemp("click"))


@pytest.mark.parametrize(("word", "expected"), [("--version", START), ("--help", HELP)])
def test_a_start_imports_neither_rules_nor_parser(word: str, expected: str, click_alone: set[str], tmp_path: Path) -> None:
    modules = imported(SVCLINT.format(words=[word]), tmp_path) - click_alone
    assert {name for name in modules if name.startswith("svclint")} == set(expected.split())
    assert {name for name in modules if not name.startswith("svclint")} <= STANDARD


@pytest.mark.parametrize("text", ["", "kind: ConfigMap\napiVersion: v1\n", "just: data\n"], ids=["no file", "another kind", "no object"])
def test_a_check_without_anything_to_judge_imports_no_parser(text: str, click_alone: set[str], tmp_path: Path) -> None:
    """Git is asked where the tree begins: the one thing that costs more."""
    if text:
        (tmp_path / "values.yaml").write_text(text)
    modules = imported(SVCLINT.format(words=["check", "--isolated", "."]), tmp_path) - click_alone - imported("import subprocess", tmp_path)
    assert "svclint.pipeline" in modules
    assert {name for name in modules if not name.startswith("svclint")} <= STANDARD
