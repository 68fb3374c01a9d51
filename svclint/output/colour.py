"""ANSI colours of our own: a library for them would take longer to import than a run takes."""

from collections.abc import Mapping

from svclint.rule.severity import Severity

BOLD = "1"
DIM = "2"
GUTTER = "1;34"
SEVERITY = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


class Paint:
    """Puts text into a style, an SGR parameter such as `BOLD`; leaves it alone where `on` is false."""

    __slots__ = ("_on",)

    def __init__(self, *, on: bool) -> None:
        self._on = on

    def __call__(self, style: str, text: str) -> str:
        """The text in the style."""
        return f"\x1b[{style}m{text}\x1b[0m" if self._on and text else text


def is_wanted(choice: str, environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to colour: `choice` (always, never, auto) first, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, the terminal.

    An empty variable counts as unset (https://no-color.org), and so does a forcing one that is `0`.
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return terminal and environment.get("TERM") != "dumb"
