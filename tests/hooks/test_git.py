"""svclint in .git/hooks, without pre-commit: what is staged is judged, whatever the work tree says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.discover.conftest import Repository
from tests.hooks.conftest import FINDING
from tests.hooks.shop import AT_OLD, AT_WEB, CLOSED, FILES, INGRESS, LOST, RENAMED, WEB
from tests.support.command import ROOT

HOOK = '#!/bin/sh\nexec "$PYTHON" -P -m svclint check --format concise --fail-on error --ignore SVC201\n'
GONE = "ingress.yaml still-referenced"
TYPE = "web.yaml illegal-type-transition"
# what is staged (None: deleted), what the work tree says, the words of `git commit`, and what is found
COMMITS: dict[str, tuple[dict[str, str | None], dict[str, str | None], list[str], list[str]]] = {
    "a mistake": ({"web.yaml": LOST}, {}, [], [AT_WEB]),
    "mended, and not staged": ({"web.yaml": LOST}, {"web.yaml": WEB}, [], [AT_WEB]),
    "mended, and committed": ({"web.yaml": LOST}, {"web.yaml": WEB + "# fine\n"}, ["--all"], []),
    "not staged": ({"web.yaml": WEB + "# fine\n"}, {"web.yaml": LOST}, [], []),
    "not staged, and committed": ({"web.yaml": WEB + "# fine\n"}, {"web.yaml": LOST}, ["--all"], [AT_WEB]),
    "one of two": ({"web.yaml": LOST, "ingress.yaml": INGRESS + "# fine\n"}, {}, ["ingress.yaml"], []),
    "the other side is not tracked": ({"web.yaml": LOST}, {"new.yaml": RENAMED}, [], [AT_WEB]),
    "a type": ({"web.yaml": CLOSED}, {"web.yaml": WEB}, [], [TYPE]),
    "a deletion": ({"web.yaml": None}, {}, [], [GONE]),
    "a deletion that is not staged": ({"ingress.yaml": INGRESS + "# fine\n"}, {"web.yaml": None}, [], []),
}


@pytest.fixture
def shop(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The shop, with a hook that runs this checkout."""
    repository.commit(FILES)
    hook = repository.path / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK, encoding="utf-8")
    hook.chmod(0o755)
    monkeypatch.setenv("PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return repository


def put(where: Path, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        if text is None:
            (where / name).unlink()
        else:
            (where / name).write_bytes(text.encode())


@pytest.mark.parametrize(("staged", "unstaged", "words", "found"), COMMITS.values(), ids=COMMITS)
def test_a_commit(
    shop: Repository, staged: dict[str, str | None], unstaged: dict[str, str | None], words: list[str], found: list[str]
) -> None:
    before = shop.git("rev-parse", "HEAD")
    put(shop.path, staged)
    shop.git("add", "--all")
    put(shop.path, unstaged)
    line = ["git", "commit", "--quiet", "--message", "m", *words]
    done = subprocess.run(line, cwd=shop.path, env=os.environ, capture_output=True, encoding="utf-8", check=False)
    assert [f"{one['path']} {one['rule']}" for one in FINDING.finditer(done.stdout + done.stderr)] == found
    assert "against HEAD, as staged" in done.stderr
    assert (done.returncode, shop.git("rev-parse", "HEAD") == before) == ((1, True) if found else (0, False))


def test_what_everybody_knows_of(shop: Repository) -> None:
    hook = shop.path / ".git/hooks/pre-commit"
    hook.write_text(HOOK.replace(" --ignore SVC201", ""), encoding="utf-8")
    shop.write({"web.yaml": WEB + "# fine\n"})
    shop.git("add", "--all")
    done = subprocess.run(["git", "commit", "--message", "m"], cwd=shop.path, capture_output=True, encoding="utf-8", check=False)
    assert [f"{one['path']} {one['rule']}" for one in FINDING.finditer(done.stdout + done.stderr)] == [AT_OLD]
