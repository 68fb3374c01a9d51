"""The command line as a whole: the default command, what is said of mistakes, what is imported."""

import gc
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from svclint.cli import check, main
from svclint.cli.stream import write as emit
from svclint.output.formats import FORMATS
from tests.cli.project import BAD, GOOD, run, write


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_version() -> None:
    result = run("--version")
    assert re.fullmatch(r"svclint \d+\.\d+\.\d+\S* \((libyaml|pure Python) \(ruamel\.yaml\S*\), Python 3\.\d+\.\d+\)\n", result.stdout)
    assert result.exit_code == 0


@pytest.mark.parametrize("words", [["--help"], ["-h"], *([name, "-h"] for name in main.COMMANDS), ["check", "--help"]], ids=" ".join)
def test_help(words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: svclint")


@pytest.mark.parametrize("words", [["show"], ["transitions"], ["rule", "--all"]], ids=" ".join)
def test_the_format_of_check_is_no_other_commands(words: list[str]) -> None:
    assert run(*words, SVCLINT_FORMAT="concise").exit_code == 0


def test_every_flag_is_in_a_group_and_every_value_in_the_environment() -> None:
    flags = [param for param in check.COMMAND.params if param.param_type_name == "option"]
    assert all(hasattr(flag, "group") for flag in flags)
    assert {flag.envvar for flag in flags if flag.envvar} == {
        f"SVCLINT_{name}"
        for name in (
            *"SELECT EXTEND_SELECT IGNORE EDITION EXCLUDE EXTEND_EXCLUDE AGAINST FORMAT COLOR FAIL_ON CONFIG".split(),
            *"KUBERNETES_VERSION NODE_PORT_RANGE SERVICE_CIDR BASELINE CONTEXT STDIN_FILENAME MIN_SEVERITY ADD_IGNORE".split(),
        )
    }


@pytest.mark.parametrize("words", [[], ["."], ["check"], ["check", "."], ["-q"], ["--", "web.yaml"], ["web.yaml"]], ids=" ".join)
def test_check_is_the_default(words: list[str], project: Path) -> None:
    write(project, web=BAD)
    assert run(*words).stdout.startswith("error[invalid-port-number]")


def test_a_command_wins_over_a_path(project: Path) -> None:
    (project / "rule").mkdir()
    write(project / "rule", web=BAD)
    assert run("rule").exit_code == 2
    assert run("./rule").exit_code == 1


REFUSED = {
    "flag": (["--selct", "ALL"], "svclint: unknown flag --selct; did you mean --select?\n"),
    "flag-far": (["check", "--zzzzzz"], "svclint: unknown flag --zzzzzz\n"),
    "flag-of-rule": (["rule", "--al"], "svclint: unknown flag --al; did you mean --all?\n"),
    "format": (["--format", "ful"], f'svclint: --format: "ful" is not one of {", ".join(FORMATS)}; did you mean full?\n'),
    "shell": (["completion", "bahs"], 'svclint: shell: "bahs" is not one of bash, zsh, fish; did you mean bash?\n'),
    "no-shell": (["completion"], "svclint: missing argument 'bash|zsh|fish'\n"),
    "edition": (["--edition", "2"], "svclint: --edition: there is no edition 2; the known ones are 1\n"),
    "empty-select": (["--select", ""], "svclint: --select: is empty\n"),
    "color": (["--color", "on"], 'svclint: --color: "on" is not one of auto, always, never\n'),
    "no-value": (["--against"], "svclint: option '--against' requires an argument\n"),
    "rule": (["rule", "invalid-port"], None),
    "no-rule": (["rule"], "svclint: name one rule, or give --all for the list of them\n"),
    "rule-and-all": (["rule", "SVC205", "--all"], "svclint: name one rule, or give --all for the list of them\n"),
    "rule-near": (["rule", "invalid-port-numbr"], 'svclint: unknown rule "invalid-port-numbr"; did you mean "invalid-port-number"?\n'),
    "both-stdin": (["-", "--against", "-"], None),
    "revision": (["--against", "no-such-thing"], None),
    "fail-on": (["--fail-on", "eror"], None),
    "select": (["--select", "invalid-port-numbr"], None),
    "config": (["--config", "fail_on"], None),
    "range": (["--node-port-range", "9-1"], None),
    "version": (["--kubernetes-version", "2.0"], None),
}


@pytest.mark.parametrize(("words", "message"), REFUSED.values(), ids=REFUSED)
def test_refused_in_one_line(words: list[str], message: str | None) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("svclint: ")
    assert result.stderr.count("\n") == 1
    assert "internal error" not in result.stderr
    assert message in {None, result.stderr}


VARIABLES = {
    "COLOR": ("on", '"on" is not one of auto, always, never'),
    "FORMAT": ("ful", '"ful" is not one of full'),
    "FAIL_ON": ("eror", '"eror" is not "error"'),
    "SELECT": ("SVC2,svc201", 'unknown rule "svc201"; did you mean "SVC201"?'),
    "EDITION": ("x", "wants an integer, found a string"),
    "CONFIG": ("pedantik = true", 'unknown key "pedantik"; did you mean "pedantic"?'),
}


@pytest.mark.parametrize("name", VARIABLES)
def test_a_variable_is_refused_by_its_own_name(name: str) -> None:
    value, message = VARIABLES[name]
    result = run(".", **{f"SVCLINT_{name}": value})
    shown = f"SVCLINT_{name}" + (f" '{value}'" if name == "CONFIG" else "")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"svclint: {shown}: {message}")
    assert result.stderr.count("\n") == 1


def test_a_command_mistyped() -> None:
    result = run("chekc")
    assert result.exit_code == 2
    assert result.stderr.startswith("svclint: chekc: no such file or directory; did you mean the command check?\n")


def test_an_internal_error_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a\n\x1b[1mb")

    monkeypatch.setattr("svclint.pipeline.check", fail)
    result = run(".")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "svclint: internal error: ZeroDivisionError: a \\x1b[1mb (SVCLINT_DEBUG=1 tells where)\n"
    assert isinstance(run(".", SVCLINT_DEBUG="1").exception, ZeroDivisionError)


def test_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("svclint.pipeline.check", interrupt)
    result = run(".")
    assert (result.exit_code, result.stderr) == (130, "svclint: interrupted\n")


def test_garbage_is_not_collected_during_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    monkeypatch.setattr("svclint.pipeline.check", lambda *_: seen.append(gc.isenabled()))
    run(".")
    assert seen == [False]
    assert gc.isenabled()


def process(*words: str, stdout: int | None = subprocess.PIPE, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "svclint", *words]
    home = str(Path(main.__file__).parents[2])
    env = {**os.environ, "PYTHONPATH": home, **environment}
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=env, check=False)


def test_as_a_module(project: Path) -> None:
    write(project, web=BAD, good=GOOD)
    result = process(".", "--format", "concise")
    assert result.stdout.startswith("web.yaml:5:18: error: ")
    assert result.stdout.count("\n") == 1
    assert result.stderr.startswith("1 error. Checked 2 Services")
    assert result.returncode == 1


def test_a_terminal_that_is_not_utf_8(project: Path) -> None:
    write(project, web=BAD.replace("metadata", "# é名\nmetadata").replace("80808", "80808 # é名"))
    result = process(".", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "# \\xe9\\u540d" in result.stdout
    assert result.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_closed_pipe_is_quiet(project: Path) -> None:
    for number in range(50):
        write(project, **{f"web{number}": BAD})
    reading, writing = os.pipe()
    os.close(reading)
    result = process(".", stdout=writing)
    os.close(writing)
    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert result.stderr.startswith("50 errors. ")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_closed_pipe_is_quiet_for_help(project: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    result = process("check", "--help", stdout=writing)
    os.close(writing)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device to write to")
def test_a_full_disk_is_an_error(project: Path) -> None:
    write(project, web=BAD)
    with Path("/dev/full").open("w") as full:
        result = process(".", stdout=full.fileno())
    assert (result.returncode, result.stderr) == (2, "svclint: cannot write to standard output: No space left on device\n")


def test_without_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    emit("text")


@pytest.mark.parametrize(
    "words", [["--version"], ["--help"], *([name, "--help"] for name in main.COMMANDS), ["completion", "zsh"]], ids=" ".join
)
def test_help_and_version_import_neither_parser_nor_rules(words: list[str]) -> None:
    code = (
        "import sys, atexit\n"
        "bad = ('ruamel', 'svclint.checks', 'svclint.yaml', 'svclint.discover', 'svclint.config')\n"
        "atexit.register(lambda: print([name for name in sys.modules if name.startswith(bad)], file=sys.stderr))\n"
        f"from svclint.cli.main import main\nmain({words!r})\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=Path(main.__file__).parents[2])
    assert (result.returncode, result.stderr) == (0, "[]\n")
