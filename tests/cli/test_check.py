"""The command check: exit codes, what goes where, flags and their variables."""

import os
from pathlib import Path

import pytest

from svclint.cli.check import Gate, exit_code
from svclint.rule.report import Checked, Report
from svclint.rule.severity import Severity
from svclint.rule.snapshot import Skipped
from tests.cli.project import BAD, GOOD, run, write
from tests.output.report import SAMPLE


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


CLEAN = Report(checked=Checked(services=1))
FOUND = CLEAN._replace(diagnostics=(SAMPLE,))
SKIPPED = CLEAN._replace(skipped=(Skipped("a", "b"),))
EMPTY = Report()
CODES = {
    "clean": (CLEAN, Gate(), False, 0),
    "found": (FOUND, Gate(), False, 1),
    "below": (FOUND, Gate("error"), False, 0),
    "above": (FOUND, Gate("info"), False, 1),
    "error": (CLEAN._replace(diagnostics=(SAMPLE._replace(severity=Severity.ERROR),)), Gate("error"), False, 1),
    "never": (FOUND, Gate("never"), False, 0),
    "exit-zero": (FOUND, Gate(exit_zero=True), False, 0),
    "empty": (EMPTY, Gate(), False, 0),
    "fail-on-empty": (EMPTY, Gate(fail_on_empty=True), False, 3),
    "not-empty": (CLEAN, Gate(fail_on_empty=True), False, 0),
    "fail-on-skipped": (SKIPPED, Gate(fail_on_skipped=True), False, 3),
    "skipped": (SKIPPED, Gate(), False, 0),
    "template": (CLEAN._replace(templates=("a",)), Gate(fail_on_skipped=True), False, 3),
    "found-and-skipped": (SKIPPED._replace(diagnostics=(SAMPLE,)), Gate(fail_on_skipped=True), False, 1),
    "skipped-exit-zero": (SKIPPED, Gate(exit_zero=True, fail_on_skipped=True), False, 0),
    "refused": (FOUND, Gate(), True, 2),
    "refused-exit-zero": (FOUND, Gate(exit_zero=True), True, 2),
    "crashed": (CLEAN._replace(crashed=("a-rule",)), Gate(exit_zero=True), False, 2),
}


@pytest.mark.parametrize(("report", "gate", "refused", "code"), CODES.values(), ids=CODES)
def test_exit_code(report: Report, gate: Gate, refused: bool, code: int) -> None:
    assert exit_code(report, gate, refused=refused) == code


def test_findings_on_one_stream_the_rest_on_the_other(project: Path) -> None:
    write(project, good=GOOD, bad=BAD)
    result = run(".", "missing.yaml")
    assert result.stdout.startswith("error[invalid-port-number]: ")
    assert result.stdout.endswith("= rule: SVC205, svclint rule invalid-port-number\n")
    trouble, summary = result.stderr.splitlines()
    assert trouble.startswith("svclint: missing.yaml: no such file")
    assert summary.startswith("1 error. Checked 2 Services and 0 workloads in 2 files. Changes not judged: ")
    assert result.exit_code == 2


def test_clean(project: Path) -> None:
    write(project, good=GOOD)
    result = run()
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("No problems. Checked 1 Service and 0 workloads in 1 file.")


def test_nothing_is_never_all_good(project: Path) -> None:
    write(project, other="a: 1\n", chart="kind: Service\nname: {{ .Values.name }}\n")
    result = run()
    assert result.exit_code == 0
    assert result.stderr.startswith("Nothing was checked: no Service in 2 files; 1 template not checked")
    assert "helm template … | svclint check -" in result.stderr
    assert run("--fail-on-empty").exit_code == 3


def test_a_named_file_from_its_own_directory(project: Path) -> None:
    write(project, bad=BAD)
    assert run("bad.yaml", "--format=concise").stdout.startswith("bad.yaml:5:18: error: ")


def test_standard_input() -> None:
    result = run("-", "--format", "concise", stdin=BAD)
    assert result.stdout.startswith("<stdin>:5:18: error: ")
    assert result.exit_code == 1


def test_a_directory_before_and_after(project: Path) -> None:
    for folder in ("before", "after"):
        (project / folder).mkdir()
        write(project / folder, web=GOOD)
    result = run("after", "--against", "before")
    assert result.stderr == "No problems. Checked 1 Service and 0 workloads in 1 file against before.\n"


def test_a_path_that_was_meant_as_a_command() -> None:
    assert "svclint: rules: no such file or directory; did you mean the command rule?" in run("rules").stderr


def test_a_path_that_resembles_another(project: Path) -> None:
    (project / "manifests").mkdir()
    write(project / "manifests", web=GOOD)
    assert "manifest: no such file or directory; did you mean manifests?" in run("manifest").stderr
    assert "manifests/wed.yaml: no such file or directory; did you mean manifests/web.yaml?" in run("manifests/wed.yaml").stderr
    assert "nothing/wed.yaml: no such file or directory\n" in run("nothing/wed.yaml").stderr


PORT = "invalid-port-number"
FLAGS = {
    "select": (["--select", "SVC1,SVC3"], {}, 0),
    "select-name": (["--select", f"SVC1, {PORT}"], {}, 1),
    "select-again": (["--select", "SVC1", "--select", PORT], {}, 1),
    "select-variable": ([], {"SVCLINT_SELECT": "SVC1,SVC3"}, 0),
    "flag-over-variable": (["--select", PORT], {"SVCLINT_SELECT": "SVC1"}, 1),
    "extend-select": (["--select", "SVC1", "--extend-select", PORT], {}, 1),
    "ignore": (["--ignore", PORT], {}, 0),
    "ignore-variable": ([], {"SVCLINT_IGNORE": f"SVC3,{PORT}"}, 0),
    "exclude": (["--exclude", "ba*.yaml"], {}, 0),
    "exclude-named": (["--exclude", "ba*.yaml", "bad.yaml"], {}, 1),
    "force-exclude": (["--exclude", "ba*.yaml", "--force-exclude", "bad.yaml"], {}, 0),
    "fail-on": (["--fail-on", "never"], {}, 0),
    "fail-on-variable": ([], {"SVCLINT_FAIL_ON": "never"}, 0),
    "exit-zero": (["--exit-zero"], {}, 0),
    "config": (["--config", f'ignore = ["{PORT}"]'], {}, 0),
    "config-twice": (["--config", 'fail-on = "never"', "--config", 'fail-on = "error"'], {}, 1),
    "config-variable": ([], {"SVCLINT_CONFIG": 'pedantic = true\nfail-on = "never"\n'}, 0),
    "no-prefilter": (["--no-prefilter"], {}, 1),
    "pedantic": (["--pedantic"], {}, 1),
}


@pytest.mark.parametrize(("words", "environment", "code"), FLAGS.values(), ids=FLAGS)
def test_flags(words: list[str], environment: dict[str, str], code: int, project: Path) -> None:
    write(project, good=GOOD, bad=BAD)
    assert run(*words, **environment).exit_code == code


def test_the_settings_file_and_isolated(project: Path) -> None:
    write(project, bad=BAD)
    (project / "svclint.toml").write_text('fail-on = "never"\n')
    assert run().exit_code == 0
    assert run("--isolated").exit_code == 1
    assert run("--fail-on", "error").exit_code == 1
    (project / "svclint.toml").write_text('fail-on = "nver"\nselect = "x"\n')
    result = run()
    assert result.exit_code == 2
    assert [line.split(": ")[:2] for line in result.stderr.splitlines()] == [
        ["svclint", "svclint.toml:1:11"],
        ["svclint", "svclint.toml:2:10"],
    ]


@pytest.mark.parametrize(("flag", "findings", "summary"), [("-q", True, False), ("-qq", False, False), ("--color=auto", True, True)])
def test_quiet(flag: str, findings: bool, summary: bool, project: Path) -> None:
    write(project, bad=BAD)
    result = run(flag)
    assert (result.stdout != "", result.stderr != "") == (findings, summary)
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("words", "environment", "coloured"),
    [([], {}, False), (["--color", "always"], {}, True), ([], {"SVCLINT_COLOR": "always"}, True), ([], {"FORCE_COLOR": "1"}, True)],
)
def test_colour(words: list[str], environment: dict[str, str], coloured: bool, project: Path) -> None:
    write(project, bad=BAD)
    assert ("\x1b[" in run(*words, **environment).stdout) is coloured


def test_the_same_in_every_run(project: Path) -> None:
    write(project, one=BAD, two=BAD, three=BAD)
    assert len({(run().stdout, run().stderr) for _ in range(3)}) == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is refused to this user")
def test_a_named_file_that_may_not_be_read(project: Path) -> None:
    write(project, bad=BAD, closed=GOOD)
    (project / "closed.yaml").chmod(0)
    result = run("closed.yaml", "bad.yaml")
    assert result.exit_code == 2
    assert "svclint: closed.yaml: permission denied" in result.stderr
    assert result.stdout != ""
