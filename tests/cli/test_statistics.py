"""--statistics, --min-severity and -v."""

import json
from pathlib import Path

import pytest

from svclint.output.statistics import as_json, text
from svclint.rule.report import Report
from svclint.source.edit import Safety
from tests.cli.project import BAD, GOOD, run, write
from tests.output.report import RULE, SERVICE, diagnostic

OTHER = RULE._replace(name="port-repeated", code="SVC209")
PLAIN = diagnostic(SERVICE)
SAFE = diagnostic(SERVICE, fix=("quote it", Safety.SAFE))
UNSAFE = diagnostic(SERVICE, fix=("change it", Safety.UNSAFE))
END = "[*] fixable with svclint --fix\n"
TEXTS = {
    "none": ((), ""),
    "one": ((PLAIN,), "1  SVC301  selector-matches-nothing\n"),
    "most-first": ((PLAIN, PLAIN._replace(rule=OTHER)) + (PLAIN,) * 9, "10  SVC301  selector-matches-nothing\n 1  SVC209  port-repeated\n"),
    "by-code": ((PLAIN, PLAIN._replace(rule=OTHER)), "1  SVC209  port-repeated\n1  SVC301  selector-matches-nothing\n"),
    "safe": ((SAFE,), f"1  SVC301  [*] selector-matches-nothing\n{END}"),
    "some": ((SAFE, PLAIN), f"2  SVC301  [-] selector-matches-nothing\n{END}"),
    "unsafe": ((UNSAFE,), "1  SVC301  selector-matches-nothing\n"),
    "mixed": ((SAFE, PLAIN._replace(rule=OTHER)), f"1  SVC209  [ ] port-repeated\n1  SVC301  [*] selector-matches-nothing\n{END}"),
}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("found", "expected"), TEXTS.values(), ids=TEXTS)
def test_text(found: tuple[object, ...], expected: str) -> None:
    assert text(Report(found)) == expected  # type: ignore[arg-type]  # the table holds diagnostics


def test_json() -> None:
    one = {"code": "SVC301", "name": "selector-matches-nothing", "count": 2, "fixable": False, "fixable_count": 1}
    assert json.loads(as_json(Report((SAFE, PLAIN)))) == [one]
    assert as_json(Report()) == "[]\n"


def test_instead_of_the_findings(project: Path) -> None:
    write(project, bad=BAD, worse=BAD)
    result = run("--statistics")
    assert (result.exit_code, result.stdout) == (1, "2  SVC205  invalid-port-number\n")
    assert run("--statistics", "-qq").stdout == ""
    assert run("--statistics", "--format", "concise=counts.txt").stdout == ""
    assert (project / "counts.txt").read_text() == result.stdout


INFO = GOOD.replace("{port: 80}", "{port: 80, nodePort: 30001}").replace("spec:", "spec:\n  type: NodePort")
LEAST = {
    "all": ([], 2, "1 error, 1 info. "),
    "warning": (["--min-severity", "warning"], 1, "1 error (1 below --min-severity). "),
    "still-fails": (["--min-severity", "error", "--fail-on", "info", "info.yaml"], 0, "Nothing to show (1 below --min-severity). "),
}


@pytest.mark.parametrize(("words", "lines", "told"), LEAST.values(), ids=LEAST)
def test_the_least_severity_that_is_shown(words: list[str], lines: int, told: str, project: Path) -> None:
    write(project, bad=BAD, info=INFO)
    result = run(
        "--select",
        "SVC205,node-port-in-dynamic-band,node-port-service",
        "--ignore",
        "node-port-in-dynamic-band",
        "--format=concise",
        *words,
    )
    assert result.exit_code == 1
    assert result.stdout.count("\n") == lines
    assert result.stderr.startswith(told)


TOLD = {
    "advice": ([], "session-affinity-with-local-policy,", ": advice, without --pedantic"),
    "ignored": (["--ignore", "SVC205"], "not judged: invalid-port-number", ": ignored"),
    "off": (["--config", 'severity = {SVC205 = "off"}'], "not judged: invalid-port-number", ": switched off by the settings"),
    "select": (["--select", "SVC1"], " invalid-port-number, ", ": not selected"),
    "changes": (["--against", "none"], "not judged: changes", ": --against none"),
    "template": ([], "not checked: chart.yaml", ": a template"),
    "settings": ([], "settings: svclint.toml", ""),
    "root": ([], "root: ", ""),
    "time": ([], "time: reading ", " s"),
}


@pytest.mark.parametrize(("words", "start", "end"), TOLD.values(), ids=TOLD)
def test_verbose(words: list[str], start: str, end: str, project: Path) -> None:
    write(project, good=GOOD, chart="kind: Service\nname: {{ .Values.name }}\n")
    (project / "svclint.toml").write_text("")
    result = run("-v", *words)
    assert result.stdout == ""
    assert any(start in line and line.endswith(end) for line in result.stderr.splitlines()), result.stderr
    assert run("-v", "-q", *words).stderr == ""
