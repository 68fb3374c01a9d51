"""Real git repositories, untouched by the configuration of whoever runs the tests."""

import os
import subprocess
from pathlib import Path

import pytest

from svclint.discover.ci import ENVIRONMENTS
from svclint.discover.root import find_root
from svclint.discover.snapshot import discover
from svclint.rule.snapshot import Snapshot

ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.com",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.com",
}


class Repository:
    """A directory, and git in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)

    def git(self, *arguments: str) -> str:
        run = subprocess.run(["git", *arguments], cwd=self.path, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        return run.stdout.strip()

    def init(self, *options: str) -> "Repository":
        self.git("init", "--quiet", "--initial-branch=main", *options)
        return self

    def write(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            file = self.path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())

    def commit(self, files: dict[str, str] | None = None) -> str:
        self.write(files or {})
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "a commit")
        return self.git("rev-parse", "HEAD")


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No configuration and no repository from outside the test."""
    surroundings = {one.variable for one in ENVIRONMENTS}
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT")) or name in surroundings]:
        monkeypatch.delenv(name)
    home = tmp_path / "home"
    for name, value in {**ENVIRONMENT, "HOME": str(home), "GIT_CEILING_DIRECTORIES": str(tmp_path)}.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def plain(tmp_path: Path) -> Repository:
    """A directory without git."""
    return Repository(tmp_path / "plain")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository without a commit."""
    return Repository(tmp_path / "repository").init()


@pytest.fixture
def committed(repository: Repository) -> Repository:
    repository.commit({"a.yaml": "a: 1\n", "b c.yaml": "b: 1\n", "d/ö.yaml": "d: 1\n", "d/e.json": "{}\n", "README.md": "x"})
    return repository


def snapshot(
    where: Repository, *paths: str, against: str = "auto", cwd: str = "", stdin: bytes | None = None, exclude: tuple[str, ...] = ()
) -> Snapshot:
    return discover(find_root(paths, str(where.path / cwd)), against=against, stdin=stdin, exclude=exclude)[0]
