"""Bulk cases and regressions: the findings of every case under fixtures/rules, a line each, beside it."""

from collections import Counter
from collections.abc import Callable

import pytest

from svclint import pipeline
from svclint.output import concise
from tests.support.fixture import FOLDER, Case, cases, read, report
from tests.support.run import fixed_files

CASES = cases()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_findings(case: Case, golden: Callable[[str, str], None]) -> None:
    golden(f"rules/{case.name}.out", concise.render(report(case)))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_fixes_mend(case: Case) -> None:
    """Fixing comes to an end, and leaves no more to find in any file than there was."""
    snapshot, settings = read(case)
    fixed = pipeline.check(snapshot._replace(files=fixed_files(snapshot, settings)), settings)
    before = Counter(one.rule.name for one in report(case).diagnostics)
    assert not Counter(one.rule.name for one in fixed.diagnostics) - before


def test_every_output_has_its_case() -> None:
    outputs = {f"{path.parent.name}/{path.stem}" for path in FOLDER.glob("*/*.out")}
    assert outputs <= set(CASES)
