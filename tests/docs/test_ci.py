"""Each recipe of docs/ci.md is a file that its reader accepts, and its commands do what it says."""

import os
import subprocess
from typing import NamedTuple

import pytest

from svclint.cli.check import COMMAND as CHECK
from tests.discover.conftest import Repository
from tests.docs.recipes import Recipe, recipes, words
from tests.support.command import ROOT

RECIPES = {recipe.path or "a rendering before": recipe for recipe in recipes("ci")}
OLD, TYPE = "node-port-out-of-range", "illegal-type-transition"


class Run(NamedTuple):
    """The variables of an environment, the exit code there, the words that are printed and the files that are written."""

    variables: dict[str, str]
    code: int
    words: tuple[str, ...] = (OLD, TYPE)
    files: tuple[str, ...] = ()


GITHUB = {"GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "main"}
RUNS = {
    ".github/workflows/svclint.yaml": Run(GITHUB, 1, (OLD, TYPE, "::error ")),
    ".github/workflows/svclint-code-scanning.yaml": Run(GITHUB, 0, files=("svclint.sarif",)),
    ".github/workflows/svclint-touched.yaml": Run(GITHUB, 123, (TYPE,)),
    ".gitlab-ci.yml": Run({"GITLAB_CI": "true", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}, 1, files=("gl-code-quality-report.json",)),
    "azure-pipelines.yml": Run(
        {"TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"},
        1,
        ("##vso[task.logissue ", "SVC201", "SVC511"),
        ("svclint.xml",),
    ),
    "Jenkinsfile": Run({"JENKINS_URL": "x", "CHANGE_TARGET": "main"}, 0, files=("svclint.xml", "svclint-junit.xml")),
    ".github/workflows/svclint-review.yaml": Run(GITHUB, 0, (), ("reviewed",)),
    "a rendering before": Run({}, 0, ()),
}
INSTALL = 'pip{} install "svclint @ git+<the address of this repository>@<a commit of it>"'


def test_each_is_there() -> None:
    assert RECIPES.keys() == {*RUNS, "Makefile"}


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_it_is_whole(recipe: Recipe) -> None:
    if recipe.language == "yaml":
        assert isinstance(recipe.document, dict)
    if recipe.language in ("yaml", "groovy"):
        assert INSTALL.format("") in recipe.text or INSTALL.format('"') in recipe.text
    assert any(words(script) for script in recipe.scripts)


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_svclint_accepts_its_commands(recipe: Recipe) -> None:
    for script in recipe.scripts:
        for line in words(script):
            CHECK.make_context("check", line.split()[1:])


@pytest.mark.parametrize(("name", "run"), RUNS.items(), ids=RUNS)
def test_it_runs(name: str, run: Run, requested: Repository) -> None:
    scripts = RECIPES[name].scripts
    done = [_shell(requested, script, {**os.environ, **run.variables}) for script in scripts]
    assert done[-1].returncode == run.code, done[-1].stderr
    said = "".join(one.stdout for one in done)
    assert all(word in said for word in run.words)
    assert (OLD in said) is (OLD in run.words)
    assert "not judged" not in done[-1].stderr
    assert [file for file in run.files if not (requested.path / file).read_text(encoding="utf-8").strip()] == []


def test_make(requested: Repository) -> None:
    requested.write({"Makefile": RECIPES["Makefile"].text})
    assert subprocess.run(["make", "--dry-run", "svclint"], cwd=requested.path, check=True, capture_output=True).returncode == 0
    first, *rendered = RECIPES["Makefile"].scripts
    assert _shell(requested, first, dict(os.environ)).returncode == 1
    for line in rendered:
        assert "Checked 1 Service" in _shell(requested, line, dict(os.environ)).stderr


def test_its_links_lead_somewhere() -> None:
    for page in ("ci", "pre-commit"):
        text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
        links = [part.split(")")[0].split("#")[0] for part in text.split("](")[1:]]
        assert [link for link in links if not (ROOT / "docs" / link).exists()] == []


def _shell(where: Repository, script: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["bash", "-e", "-c", script], cwd=where.path, env=environment, capture_output=True, encoding="utf-8", check=False)
