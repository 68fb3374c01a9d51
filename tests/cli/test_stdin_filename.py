"""An editor's buffer in the place of a file: everything is said as if it were saved."""

import shutil
from pathlib import Path

import pytest

from tests.cli.project import BAD, GOOD, run, write
from tests.support.projects import PROJECTS

CASES = [
    f"{folder.name}/{path.relative_to(folder).as_posix()}"
    for folder in sorted(PROJECTS.iterdir())
    if folder.is_dir()
    for path in sorted(folder.rglob("*"))
    if path.suffix in {".yaml", ".json"}
]


@pytest.mark.parametrize("case", CASES)
def test_a_buffer_is_as_good_as_the_file(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, _, name = case.partition("/")
    shutil.copytree(PROJECTS / project, tmp_path / "p")
    monkeypatch.chdir(tmp_path / "p")
    file = tmp_path / "p" / name
    text = file.read_bytes()
    saved = run(name, "--context", ".", "--pedantic", "--against", "none")
    for other in (b"kind: Service\nmetadata: {name: other}\n", None):
        file.unlink() if other is None else file.write_bytes(other)
        buffered = run(
            "-",
            "--stdin-filename",
            name,
            "--context",
            ".",
            "--pedantic",
            "--against",
            "none",
            stdin=text.decode("utf-8", "surrogateescape"),
        )
        assert (buffered.exit_code, buffered.stdout, buffered.stderr) == (saved.exit_code, saved.stdout, saved.stderr)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_findings_stand_under_the_name_of_the_file(project: Path) -> None:
    write(project, web=GOOD)
    result = run("-", "--stdin-filename", "web.yaml", "--format=concise", stdin=BAD)
    assert result.exit_code == 1
    assert result.stdout.startswith("web.yaml:5:18: error: ")
    assert run("--stdin-filename", "web.yaml", stdin=BAD).exit_code == 1
    assert (project / "web.yaml").read_text() == GOOD


def test_nothing_is_checked_where_the_file_is_excluded(project: Path) -> None:
    write(project, web=GOOD)
    words = ("-", "--stdin-filename", "web.yaml", "--exclude", "w*")
    assert run(*words, stdin=BAD).exit_code == 1
    result = run(*words, "--force-exclude", stdin=BAD)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("Nothing was checked: no Service in 0 files.")


REFUSED = {
    "directory": (["-", "--stdin-filename", "."], "svclint: --stdin-filename .: is a directory\n"),
    "paths": (
        ["web.yaml", "--stdin-filename", "web.yaml"],
        "svclint: --stdin-filename web.yaml: standard input is checked, and no other path beside it\n",
    ),
    "both": (
        ["-", "--stdin-filename", "web.yaml", "--against", "-"],
        "svclint: --against -: standard input cannot be both the manifests and their previous versions\n",
    ),
}


@pytest.mark.parametrize(("words", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(words: list[str], message: str, project: Path) -> None:
    write(project, web=GOOD)
    result = run(*words, stdin=BAD)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)
