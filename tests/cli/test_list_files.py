"""--list-files: the files that would be checked, and nothing else."""

from pathlib import Path

import pytest

from tests.cli.project import BAD, GOOD, run, write

CASES = {
    "all": ([], ["a b.yaml", "bad.yaml", "sub/good.yaml"]),
    "directory": (["sub"], ["sub/good.yaml"]),
    "context": (["sub", "--context", "."], ["sub/good.yaml"]),
    "exclude": (["--exclude", "bad*"], ["a b.yaml", "sub/good.yaml"]),
    "named": (["--exclude", "bad*", "bad.yaml"], ["bad.yaml"]),
    "force-exclude": (["--exclude", "bad*", "--force-exclude", "bad.yaml"], []),
    "whatever-name": (["notes.txt"], ["notes.txt"]),
    "quiet": (["-qq", "sub"], ["sub/good.yaml"]),
}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    write(tmp_path, bad=BAD, **{"a b": GOOD})
    write(tmp_path / "sub", good=GOOD)
    (tmp_path / "notes.txt").write_text("")
    return tmp_path


@pytest.mark.parametrize(("words", "listed"), CASES.values(), ids=CASES)
def test_list(words: list[str], listed: list[str]) -> None:
    result = run("--list-files", *words)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "".join(f"{one}\n" for one in listed), "")


def test_a_missing_path_is_still_refused() -> None:
    result = run("--list-files", "no.yaml", "bad.yaml")
    assert (result.exit_code, result.stdout) == (2, "bad.yaml\n")
