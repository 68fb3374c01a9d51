"""What a start costs: in a hook it is most of the time, so every module that it imports beyond click's own is named here."""

import re
import sys
from pathlib import Path

import pytest

from tests.support.command import ROOT, command

REPORT = "import sys\nprint('modules:', *sys.modules, file=sys.stderr)"
CLICK = "import click\nclick.Group('x', commands=[click.Command('y')]).main(['--help'], standalone_mode=False)"
SVCLINT = "from svclint.cli.main import main\ntry:\n    main.main({words})\nexcept SystemExit:\n    pass"

START = """
    svclint svclint.cli svclint.cli.guard svclint.cli.main svclint.cli.stream svclint.output svclint.output.colour
    svclint.output.escape svclint.rule svclint.rule.severity svclint.source svclint.source.nearest svclint.source.pattern svclint.version
"""
HELP = (
    START
    + """
    svclint.cli.baseline svclint.cli.check svclint.cli.completion svclint.cli.config svclint.cli.emit svclint.cli.mending
    svclint.cli.option svclint.cli.reading svclint.cli.rule svclint.cli.show svclint.cli.transitions svclint.record
"""
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


WEB = """\
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: web, ports: [{containerPort: 80}]}]}}
"""
UNNEEDED = """
    svclint.apiserver.judge_update svclint.apiserver.verdict_update svclint.checks.admission svclint.checks.changes
    svclint.checks.references svclint.deliver svclint.engine.baseline svclint.engine.unused svclint.fixing svclint.rulebook
    svclint.workspace.guarding svclint.workspace.history svclint.workspace.kustomize.build svclint.workspace.reliance
    svclint.workspace.transitions svclint.workspace.watching
"""


def test_a_check_without_findings_imports_no_rule_that_has_nothing_to_look_at(tmp_path: Path) -> None:
    (tmp_path / "web.yaml").write_text(WEB)
    modules = imported(SVCLINT.format(words=["check", "--isolated", "."]), tmp_path)
    assert "svclint.checks.selectors.selector_matches_nothing" in modules
    assert modules & set(UNNEEDED.split()) == set()


def test_values_are_made_by_the_faster_namedtuple_and_patterns_at_their_first_use() -> None:
    modules = [path for path in (ROOT / "svclint").rglob("*.py") if path.name not in {"record.py", "pattern.py"}]
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in modules}
    assert [path for path, text in texts.items() if re.search(r"^from typing import .*\bNamedTuple\b", text, re.MULTILINE)] == []
    assert [path for path, text in texts.items() if re.search(r"^[A-Z_]+(?:: \w+)? = re\.compile\(", text, re.MULTILINE)] == []
