"""Whatever the surroundings are: one clear line, the right exit code, nothing half written, no traceback."""

import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from svclint.cli.main import COMMANDS
from tests.cli.project import BAD, GOOD

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the surroundings are made by a shell")
ROOT = Path(__file__).parents[2]
SVCLINT = f"{shlex.quote(sys.executable)} -P -m svclint"
WORDS = {"check": "check", "show": "show", "transitions": "transitions", "rule": "rule --all", "baseline": "baseline"}
AS_USER = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is refused to this user")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "good.yaml").write_text(GOOD)
    (folder / "bad.yaml").write_text("---\n".join(BAD.replace("name: bad", f"name: bad{number}  # 名") for number in range(300)))
    return folder


def shell(line: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """What a shell does with a line, in which `$svclint` is ours."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "LC_ALL"}}
    environment = {**kept, "GIT_CONFIG_NOSYSTEM": "1", "PYTHONPATH": str(ROOT), "svclint": SVCLINT, **variables}
    return subprocess.run(["sh", "-c", line], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60)


def is_calm(done: subprocess.CompletedProcess[str]) -> bool:
    return not re.search(r"Traceback|Exception|internal error|lost sys\.std", done.stdout + done.stderr)


def test_every_command_is_tried() -> None:
    assert set(COMMANDS) <= set(WORDS) | {"config", "server", "completion"}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("around", ["{} | head -1", "{} | true", "{} >&-", "{} 2>&-", "{} >&- 2>&-", "{} <&-"])
def test_streams_that_are_closed(around: str, words: str, project: Path) -> None:
    done = shell(around.format(f"$svclint {words}"), project)
    assert is_calm(done), done.stderr
    assert done.returncode in {0, 1}
    assert done.stderr.count("svclint:") == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device to write to")
@pytest.mark.parametrize("words", [one for one in WORDS.values() if one != "baseline"])
def test_a_full_disk(words: str, project: Path) -> None:
    done = shell(f"$svclint {words} >/dev/full", project)
    assert (done.returncode, done.stderr) == (2, "svclint: cannot write to standard output: No space left on device\n")
    assert is_calm(shell(f"$svclint {words} 2>/dev/full >/dev/null", project))


LINES = {
    "output-folder": ("$svclint --format concise=no/out.txt", 2, "svclint: cannot write no/out.txt: no such file or directory\n"),
    "output-directory": ("$svclint -q --format concise=.", 2, "svclint: cannot write .: "),
    "output-full": ("$svclint -q --format concise=/dev/full", 2, "svclint: cannot write /dev/full: no space left on device\n"),
    "baseline-full": ("$svclint baseline --baseline /dev/full", 2, "svclint: /dev/full: the baseline cannot be read: not a regular file\n"),
    "cwd-deleted": ("mkdir gone && cd gone && rmdir ../gone && $svclint", 2, "svclint: the current directory cannot be read: "),
    "cwd-deleted-else": (
        "mkdir gone && cd gone && rmdir ../gone && $svclint transitions",
        2,
        "svclint: the current directory cannot be read: ",
    ),
    "home-unset": ("unset HOME; $svclint good.yaml", 0, "No problems. "),
    "home-missing": ("HOME=/no/where $svclint good.yaml", 0, "No problems. "),
    "ascii": ("LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 PYTHONIOENCODING=ascii $svclint bad.yaml", 1, "300 errors. "),
    "settings": ("echo 'select = [' > svclint.toml; $svclint", 2, "svclint: svclint.toml:2:1: is not TOML: "),
    "settings-directory": ("mkdir svclint.toml; $svclint", 2, "svclint: svclint.toml: cannot be read: Is a directory\n"),
    "settings-of-baseline": ("echo 'x = 1' > svclint.toml; $svclint baseline", 2, "svclint: svclint.toml:1:1: "),
    "no-git": ("PATH=/nowhere $svclint good.yaml", 0, "No problems. "),
    "stdin-closed": ("$svclint - <&-", 2, "svclint: standard input is closed\n"),
}


@pytest.mark.parametrize(("line", "code", "said"), LINES.values(), ids=LINES)
def test_one_clear_line(line: str, code: int, said: str, project: Path) -> None:
    before = {path.name for path in project.iterdir()}
    done = shell(line, project)
    assert is_calm(done), done.stderr
    assert (done.returncode, done.stderr[: len(said)]) == (code, said)
    assert code != 2 or done.stderr.count("svclint: ") == 1
    assert {path.name for path in project.iterdir()} - before <= {"svclint.toml"}


@AS_USER
def test_a_read_only_directory(project: Path) -> None:
    project.chmod(0o555)
    try:
        assert shell("$svclint good.yaml", project).returncode == 0
        for line in ("$svclint baseline", "$svclint -q --format concise=out.txt"):
            done = shell(line, project)
            assert done.returncode == 2
            assert re.fullmatch(r"svclint: cannot write \S+: permission denied\n", done.stderr)
    finally:
        project.chmod(0o755)


@pytest.mark.parametrize("words", ["check -", "check - --stdin-filename x.yaml"])
def test_interrupted(words: str, project: Path) -> None:
    """It waits for standard input when the signal comes."""
    command = [sys.executable, "-P", "-m", "svclint", *words.split()]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=project, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        # A pipe holds 64 KiB: when all this is written, somebody is reading, and so past the start.
        process.stdin.write("#" * (1 << 20))
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, "", "svclint: interrupted\n")
