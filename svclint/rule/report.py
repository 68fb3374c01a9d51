"""What a run found, and what it looked at."""

from typing import NamedTuple

from svclint.rule.diagnostic import Diagnostic
from svclint.rule.snapshot import Skipped


class Checked(NamedTuple):
    """How much was looked at, among the targets, and what changes were judged against (empty: they were not)."""

    services: int = 0
    workloads: int = 0
    files: int = 0
    against: str = ""


class NotJudged(NamedTuple):
    """Something that was not looked at, and why: "changes", "no previous version: not a git work tree"."""

    what: str
    why: str


class Report(NamedTuple):
    """The outcome of a run.

    `templates` are the paths of files with templates; `skipped` the files that were not read. `suppressed` are the
    diagnostics that a comment silenced, or that the settings accept; `crashed` the names of rules that raised. `elapsed` is in seconds.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    checked: Checked = Checked()
    skipped: tuple[Skipped, ...] = ()
    templates: tuple[str, ...] = ()
    not_judged: tuple[NotJudged, ...] = ()
    suppressed: tuple[Diagnostic, ...] = ()
    crashed: tuple[str, ...] = ()
    elapsed: float = 0.0
