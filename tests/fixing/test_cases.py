"""What the flags do to files: the cases of fixtures/fixes, each a folder `before`, the flags, what is printed, a folder `after`."""

import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.project import run
from tests.conftest import FIXTURES

FOLDER = FIXTURES / "fixes"
CASES = sorted(path.name for path in FOLDER.iterdir())


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("case", CASES)
def test_case(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[str, str], None], request: pytest.FixtureRequest
) -> None:
    folder = FOLDER / case
    project = tmp_path / "project"
    shutil.copytree(folder / "before", project)
    monkeypatch.chdir(project)
    words = shlex.split((folder / "args").read_text(encoding="utf-8"))
    done = run("check", "--isolated", "--format", "concise", *words)
    if request.config.getoption("--renew"):
        shutil.rmtree(folder / "after", ignore_errors=True)
        for name, data in contents(project).items():
            if data != (folder / "before" / name).read_bytes():
                (folder / "after" / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / "after" / name).write_bytes(data)
    assert contents(project) == contents(folder / "before") | contents(folder / "after")
    golden(f"fixes/{case}/printed", f"{done.stdout}--\n{done.stderr}exit code {done.exit_code}\n")
    again = run("check", "--isolated", "-qq", *words)
    assert "--add-ignore" in " ".join(words) or contents(project) == contents(folder / "before") | contents(folder / "after"), again
