"""A page in a terminal."""

from collections.abc import Callable

from svclint.rulebook.plain import WIDTH, plain
from tests.rulebook.pages import PAGE


def test_rendering(golden: Callable[[str, str], None]) -> None:
    golden("output/page.txt", plain(PAGE))


def test_prose_is_wrapped() -> None:
    assert all(len(line) <= WIDTH for line in plain(PAGE).splitlines())
