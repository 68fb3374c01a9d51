"""The measurement of broken Services, on a small repository: which it breaks, how, and what it counts."""

import difflib

import pytest

from benchmarks import broken
from benchmarks.breaks import WAYS, Break
from benchmarks.broken import Outcome
from benchmarks.surroundings import Chosen, Surroundings
from svclint.pipeline import read_all
from svclint.policy.settings import Settings
from svclint.source.apply import apply_edits
from tests.conftest import FIXTURES

FOLDER = FIXTURES / "breakable"

# Kind of break, Service, and the lines it takes away and puts in.
MADE = (
    ("selector value mistyped", "ovens", "- selector: {role: baking}", "+ selector: {role: baaking}"),
    ("selector key mistyped", "ovens", "- selector: {role: baking}", "+ selector: {orle: baking}"),
    ("pod label value lengthened", "ovens", "- labels: {role: baking}", "+ labels: {role: baking-v2}"),
    ("pod label key renamed", "ovens", "- labels: {role: baking}", "+ labels: {name: baking}"),
    ("namespace changed", "counter", "- namespace: bakery", "+ namespace: staging"),
    ("namespace added", "ovens", "+ namespace: staging"),
    ("port name mistyped", "counter", "- targetPort: http", "+ targetPort: thtp"),
    ("container port renamed", "counter", "- - name: http", "+ - name: orchard"),
    ("protocol changed", "counter", "- - port: 80", "+ - protocol: UDP", "+ port: 80"),
    ("target port quoted", "ovens", "- targetPort: 9090", '+ targetPort: "9090"'),
    ("target port one digit off", "ovens", "- targetPort: 9090", "+ targetPort: 9990"),
)
NEVER = (
    ("namespace added", "vans"),  # its kustomization sets the namespace
    ("target port quoted", "counter"),
    ("port name mistyped", "ovens"),
)


@pytest.fixture(scope="module")
def around() -> Surroundings:
    ((_, files),) = broken.repositories(FOLDER, files=False)
    return Surroundings(read_all(files, Settings()))


@pytest.fixture(scope="module")
def chosen(around: Surroundings) -> dict[str, Chosen]:
    return {one.service.name: one for one in around.choose()}


def test_which_services_are_chosen(chosen: dict[str, Chosen]) -> None:
    assert {name: one.scope for name, one in chosen.items()} == {"counter": "file", "ovens": "directory", "vans": "set"}


@pytest.mark.parametrize(("kind", "name", "expected"), [(kind, name, lines) for kind, name, *lines in MADE], ids=str)
def test_what_is_changed(around: Surroundings, chosen: dict[str, Chosen], kind: str, name: str, expected: list[str]) -> None:
    made = WAYS[kind](chosen[name], around)
    assert made is not None
    assert _differences(made, around) == expected


def _differences(made: Break, around: Surroundings) -> list[str]:
    (path,) = {edit.place.file.path for edit in made.edits}
    before = around.facts[path].file.text
    lines = difflib.unified_diff(before.splitlines(), apply_edits(before, made.edits).splitlines(), n=0, lineterm="")
    return [f"{line[0]} {line[1:].strip()}" for line in list(lines)[2:] if line[0] != "@"]


@pytest.mark.parametrize(("kind", "name"), NEVER)
def test_what_cannot_be_broken(around: Surroundings, chosen: dict[str, Chosen], kind: str, name: str) -> None:
    assert WAYS[kind](chosen[name], around) is None


def test_a_break_is_the_same_in_every_run(around: Surroundings, chosen: dict[str, Chosen]) -> None:
    assert all(way(one, around) == way(one, around) for way in WAYS.values() for one in chosen.values())


def test_the_label_and_its_own_selector_change_together(around: Surroundings, chosen: dict[str, Chosen]) -> None:
    made = WAYS["pod label value replaced, matchLabels too"](chosen["counter"], around)
    assert made is not None
    assert [edit.place.span.start.line for edit in made.edits] == [13, 9]


@pytest.mark.parametrize("kind", ["port name mistyped", "target port quoted"])
def test_noticed_at_its_line(kind: str) -> None:
    ((name, files),) = broken.repositories(FOLDER, files=False)
    measured = broken.measure(name, files, 0, kind)
    assert (measured.chosen, measured.noisy) == (3, ())
    assert measured.outcomes
    assert all(one.noticed for one in measured.outcomes)


@pytest.mark.parametrize(("noticed", "of", "enough"), [(98, 100, True), (97, 100, False), (0, 0, True)])
def test_the_mark(noticed: int, of: int, enough: bool) -> None:
    kind = next(iter(WAYS))
    outcomes = [Outcome(kind, noticed=number < noticed, elsewhere=number % 2) for number in range(of)]
    lines, reached = broken.table(outcomes)
    assert reached is enough
    assert lines[-1].split()[0] == "all"


def test_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert broken.main([str(FOLDER), "--show", "--only", "quoted"]) == 0
    assert "3 Services chosen; 0 findings" in capsys.readouterr().out
