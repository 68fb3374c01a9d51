"""The table of exit codes, through the whole command: of several reasons 2 wins, then 1, then 3."""

from pathlib import Path

import pytest

from tests.cli.project import BAD, GOOD, run, write

CHART = "kind: Service\nname: {{ .Values.name }}\n"
HARMLESS = "just: data\n"
CODES = {
    "clean": ({"a": GOOD}, "", 0),
    "no-service": ({"a": HARMLESS}, "", 0),
    "no-file": ({}, "", 0),
    "named-without-objects": ({"a": HARMLESS}, "a.yaml", 0),
    "findings": ({"a": BAD}, "", 1),
    "never": ({"a": BAD}, "--fail-on never", 0),
    "exit-zero": ({"a": BAD}, "--exit-zero", 0),
    "empty": ({"a": HARMLESS}, "--fail-on-empty", 3),
    "not-empty": ({"a": GOOD}, "--fail-on-empty", 0),
    "empty-exit-zero": ({"a": HARMLESS}, "--fail-on-empty --exit-zero", 0),
    "template": ({"a": GOOD, "b": CHART}, "--fail-on-skipped", 3),
    "template-elsewhere": ({"a": GOOD, "b": CHART}, "--fail-on-skipped a.yaml", 0),
    "broken-service": ({"a": "kind: Service\na: [\n"}, "", 1),
    "findings-and-skipped": ({"a": BAD, "b": CHART}, "--fail-on-skipped", 1),
    "never-and-skipped": ({"a": BAD, "b": CHART}, "--fail-on-skipped --fail-on never", 3),
    "missing": ({"a": GOOD}, "a.yaml no.yaml", 2),
    "missing-and-findings": ({"a": BAD}, "a.yaml no.yaml", 2),
    "missing-exit-zero": ({"a": BAD}, "a.yaml no.yaml --exit-zero", 2),
    "device": ({"a": GOOD}, "a.yaml /dev/null", 2),
    "flag": ({"a": BAD}, "--fail-om never", 2),
    "revision": ({"a": BAD}, "--against no-such --exit-zero", 2),
    "output": ({"a": GOOD}, "--format concise=no/x --exit-zero", 2),
    "baseline-missing": ({"a": GOOD}, "--baseline no.json --exit-zero", 2),
    "hidden": ({"a": BAD}, "--fail-on error --min-severity error", 1),
    "statistics": ({"a": BAD}, "--statistics", 1),
    "statistics-exit-zero": ({"a": BAD}, "--statistics --exit-zero", 0),
    "statistics-clean": ({"a": GOOD}, "--statistics", 0),
    "statistics-empty": ({"a": HARMLESS}, "--statistics --fail-on-empty", 3),
    "list-files": ({"a": BAD, "b": CHART}, "--list-files --fail-on-skipped --fail-on-empty", 0),
    "list-files-missing": ({"a": BAD}, "--list-files no.yaml --exit-zero", 2),
    "quiet": ({"a": BAD}, "-qq", 1),
    "quiet-empty": ({}, "-qq --fail-on-empty", 3),
    "verbose": ({"a": BAD}, "-v", 1),
    "context": ({"a": BAD}, "a.yaml --context .", 1),
    "context-missing": ({"a": GOOD}, "--context no --exit-zero", 2),
    "excluded": ({"a": BAD}, "a.yaml --exclude a.yaml --force-exclude", 0),
    "excluded-empty": ({"a": BAD}, "a.yaml --exclude a.yaml --force-exclude --fail-on-empty", 3),
}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("files", "words", "code"), CODES.values(), ids=CODES)
def test_code(files: dict[str, str], words: str, code: int, project: Path) -> None:
    write(project, **files)
    assert run("check", *words.split()).exit_code == code


def test_what_the_baseline_has_is_no_finding(project: Path) -> None:
    write(project, a=BAD, b=CHART)
    assert run("baseline").exit_code == 0
    assert run("--fail-on", "info").exit_code == 0
    assert run("--fail-on-skipped").exit_code == 3
    assert run("--baseline", "none").exit_code == 1
