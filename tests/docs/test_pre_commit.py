"""What docs/pre-commit.md says to write into files is accepted by those who read them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from svclint.cli.check import COMMAND as CHECK
from tests.discover.conftest import Repository
from tests.docs.recipes import Recipe, recipes, words
from tests.hooks.shop import LOST

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


def test_the_script_of_git(requested: Repository) -> None:
    (script,) = [recipe.text for recipe in RECIPES if recipe.language == "sh"]
    hook = requested.path / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(script, encoding="utf-8")
    hook.chmod(0o755)
    requested.write({"web.yaml": LOST})
    requested.git("add", "--all")
    done = subprocess.run(
        ["git", "commit", "-m", "m"], cwd=requested.path, env=os.environ, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert "against HEAD, as staged" in done.stderr
