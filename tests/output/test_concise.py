"""The concise format: a line a finding, which editors can read back."""

import re
from collections.abc import Callable

import pytest

from svclint.output import concise
from tests.output.report import CASES, report

# The matcher of ux.md B.9, as an editor has it.
MATCHER = re.compile(r"^(.+?):(\d+):(\d+): (error|warning|info): (.*) \[(SVC\d{3}) .*\]$")


def test_rendering(golden: Callable[[str, str], None]) -> None:
    golden("output/concise.txt", "".join(concise.render(report(case)) for case in CASES))


def test_colour(golden: Callable[[str, str], None]) -> None:
    golden("output/concise.ansi", concise.render(report("two"), colour=True))


@pytest.mark.parametrize("case", CASES)
def test_a_line_a_finding_that_reads_back(case: str) -> None:
    lines = concise.render(report(case)).splitlines()
    assert len(lines) == len(CASES[case])
    for line, diagnostic in zip(lines, CASES[case], strict=True):
        found = MATCHER.match(line)
        start = diagnostic.place.span.start
        assert found
        assert found.groups()[1:4] == (str(start.line), str(start.column), str(diagnostic.severity))
