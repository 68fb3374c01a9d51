"""A check that is imported when it is first called: a run pays for the rules that have something to look at."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from svclint.rule.context import Context
from svclint.rule.finding import Finding


class Later:
    """The `check` of the module of that name. What calling it raises is what importing it raises, too."""

    __slots__ = ("_check", "module")

    def __init__(self, module: str) -> None:
        self.module = module
        self._check: Any = None

    def __call__(self, subject: Any, context: Context) -> Iterator[Finding]:
        """What the check finds."""
        if self._check is None:
            self._check = import_module(self.module).check
        found: Iterator[Finding] = self._check(subject, context)
        return found
