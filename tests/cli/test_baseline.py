"""The command baseline, and what check makes of its file."""

import json
from pathlib import Path

import pytest

from tests.cli.project import BAD, GOOD, run, write

FILE = "svclint-baseline.json"
TWO = BAD + "---\n" + BAD.replace("name: bad", "name: worse")
LEFT_OUT = "1 finding left out: unreadable-yaml; what a file that cannot be read hides is not known.\n"
BROKEN = "kind: Service\nmetadata: {name: [\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def paths(file: Path) -> list[str]:
    return [one["path"] for one in json.loads(file.read_text())["findings"]]


def shown(*words: str) -> list[str]:
    return [line.partition(":")[0] for line in run("--format=concise", *words).stdout.splitlines()]


def test_what_is_known_is_silent(project: Path) -> None:
    write(project, bad=BAD, good=GOOD)
    result = run("baseline")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 finding: 1 new, 0 gone, 0 known. svclint-baseline.json is written.\n"
    result = run()
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("No problems (1 in the baseline). Checked 2 Services and 0 workloads in 2 files. ")
    assert run("--baseline", "none").exit_code == 1
    write(project, new=BAD.replace("name: bad", "name: new"))
    assert shown() == ["new.yaml"]


def test_the_flags_of_check_decide_what_there_is(project: Path) -> None:
    write(project, bad=BAD)
    assert run("baseline", "--ignore", "SVC205").stderr == "0 findings: 0 new, 0 gone, 0 known. svclint-baseline.json is not needed.\n"
    assert not (project / FILE).exists()
    assert run("baseline", "--select", "SVC205", "--pedantic").stderr.startswith("1 finding: 1 new, ")
    assert run("baseline", "--ignore", "SVC205", "--baseline", "none-yet.json").stderr.endswith("none-yet.json is written.\n")


STEPS = {
    "same": ({}, [], "1 finding: 0 new, 0 gone, 1 known. svclint-baseline.json is as it was.\n", ["bad.yaml"]),
    "comment": ({"bad": f"# above\n{BAD}"}, [], "1 finding: 0 new, 0 gone, 1 known. svclint-baseline.json is as it was.\n", ["bad.yaml"]),
    "mended": ({"bad": GOOD}, [], "0 findings: 0 new, 1 gone, 0 known. svclint-baseline.json is written.\n", []),
    "more": ({"bad": TWO}, [], "2 findings: 1 new, 0 gone, 1 known. svclint-baseline.json is written.\n", ["bad.yaml"] * 2),
    "prune": (
        {"bad": TWO},
        ["--prune"],
        "2 findings: 1 new (not added), 0 gone, 1 known. svclint-baseline.json is as it was.\n",
        ["bad.yaml"],
    ),
    "moved": ({"bad": "", "moved": BAD}, [], "1 finding: 0 new, 0 gone, 1 known. svclint-baseline.json is written.\n", ["moved.yaml"]),
    "copied": ({"a": BAD}, [], "2 findings: 1 new, 0 gone, 1 known. svclint-baseline.json is written.\n", ["a.yaml", "bad.yaml"]),
    "elsewhere": (
        {"bad": GOOD, "a": GOOD},
        ["a.yaml"],
        "0 findings: 0 new, 0 gone, 0 known. svclint-baseline.json is as it was.\n",
        ["bad.yaml"],
    ),
    "there": ({"bad": GOOD}, ["bad.yaml"], "0 findings: 0 new, 1 gone, 0 known. svclint-baseline.json is written.\n", []),
    "broken": (
        {"bad": BROKEN},
        [],
        f"0 findings: 0 new, 0 gone, 0 known. svclint-baseline.json is as it was.\n{LEFT_OUT}",
        ["bad.yaml"],
    ),
    "silenced": (
        {"bad": BAD.replace("[{port", "# svclint: ignore[SVC205]\n    [{port")},
        [],
        "0 findings: 0 new, 1 gone, 0 known. svclint-baseline.json is written.\n",
        [],
    ),
    "off": (
        {},
        ["--config", 'severity = {SVC205 = "off"}'],
        "0 findings: 0 new, 0 gone, 0 known. svclint-baseline.json is as it was.\n",
        ["bad.yaml"],
    ),
}


@pytest.mark.parametrize(("files", "words", "told", "left"), STEPS.values(), ids=STEPS)
def test_a_later_run(files: dict[str, str], words: list[str], told: str, left: list[str], project: Path) -> None:
    write(project, bad=BAD)
    run("baseline")
    before = (project / FILE).read_bytes()
    write(project, **files)
    result = run("baseline", *words)
    assert (result.exit_code, result.stderr) == (0, told)
    assert paths(project / FILE) == left
    assert ((project / FILE).read_bytes() == before) is ("as it was" in told)


def test_what_stays_stays_byte_for_byte(project: Path) -> None:
    write(project, a=BAD, c=BAD)
    run("baseline")
    lines = (project / FILE).read_text().splitlines()
    write(project, b=BAD)
    run("baseline")
    added = (project / FILE).read_text().splitlines()
    assert [line for line in added if line not in lines] == ['      "path": "b.yaml",']
    (project / "b.yaml").unlink()
    run("baseline", "--prune")
    assert (project / FILE).read_text().splitlines() == lines


def test_one_of_two_alike_is_known_in_its_own_file(project: Path) -> None:
    write(project, b=BAD)
    run("baseline")
    write(project, a=BAD)
    assert shown() == ["a.yaml"]
    assert shown("a.yaml") == ["a.yaml"]
    assert shown("b.yaml") == []


GONE = {
    "all": (["."], True),
    "one-file": (["bad.yaml"], False),
    "part": (["--context", "part"], True),
    "part-alone": (["part", "--context", "part"], False),
    "rule-off": (["--ignore", "SVC205"], False),
}


@pytest.mark.parametrize(("words", "told"), GONE.values(), ids=GONE)
def test_gone_is_told_where_everything_was_looked_at(words: list[str], told: bool, project: Path) -> None:
    (project / "part").mkdir()
    write(project, bad=BAD)
    run("baseline")
    write(project, bad=GOOD)
    assert ("1 entry of the baseline is gone: svclint baseline --prune\n" in run(*words).stderr) is (told and "--context" not in words)


MALFORMED = {
    "not-json": (
        '{"version": 1,\n  findings: []}',
        f"{FILE}:2:3: the baseline is not JSON: expecting property name enclosed in double quotes",
    ),
    "list": ("[]", f"{FILE}: the baseline has no version: not what svclint writes"),
    "newer": ('{"version": 2}', f"{FILE}: the baseline is of version 2, which a newer svclint wrote; this one knows 1"),
    "no-findings": ('{"version": 1}', f"{FILE}: the baseline has no list of findings"),
    "no-object": ('{"version": 1, "findings": [1]}', f"{FILE}: the baseline findings[0] is no object"),
    "no-rule": ('{"version": 1, "findings": [{"path": "a"}]}', f"{FILE}: the baseline findings[0].rule is missing"),
    "no-text": ('{"version": 1, "findings": [{"path": 1}]}', f"{FILE}: the baseline findings[0].path is no string"),
    "deep": ("[" * 100_000, f"{FILE}: the baseline is not what svclint writes"),
    "bytes": ("\udcff", f"{FILE}: the baseline is not UTF-8: byte 0"),
}


@pytest.mark.parametrize("words", [[], ["baseline"]], ids=["check", "baseline"])
@pytest.mark.parametrize(("text", "message"), MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_baseline_is_refused(text: str, message: str, words: list[str], project: Path) -> None:
    write(project, bad=BAD)
    (project / FILE).write_bytes(text.encode("utf-8", "surrogateescape"))
    result = run(*words)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"svclint: {message}\n")


NAMED = {
    "flag": (["--baseline", "known.json"], "svclint: known.json: there is no such baseline; svclint baseline writes one\n"),
    "setting": (["--config", 'baseline = "a/b.json"'], "svclint: a/b.json: there is no such baseline; svclint baseline writes one\n"),
    "directory": (["--baseline", "."], "svclint: .: the baseline cannot be read: not a regular file\n"),
    "prune": (["baseline", "--prune"], "svclint: svclint-baseline.json: there is no such baseline to prune\n"),
    "stdin": (["baseline", "-"], "svclint: a baseline is of files, not of standard input\n"),
    "folder": (["baseline", "--baseline", "no/b.json"], "svclint: cannot write no/b.json: no such file or directory\n"),
    "path": (["baseline", "no.yaml"], "svclint: no.yaml: no such file or directory\nsvclint: svclint-baseline.json is not written\n"),
}


@pytest.mark.parametrize(("words", "message"), NAMED.values(), ids=NAMED)
def test_what_cannot_be_done(words: list[str], message: str, project: Path) -> None:
    write(project, bad=BAD)
    result = run(*words)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)
    assert sorted(path.name for path in project.iterdir()) == ["bad.yaml"]


def test_the_file_may_be_elsewhere_and_a_setting_counts_from_the_root(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "ci").mkdir()
    write(project, bad=BAD)
    assert run("baseline", "--baseline", "ci/known.json").exit_code == 0
    (project / "svclint.toml").write_text('baseline = "ci/known.json"\n')
    assert run().exit_code == 0
    assert run().stderr.count("in 1 file") == 1
    monkeypatch.chdir(project / "ci")
    assert run("..", "--isolated", "--baseline", "known.json").exit_code == 0
    assert run("..").exit_code == 0
