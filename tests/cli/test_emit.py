"""Where findings go: formats by name, to several places at once, and what cannot be written."""

import json
import os
from pathlib import Path

import click
import pytest

from svclint.cli.emit import Emission, emissions, emit
from svclint.rule.report import Report
from tests.cli.project import BAD, run, write
from tests.output.report import SAMPLE

ACTIONS = {"GITHUB_ACTIONS": "true"}
FULL, GITHUB = Emission("full"), Emission("github")
WANTED = {
    "nothing": ((), {}, (FULL,)),
    "actions": ((), ACTIONS, (FULL, GITHUB)),
    "actions-off": ((), {"GITHUB_ACTIONS": "false"}, (FULL,)),
    "actions-and-format": (("sarif=a",), ACTIONS, (Emission("sarif", "a"),)),
    "several": (("concise", "json=a", "sarif=b"), {}, (Emission("concise"), Emission("json", "a"), Emission("sarif", "b"))),
    "one-format-twice": (("json=a", "json=b"), {}, (Emission("json", "a"), Emission("json", "b"))),
    "path-with-equals": (("json=a=b",), {}, (Emission("json", "a=b"),)),
}
REFUSED = {
    "unknown": (["--format", "sariff"], '--format: "sariff" is not one of full, concise, json,', "; did you mean sarif?"),
    "far-from-all": (["--format", "pdf"], '--format: "pdf" is not one of ', "azure"),
    "no-path": (["--format", "json="], '--format: a path is missing behind "json="', ""),
    "two-to-standard-output": (["--format", "json", "--format", "full"], "--format: two formats go to standard output;", "NAME=PATH"),
    "two-to-one-file": (["--format", "json=a", "--format", "sarif=./a"], "--format: two formats go to ", "NAME=PATH"),
}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    write(tmp_path, bad=BAD)
    return tmp_path


@pytest.mark.parametrize(("given", "environment", "wanted"), WANTED.values(), ids=WANTED)
def test_emissions(given: tuple[str, ...], environment: dict[str, str], wanted: tuple[Emission, ...]) -> None:
    assert emissions(given, environment) == wanted


def test_two_ways_to_one_file_are_refused(project: Path) -> None:
    (project / "link").symlink_to("a")
    with pytest.raises(click.UsageError, match="two formats go to"):
        emissions(("json=a", "sarif=link"), {})


@pytest.mark.parametrize(("words", "begin", "end"), REFUSED.values(), ids=REFUSED)
def test_refused(words: list[str], begin: str, end: str) -> None:
    result = run("check", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"svclint: {begin}")
    assert line.endswith(end)


def test_several_at_once(project: Path) -> None:
    result = run("check", "--format", "concise", "--format", "json=a.json", "--format", "sarif=b.sarif")
    assert result.exit_code == 1
    assert result.stdout.startswith("bad.yaml:5:18: error: ")
    assert json.loads((project / "a.json").read_text())["diagnostics"][0]["code"] == "SVC205"
    assert json.loads((project / "b.sarif").read_text())["version"] == "2.1.0"


def test_a_variable_holds_one_a_line(project: Path) -> None:
    result = run("check", SVCLINT_FORMAT="concise\n\n  json=a b.json  \n")
    assert result.stdout.startswith("bad.yaml:5:18: error: ")
    assert (project / "a b.json").exists()
    assert run("check", "--format", "full", SVCLINT_FORMAT="concise").stdout.startswith("error[")


def test_annotations_by_themselves_under_github_actions() -> None:
    lines = run("check", GITHUB_ACTIONS="true").stdout.splitlines()
    assert lines[0].startswith("error[invalid-port-number]: ")
    assert lines[-1].startswith("::error title=SVC205 invalid-port-number,file=bad.yaml,line=5,col=18,")
    assert "::" not in run("check", GITHUB_ACTIONS="true", SVCLINT_FORMAT="concise").stdout


def test_what_cannot_be_written_is_one_line_and_the_rest_is_written(project: Path) -> None:
    result = run("check", "--exit-zero", "--format", "json=missing/a.json", "--format", "sarif=b.sarif", "--format", "concise")
    assert result.exit_code == 2
    assert result.stdout.startswith("bad.yaml:5:18: error: ")
    assert result.stderr.splitlines()[0] == "svclint: cannot write missing/a.json: no such file or directory"
    assert (project / "b.sarif").exists()


def test_a_report_without_findings_is_a_document_too(project: Path) -> None:
    """Else a reader would take the last one for this one."""
    assert emit(Report(), (Emission("gitlab", "a"), Emission("jsonl", "b")), colour="never") == []
    assert ((project / "a").read_text(), (project / "b").read_text()) == ("[]\n", "")


def test_quiet_is_about_standard_output_only(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    emit(Report((SAMPLE,)), (Emission("concise"), Emission("concise", "a")), colour="never", quiet=True)
    assert capsys.readouterr().out == ""
    assert (project / "a").read_text().startswith("k8s/web-svc.yaml:9:10: warning")


def test_no_colour_in_a_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    emit(Report((SAMPLE,)), (Emission("concise"), Emission("concise", "a")), colour="always")
    assert "\x1b[" in capsys.readouterr().out
    assert "\x1b[" not in (project / "a").read_text()


def test_a_byte_that_is_no_text_is_written_as_an_escape(project: Path) -> None:
    one = SAMPLE._replace(message="no \udcff text")
    assert emit(Report((one,)), (Emission("concise", "a"), Emission("json", "b")), colour="never") == []
    assert "no \\xff text" in (project / "a").read_text()
    assert json.loads((project / "b").read_text())["diagnostics"][0]["message"] == "no \ufffd text"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")  # noqa: PTH110 - a device, asked once
def test_a_full_disk() -> None:
    assert run("check", "--format", "json=/dev/full").stderr.startswith("svclint: cannot write /dev/full: no space left on device")
