"""The hooks of this checkout, installed once by pre-commit, and repositories that they run in."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from svclint.discover.ci import ENVIRONMENTS
from tests.discover.conftest import ENVIRONMENT, Repository, alone, repository
from tests.support.command import ROOT

__all__ = ["alone", "repository"]  # fixtures

PACKAGE = (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "svclint", "rules")
OFFLINE = re.compile(r"No matching distribution found|Failed to establish a new connection|Name or service not known|ConnectTimeout")
CONFIG = """\
{top}
repos:
- repo: {source}
  rev: {revision}
  hooks:
  - {{id: svclint, verbose: true, args: [--format=concise{words}]}}
  - {{id: svclint-all, verbose: true, args: [--format=concise{words}]}}
"""
OUTCOME = re.compile(r"^(?P<name>svclint[^.\n]*?)\.+(?:\(.*\))?(?P<outcome>Passed|Failed|Skipped)\n", re.MULTILINE)
FINDING = re.compile(r"^(?P<path>[^:\n]+):\d+:\d+: \w+: .* \[SVC\d+ (?P<rule>[a-z-]+)\]$", re.MULTILINE)
NAMES = {"svclint": "svclint", "svclint (whole repository)": "svclint-all"}


class Installed(NamedTuple):
    """A repository with the hooks of this checkout, and the environment that pre-commit has installed them in, and finds them by."""

    source: Path
    revision: str
    environment: dict[str, str]

    def config(self, *, top: str = "", words: str = "") -> str:
        """The settings of pre-commit that run both hooks; `words` are added to the arguments of each."""
        return CONFIG.format(top=top, source=self.source.as_posix(), revision=self.revision, words=words)


class Hook(NamedTuple):
    """What became of a hook: Passed, Failed, Skipped or empty where it was not run; what it found; all that it said."""

    outcome: str = ""
    found: tuple[str, ...] = ()
    said: str = ""


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """As a user has them, by way of pip and its index of packages. Where that is out of reach, CI fails and a developer skips."""
    source = Repository(tmp_path_factory.mktemp("source") / "svclint")
    for name in PACKAGE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source.path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source.path / name)
    home = tmp_path_factory.mktemp("pre-commit")
    environment = {**unaware(os.environ), **ENVIRONMENT, "PRE_COMMIT_HOME": str(home)}
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "a release")):
        subprocess.run(["git", *words], cwd=source.path, env=environment, check=True)
    revision = subprocess.run(["git", "rev-parse", "HEAD"], cwd=source.path, env=environment, check=True, capture_output=True, text=True)
    found = Installed(source.path, revision.stdout.strip(), environment)
    (source.path.parent / "config.yaml").write_text(found.config(), encoding="utf-8")
    done = pre_commit(source.path, "install-hooks", "--config", "../config.yaml", environment=environment)
    if done.returncode:
        explain(done.stdout)
    return found


def explain(said: str) -> None:
    """Fail or skip where hooks could not be installed."""
    if OFFLINE.search(said) and not os.environ.get("CI"):
        pytest.skip("pip cannot reach an index of packages, so pre-commit cannot install the hooks")
    pytest.fail(f"pre-commit could not install the hooks:\n{said}")


def unaware(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment without what speaks to git, pre-commit, svclint or Python's imports, and with none of continuous integration."""
    surroundings = {one.variable for one in ENVIRONMENTS} | {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    spoken = ("GIT_", "PRE_COMMIT", "SVCLINT_")
    return {name: value for name, value in environment.items() if not name.startswith(spoken) and name not in surroundings}


def pre_commit(folder: Path, *words: str, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """pre-commit in a folder; standard error is in its standard output."""
    line = [sys.executable, "-m", "pre_commit", *words]
    return subprocess.run(
        line,
        cwd=folder,
        env={**environment, "PRE_COMMIT_COLOR": "never", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def hooked(repository: Repository, installed: Installed, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository whose settings of pre-commit name both hooks; nothing is committed yet."""
    monkeypatch.setenv("PRE_COMMIT_HOME", installed.environment["PRE_COMMIT_HOME"])
    for name in ("PYTHONPATH", "VIRTUAL_ENV"):
        monkeypatch.delenv(name, raising=False)
    repository.write({".pre-commit-config.yaml": installed.config()})
    return repository


@pytest.fixture
def hooks(hooked: Repository) -> Callable[..., dict[str, Hook]]:
    """`hooks(*words)`: `pre-commit run` in that repository, and what became of each hook, by its id."""

    def run(*words: str) -> dict[str, Hook]:
        return read(pre_commit(hooked.path, "run", *words, environment=os.environ).stdout)

    return run


def read(said: str) -> dict[str, Hook]:
    """What became of each hook, by its id."""
    parts = OUTCOME.split(said)
    assert len(parts) > 1, said
    return {
        NAMES[name]: Hook(outcome, tuple(sorted({f"{one['path']} {one['rule']}" for one in FINDING.finditer(text)})), text)
        for name, outcome, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    }
