"""A repository as continuous integration checks it out."""

import sys
from pathlib import Path

import pytest

from tests.discover.conftest import Repository, alone, repository
from tests.hooks.shop import CLOSED, FILES, WEB
from tests.support.command import ROOT

__all__ = ["alone", "repository"]  # fixtures

RENDERER = f"#!/bin/sh\ncat <<'TEXT'\n{WEB}TEXT\n"
PROGRAMS = {
    "svclint": f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m svclint "$@"\n',
    "helm": RENDERER,
    "kustomize": RENDERER,
    "reviewdog": "#!/bin/sh\ncat >reviewed\n",
    "python": "#!/bin/sh\n",
}


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory in front of PATH: svclint is this checkout, the others say what they are asked for."""
    for folder in (tmp_path / "venv/bin", tmp_path / "tmp"):
        folder.mkdir(parents=True)
    for name, text in PROGRAMS.items():
        file = tmp_path / "venv/bin" / name
        file.write_text(text, encoding="utf-8")
        file.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "venv/bin"), prepend=":")
    monkeypatch.setenv("WORKSPACE_TMP", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    return tmp_path / "venv/bin"


@pytest.fixture
def requested(repository: Repository, programs: Path) -> Repository:
    """On `work`, a request to merge into `main`: the Service is closed to the outside; the old mistake is older than that."""
    repository.commit(FILES)
    repository.git("update-ref", "refs/remotes/origin/main", "main")
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit({"web.yaml": CLOSED})
    return repository
