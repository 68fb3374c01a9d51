"""The wheel holds svclint with its rulebook, nothing else, and works where there is no checkout."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.command import ROOT, svclint
from tests.support.projects import PROJECTS


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a wheel of this checkout was unpacked into."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder / "dist")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (folder / "dist").iterdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_top_level_names(unpacked: Path) -> None:
    names = sorted(entry.name for entry in unpacked.iterdir())
    assert len(names) == 2
    assert names[0] == "svclint"
    assert re.fullmatch(r"svclint-[0-9.]+\.dist-info", names[1])


def test_the_rulebook_is_inside(unpacked: Path) -> None:
    pages = {file.relative_to(ROOT / "rules") for file in (ROOT / "rules").rglob("*.md")}
    assert pages
    assert {file.relative_to(unpacked / "svclint" / "rules") for file in (unpacked / "svclint" / "rules").rglob("*.md")} == pages
    assert (unpacked / "svclint" / "py.typed").exists()


def test_it_runs_from_elsewhere(unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "service.yaml").write_text((PROJECTS / "article" / "node-port.yaml").read_text().replace("30000", "29999"))
    found = svclint(["check", "--format", "concise"], tmp_path, site=unpacked)
    assert (found.returncode, found.stdout.split(" error:")[0]) == (1, "service.yaml:12:17:")
    page = svclint(["rule", "--format", "markdown", "node-port-out-of-range"], tmp_path, site=unpacked)
    assert page.stdout == (ROOT / "rules" / "ports" / "node-port-out-of-range.md").read_text()
