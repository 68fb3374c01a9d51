"""The flags that change files: what goes where, and what is refused. What they write is in tests/fixing."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from svclint.deliver.rewrite import rewrite
from tests.cli.project import GOOD, run, write

QUOTED = GOOD.replace("port: 80", "port: '80'")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


STREAMED = {
    "fixed": (("--fix",), QUOTED, GOOD, 0),
    "nothing to fix": (("--fix",), GOOD, GOOD, 0),
    "left": (("--fix",), QUOTED.replace("web", "Web"), GOOD.replace("web", "Web"), 1),
    "ignored": (("--add-ignore",), QUOTED, QUOTED.replace("}]", "}]  # svclint: ignore[wrong-field-type]"), 0),
    "quiet": (("--fix", "-qq"), QUOTED.replace("web", "Web"), GOOD.replace("web", "Web"), 1),
}


@pytest.mark.parametrize(("words", "text", "printed", "code"), STREAMED.values(), ids=STREAMED)
def test_standard_input_goes_to_standard_output(words: tuple[str, ...], text: str, printed: str, code: int) -> None:
    done = run("check", *words, "-", stdin=text)
    assert (done.stdout, done.exit_code) == (printed, code)
    assert ("error[invalid-name]" in done.stderr) is (code == 1 and "-qq" not in words)


def test_a_diff_of_standard_input() -> None:
    done = run("check", "--diff", "-", stdin=QUOTED)
    assert done.stdout.endswith("-  ports: [{port: '80'}]\n+  ports: [{port: 80}]\n")
    assert done.exit_code == 1


def test_a_value_is_never_taken_from_what_follows(project: Path) -> None:
    write(project, web=QUOTED)
    assert run("check", "--add-ignore", "web.yaml").exit_code == 0
    assert "# svclint: ignore[wrong-field-type]\n" in (project / "web.yaml").read_text()


def test_comments_and_a_diff_do_not_go_together() -> None:
    done = run("check", "--diff", "--add-ignore=x")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "--diff shows what --fix would do" in done.stderr


def test_what_cannot_be_written_is_said_and_still_reported(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project, web=QUOTED, other=QUOTED.replace("web", "other"))

    def meanwhile(*given: Any) -> Any:
        (project / "web.yaml").write_text("changed: since\n")
        return rewrite(*given)

    monkeypatch.setattr("svclint.deliver.rewrite.rewrite", meanwhile)
    done = run("check", "--fix", "--format", "concise")
    assert done.exit_code == 2
    assert "svclint: cannot write web.yaml: it is not what was checked" in done.stderr
    assert "1 fixed. 1 error." in done.stderr
    assert done.stdout.startswith("web.yaml:5:18: error: ")
    assert (project / "other.yaml").read_text() == GOOD.replace("web", "other")


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
@pytest.mark.parametrize("name", ["web.yaml", "a web.yaml", "wéb.yaml"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", ""], ids=["lf", "crlf", "unended"])
def test_git_takes_the_diff(project: Path, name: str, ending: str) -> None:
    text = QUOTED.replace("\n", ending) if ending else QUOTED.rstrip("\n")
    (project / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
    printed = run("check", "--diff").stdout_bytes
    subprocess.run(["git", "apply", "-"], input=printed, cwd=project, check=True)
    assert (project / name).read_bytes() == b"\xef\xbb\xbf" + text.replace("'80'", "80").encode()
    if shutil.which("patch"):
        (project / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
        subprocess.run(["patch", "-s", "-p1", "--binary"], input=printed, cwd=project, check=True)
        assert (project / name).read_bytes() == b"\xef\xbb\xbf" + text.replace("'80'", "80").encode()


def git(project: Path, *words: str) -> str:
    quiet = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "PATH": os.environ["PATH"]}
    named = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "core.autocrlf=false"]
    return subprocess.run(["git", *named, *words], cwd=project, env=quiet, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
@pytest.mark.parametrize(
    ("later", "code", "line"),
    [("", 1, "what was changed is not staged: git add it"), ("# later\n", 2, "cannot write web.yaml: it is not what was checked")],
    ids=["as staged", "edited since"],
)
def test_in_a_hook_of_git(project: Path, later: str, code: int, line: str) -> None:
    write(project, web=GOOD)
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "x")
    write(project, web=QUOTED)
    git(project, "add", ".")
    write(project, web=QUOTED + later)
    done = run("check", "--fix", GIT_INDEX_FILE=".git/index")
    assert (done.exit_code, line in done.stderr) == (code, True)
    assert (project / "web.yaml").read_text() == (QUOTED + later if later else GOOD)
