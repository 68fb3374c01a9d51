"""Real edits, where they are at hand: what svclint says of them is what was read, finding by finding, and found right."""

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.edits import described, edits
from svclint.policy.settings import APPLY, Settings
from tests.support.archive import CHANGES

READ = Path(__file__).with_name("changes_verdicts.jsonl")
pytestmark = pytest.mark.skipif(not CHANGES.exists(), reason="the real edits are not at hand")


def test_what_is_said_was_read() -> None:
    settings = Settings(pedantic=True)
    said = Counter(
        _line(**described(edit, one), severity=one.severity.name.lower()) for edit in edits(CHANGES) for one in edit.findings(settings)
    )
    read = Counter(_line(**{key: value for key, value in row.items() if key not in ("real", "why")}) for row in _rows())
    assert not said - read, "said, and not read: judge it, and write it down"
    assert not read - said, "read, and no longer said"


def test_what_was_read_is_right() -> None:
    assert not [row for row in _rows() if not row["real"] and row["severity"] != "info"]


@pytest.mark.parametrize("way", APPLY)
def test_no_way_of_applying_crashes(way: str) -> None:
    for edit in edits(CHANGES):
        edit.findings(Settings(apply=way, pedantic=True))


def _rows() -> list[dict[str, str]]:
    return [json.loads(line) for line in READ.read_text(encoding="utf-8").splitlines()]


def _line(**fields: str | int) -> str:
    return json.dumps(fields, sort_keys=True)
