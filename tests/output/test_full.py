"""The full format: what a user sees, in files under fixtures/output/."""

from collections.abc import Callable

import pytest

from svclint.output import full
from tests.output.report import CASES, report


@pytest.mark.parametrize("case", CASES)
def test_rendering(case: str, golden: Callable[[str, str], None]) -> None:
    golden(f"output/full/{case}.txt", full.render(report(case)))


def test_colour(golden: Callable[[str, str], None]) -> None:
    golden("output/full/two.ansi", full.render(report("two"), colour=True))


@pytest.mark.parametrize("case", CASES)
def test_no_line_is_wider_than_the_limit_or_unsafe(case: str) -> None:
    lines = full.render(report(case)).split("\n")
    assert all(line == "" or line.isprintable() for line in lines)
    assert all(len(line) <= 170 for line in lines if "^" not in line)


def test_a_huge_line_is_cut_without_being_measured() -> None:
    case = CASES["long-middle"][0]
    text = case.place.file.text
    case.place.file.text = "\u0301" * 2_000_000 + text
    moved = case._replace(place=case.place._replace(begin=case.place.begin + 2_000_000, end=case.place.end + 2_000_000))
    case.place.file.text = text
    assert len(full.render(report("none")._replace(diagnostics=(moved,)))) < 1000
