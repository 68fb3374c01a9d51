"""Bulk cases and regressions: the findings of every case under fixtures/rules, a line each, beside it."""

from collections import Counter
from collections.abc import Callable

import pytest

from svclint import fixing
from svclint.output import concise
from svclint.rule.report import Report
from svclint.rule.subject import Subject
from tests.support.fixture import FOLDER, Case, cases, read, report

CASES = cases()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_findings(case: Case, golden: Callable[[str, str], None]) -> None:
    golden(f"rules/{case.name}.out", concise.render(report(case)))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_fixes_mend(case: Case) -> None:
    """Fixing comes to an end, and leaves a text that reads as well as before."""
    fixed = fixing.fix(*read(case), unsafe=True).report
    assert not _unread(fixed) - _unread(report(case))


def _unread(found: Report) -> Counter[str]:
    return Counter(one.rule.name for one in found.diagnostics if one.rule.subject is Subject.DOCUMENT)


def test_every_output_has_its_case() -> None:
    outputs = {f"{path.parent.name}/{path.stem}" for path in FOLDER.glob("*/*.out")}
    assert outputs <= set(CASES)
