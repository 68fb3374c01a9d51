"""A progress bar on standard error: only on a terminal, only where a run takes long, and gone when it ends."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from svclint.cli.stream import note

if TYPE_CHECKING:
    from svclint.pipeline import Watch

PATIENCE = 1.0
"""Seconds that nothing is shown for."""
_PAUSE = 0.1
_WIDTH = 30


@contextmanager
def progress(total: int, begun: float, *, quiet: bool, variables: Mapping[str, str]) -> "Iterator[Watch | None]":
    """What is to be told of each file that was read, of `total`, since `begun` (of time.monotonic); None where nobody looks.

    Nobody does where standard error is no terminal, or a dumb one, under continuous integration, and where the user wants `quiet`.
    """
    if quiet or sys.stderr is None or not sys.stderr.isatty() or variables.get("CI") or variables.get("TERM") == "dumb":
        yield None
        return
    bar = _Bar(total, begun + PATIENCE)
    try:
        yield bar.watch
    finally:
        bar.erase()


class _Bar:
    def __init__(self, total: int, due: float) -> None:
        self._total = total
        self._due = due
        self._shown = 0

    def watch(self, number: int) -> None:
        """Show how far it is, now and then."""
        now = monotonic()
        if now < self._due and (not self._shown or number < self._total):
            return
        self._due = now + _PAUSE
        done = _WIDTH * number // max(self._total, 1)
        line = f"Checking [{'#' * done}{' ' * (_WIDTH - done)}] {number}/{self._total} files"
        self._shown = len(line)
        note(f"\r{line}")

    def erase(self) -> None:
        """Leave the line as it was found."""
        if self._shown:
            note(f"\r{' ' * self._shown}\r")
