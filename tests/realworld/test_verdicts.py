"""What svclint says of real manifests, against what somebody who read them says: verdicts.jsonl, and the ground truth."""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from svclint.checks import RULES
from svclint.pipeline import check
from svclint.policy.settings import Settings
from svclint.rule.severity import Severity
from svclint.rule.snapshot import Snapshot
from svclint.source.file import SourceFile
from tests.support.archive import GROUND_TRUTH, charts, needs_archive, repositories

pytestmark = needs_archive

READING = Path(__file__).parent / "verdicts.jsonl"
FAMILIES = ("SVC3", "SVC4", "SVC6")
"""The rules whose every error and warning is read."""
UNPROVEN = {"B14"}
"""What nothing in its repository gives away: kafka is nowhere but in files of another tool."""


class Said(NamedTuple):
    """A finding: where, of which rule, how severe."""

    repo: str
    path: str
    line: int
    rule: str
    severity: str


def _said(repo: str, files: tuple[SourceFile, ...]) -> list[Said]:
    found = check(Snapshot(repo, files), Settings()).diagnostics
    loud = (one for one in found if one.severity >= Severity.WARNING)
    return [Said(repo, one.place.file.path, one.place.span.start.line, one.rule.name, str(one.severity)) for one in loud]


@cache
def everything_said() -> tuple[Said, ...]:
    """The errors and warnings on all repositories, and on all charts, each a workspace of its own."""
    found = [one for name, files in repositories().items() for one in _said(name, files)]
    return (*found, *(one for chart in charts() for one in _said("rendered", (chart,))))


def _of_families(said: tuple[Said, ...]) -> list[Said]:

    codes = {rule.name: rule.code for rule in RULES}
    return [one for one in said if codes[one.rule].startswith(FAMILIES)]


def _read() -> list[dict[str, str | int | bool]]:
    return [json.loads(line) for line in READING.read_text(encoding="utf-8").splitlines()]


def test_what_is_said_has_been_read() -> None:
    read = Counter((one["repo"], one["path"], one["line"], one["rule"], one["severity"]) for one in _read())
    assert Counter(map(tuple, _of_families(everything_said()))) == read


@pytest.mark.parametrize(("severity", "share"), [("error", 0.95), ("warning", 0.8)])
def test_most_of_it_is_real(severity: str, share: float) -> None:
    real = [one["real"] for one in _read() if one["severity"] == severity]
    assert sum(map(bool, real)) >= share * len(real)


def _ground_truth(label: str) -> dict[str, dict[str, str]]:
    rows = (json.loads(line) for line in GROUND_TRUTH.read_text(encoding="utf-8").splitlines())
    return {row["id"]: row for row in rows if row["label"] == label and row["origin"] == "head"}


def test_every_known_bug_is_named_in_its_file() -> None:
    files = {(one.repo, one.path) for one in everything_said()}
    missed = [name for name, row in _ground_truth("bug").items() if (row["repo"].replace("/", "+"), row["path"]) not in files]
    assert set(missed) <= UNPROVEN


def test_every_trap_is_passed_in_silence() -> None:
    caught = {
        (name, one)
        for name, row in _ground_truth("trap").items()
        for one in _of_families(everything_said())
        if one.repo == row["repo"].replace("/", "+") and (one.path == row["path"] or one.path.startswith(f"{row['path']}/"))
    }
    assert not caught
