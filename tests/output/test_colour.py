"""When to colour: the flag, then NO_COLOR, then the forcing variables, then the terminal."""

import pytest

from svclint.output.colour import BOLD, Paint, is_wanted

CASES = {
    "pipe": ("auto", {}, False, False),
    "terminal": ("auto", {}, True, True),
    "always": ("always", {"NO_COLOR": "1"}, False, True),
    "never": ("never", {"FORCE_COLOR": "1"}, True, False),
    "no-color": ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
    "no-color-empty": ("auto", {"NO_COLOR": ""}, True, True),
    "force": ("auto", {"FORCE_COLOR": "1"}, False, True),
    "force-zero": ("auto", {"FORCE_COLOR": "0"}, False, False),
    "clicolor": ("auto", {"CLICOLOR_FORCE": "1"}, False, True),
    "dumb": ("auto", {"TERM": "dumb"}, True, False),
}


@pytest.mark.parametrize(("choice", "environment", "terminal", "wanted"), CASES.values(), ids=CASES)
def test_is_wanted(choice: str, environment: dict[str, str], terminal: bool, wanted: bool) -> None:
    assert is_wanted(choice, environment, terminal=terminal) is wanted


def test_paint() -> None:
    assert Paint(on=True)(BOLD, "a") == "\x1b[1ma\x1b[0m"
    assert Paint(on=True)(BOLD, "") == ""
    assert Paint(on=False)(BOLD, "a") == "a"
