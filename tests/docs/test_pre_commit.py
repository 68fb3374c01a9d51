"""What docs/pre-commit.md says to write into files is accepted by those who read them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from svclint.cli.check import COMMAND as CHECK
from tests.discover.conftest import Repository
from tests.docs.recipes import Recipe, recipes, words
from tests.hooks.conftest import FINDING
from tests.hooks.shop import AT_OLD, AT_WEB, FILES, LOST

RECIPES = recipes("pre-commit")
CONFIGS = [recipe for recipe in RECIPES if recipe.language == "yaml"]


@pytest.mark.parametrize("recipe", CONFIGS, ids=range(len(CONFIGS)))
def test_pre_commit_accepts_it(recipe: Recipe, tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(recipe.text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config", "config.yaml"], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout
    for line in words(recipe.text):
        CHECK.make_context("check", line.split()[1:])


SCRIPTS = dict(zip(("everything", "touched"), (recipe.text for recipe in RECIPES if recipe.language == "sh"), strict=True))


@pytest.mark.parametrize(
    ("script", "staged", "found"),
    [
        ("everything", {"web.yaml": LOST}, [AT_OLD, AT_WEB]),
        ("touched", {"web.yaml": LOST}, [AT_WEB]),
        ("touched", {"a new one.yaml": LOST.replace("name: web", "name: new")}, ["a new one.yaml selector-matches-nothing"]),
        ("touched", {"README.md": "Two shops."}, []),
    ],
)
def test_the_scripts_of_git(script: str, staged: dict[str, str], found: list[str], repository: Repository, programs: Path) -> None:
    repository.commit(FILES)
    hook = repository.path / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(SCRIPTS[script], encoding="utf-8")
    hook.chmod(0o755)
    repository.write(staged)
    repository.git("add", "--all")
    environment = {**os.environ, "SVCLINT_FORMAT": "concise"}
    done = subprocess.run(
        ["git", "commit", "-m", "m"], cwd=repository.path, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert sorted(f"{one['path']} {one['rule']}" for one in FINDING.finditer(done.stdout + done.stderr)) == found
    assert (done.returncode != 0) is bool(found)
    assert ("against HEAD, as staged" in done.stderr) is bool(found)
