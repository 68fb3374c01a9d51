"""The measurement of cost: what is generated, how limits are judged, and how tables and the picture come out. No time is asserted."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks import clock, generate, growth, pages, plot, programs, speed, stages
from benchmarks.inputs import prepare
from benchmarks.limits import LIMITS, in_words, judge, ratios
from benchmarks.measure import ROOT, Cost, Failed, cost
from svclint.pipeline import check
from svclint.policy.settings import Settings
from svclint.rule.snapshot import Snapshot
from svclint.source.file import SourceFile

DIGEST = "6041c88bb78a634d"


def test_a_generated_repository_is_the_same_everywhere() -> None:
    """Whoever changes the generator changes what the figures in docs/speed.md are of."""
    text = "".join(f"{path}\n{text}" for path, text in generate.repository(500))
    assert sha256(text.encode()).hexdigest()[:16] == DIGEST


def test_the_mix() -> None:
    files = dict(generate.repository(1000))
    sorts = Counter(re.sub(r"[0-9]*\.yaml", "", path.rpartition("/")[2]) for path in files)
    assert len(files) == 1000
    assert sorts == {"kustomization": 25, "web": 100, "schema": 34, "settings": 408, "role": 250, "values": 183}
    report = check(Snapshot("/", tuple(SourceFile(path, text) for path, text in files.items())), Settings(pedantic=True))
    assert (report.checked.services, report.skipped, report.templates) == (100, (), ())
    assert [(one.rule.name, one.place.file.path.rpartition("/")[2]) for one in report.diagnostics] == [
        ("selector-matches-nothing", "web71.yaml"),
        ("selector-matches-nothing", "web571.yaml"),
    ]


def test_a_stream_has_its_size() -> None:
    documents = list(generate.stream(1_000_000))
    assert 1_000_000 <= sum(map(len, documents)) < 1_000_000 + len(documents[-1])
    assert sum("\nkind: Service\n" in one for one in documents) * 4 == pytest.approx(len(documents), abs=4)


def costs(**seconds: Sequence[float]) -> Mapping[str, list[Cost]]:
    return {name.replace("_", "-"): [Cost(one, 2 * one, 100 * one, 0) for one in own] for name, own in seconds.items()}


def test_ratios_are_medians_of_rounds_and_not_of_programs() -> None:
    measured = costs(svclint=[1.0, 2.0, 9.0], other=[2.0, 1.0, 3.0])
    assert ratios(measured["svclint"], measured["other"]) == (2.0, 2.0, 2.0)


JUDGED = (
    ("one file", costs(svclint=[1.5], skeleton=[1.0]), ["1.50 of at most 1.5 x skeleton: kept"]),
    ("one file", costs(svclint=[1.6], skeleton=[1.0]), ["1.60 of at most 1.5 x skeleton: NOT kept"]),
    ("one file", costs(svclint=[1.6]), ["1.5 x skeleton: not measured"]),
    ("argo-cd", costs(svclint=[0.3], kube_linter=[1.0], kubeconform=[0.1]), ["0.30 of at most 0.4 x kube-linter: kept"]),
    ("argo-cd", costs(svclint=[0.3], kubeconform=[1.0]), ["0.30 of at most 0.31 x kubeconform: kept, by estimate"]),
    ("argo-cd", costs(svclint=[0.4], kubeconform=[1.0]), ["0.40 of at most 0.31 x kubeconform: NOT kept, by estimate"]),
    ("argo-cd", costs(svclint=[0.4]), ["0.4 x kube-linter: not measured"]),
    (
        "10,000 files",
        costs(svclint=[3.1], compose=[2.0]),
        ["1.55 of at most 1.6 x compose: kept", "310 MB of at most 300: NOT kept"],
    ),
)


@pytest.mark.parametrize(("name", "measured", "expected"), JUDGED)
def test_limits(name: str, measured: Mapping[str, list[Cost]], expected: list[str]) -> None:
    assert [in_words(verdict) for verdict in judge(name, measured)] == expected


def test_every_limit_has_a_program() -> None:
    known = {*programs.PEERS, *programs.REFERENCES, ""}
    assert {name for one in LIMITS.values() for name in (one.program, one.stand_in)} <= known


def test_a_table() -> None:
    lines = list(speed.rows("one file", costs(svclint=[1.0, 1.1], skeleton=[1.0, 1.0])))
    assert lines == [
        "| one file | svclint | 1.050 | 2.100 | 105 |  |  |  | 1.05 of at most 1.5 x skeleton: kept |",
        "| one file | skeleton | 1.000 | 2.000 | 100 | 1.05 | 1.05 | 1.05 |  |",
    ]
    assert {line.count("|") for line in (*lines, *speed.HEAD.splitlines())} == {10}


def test_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(programs, "find", lambda _: None)
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- speed -->\nold\n<!-- /speed -->\nafter\n")
    code = speed.main([str(tmp_path), "--rounds", "1", "--only", "one file", "--into", str(page)])
    assert code in {0, 1}
    table, said = capsys.readouterr().out, page.read_text()
    assert [line.split("|")[2].strip() for line in table.splitlines() if line.startswith("| one file")] == [
        "svclint",
        "skeleton",
        "compose",
    ]
    assert "Not installed, so not measured: kube-linter, kube-score, kubeconform." in table
    assert said == f"before\n<!-- speed -->\n\n{table}\n<!-- /speed -->\nafter\n"


def test_a_page_without_a_place(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("nothing")
    with pytest.raises(ValueError, match="no place for speed"):
        pages.put(tmp_path / "page.md", "speed", "")


def test_the_skeleton_asks_git_what_svclint_asks(tmp_path: Path) -> None:
    given = prepare("one file", tmp_path, tmp_path)
    assert [command.split("\n")[:2] for command in programs.asked(given)] == [["git", "rev-parse"], ["git", "ls-files"]]


def test_a_process_that_dies(tmp_path: Path) -> None:
    assert cost([sys.executable, "-c", "raise SystemExit(3)"], tmp_path).status == 3
    with pytest.raises(Failed, match="ended by signal 9"):
        cost([sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"], tmp_path)


def test_a_repository_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"istio: no folder \*\+istio in"):
        prepare("istio", tmp_path, tmp_path)


def test_stages(tmp_path: Path) -> None:
    prepare("one file", tmp_path, tmp_path)
    found = stages.measure(tmp_path / "one-file", 1)
    assert {*clock.IMPORTS, "read", "split and sniff", "parse", "model", "index and kustomize", "rules: selectors", "render"} <= set(found)
    assert stages.table({"a": 1.0, "b": 3.0}, "x")[2:] == ["| a | 1.0 | 25.0 |", "| b | 3.0 | 75.0 |", "| all | 4.0 | 100 |"]


def test_stages_interrupt_each_other() -> None:
    one = clock.Clock()
    inner = one.timed("inner", lambda: one.spent.get("outer"))
    assert one.run("outer", inner) is not None
    assert set(one.spent) == {"start of Python", "outer", "inner"}


@pytest.mark.parametrize("name", growth.SUBJECTS)
def test_what_grows_is_checked(name: str) -> None:
    files = tuple(SourceFile(path, text) for path, text in growth.SUBJECTS[name].make(60))
    report = check(Snapshot("/", files), Settings())
    assert report.checked.services
    assert report.skipped == ()
    assert len(report.diagnostics) == (60 if name in {"Services that miss", "Services built", "findings"} else 0)


def test_the_exponent() -> None:
    points = [growth.Point(size, size**1.5, size * 2.0) for size in (10, 32, 100, 316, 1000)]
    assert (round(growth.exponent(points, 1), 6), round(growth.exponent(points, 2), 6)) == (1.5, 1.0)
    assert growth.table({"files": points})[2] == "| files | 1,000 | 31622.78 | 2000 | 1.50 | 1.00 |"


def test_the_picture() -> None:
    panel = plot.Panel("a < b", {name: [(10.0, 1.0), (1000.0, 50.0)] for name in ("first", "second")})
    root = ET.fromstring(plot.picture([panel, panel]))
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[:8] == ["a < b", "10", "100", "1,000", "1", "10", "100", "first"]
    lines = [element.get("points") for element in root.iter("{http://www.w3.org/2000/svg}polyline")]
    assert lines[0] == "60.0,340.0 390.0,85.2"


def test_the_reference_composes_what_svclint_parses(tmp_path: Path) -> None:
    for path, text in (*generate.repository(41), ("x/broken.yaml", "kind: Service\n{"), (".git/a.yaml", "kind: Service\n")):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    words = [sys.executable, str(ROOT / "benchmarks" / "compose.py"), str(tmp_path)]
    said = subprocess.run(words, capture_output=True, encoding="utf-8", check=True).stdout
    web = sum(text.count("\nkind: ") for path, text in generate.repository(41) if "/web" in path)
    assert int(said) == web + 2
