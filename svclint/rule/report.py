"""What a run found, and what it looked at."""

from enum import Enum

from svclint.record import NamedTuple
from svclint.rule.baseline import Entry
from svclint.rule.diagnostic import Diagnostic, ObjectName
from svclint.rule.rule import Rule
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


class Silencer(Enum):
    """What keeps a finding from being reported."""

    COMMENT = "comment"
    ANNOTATION = "annotation"
    SETTINGS = "settings"
    BASELINE = "baseline"


class Silenced(NamedTuple):
    """A finding that is not reported, and why; `reason` is what the user gave for it, empty for none."""

    diagnostic: Diagnostic
    by: Silencer
    reason: str = ""


class SeenService(NamedTuple):
    """A Service that was checked, and the path of its file."""

    path: str
    name: ObjectName


class Report(NamedTuple):
    """The outcome of a run.

    `templates` are the paths of files with templates; `skipped` the files that were not read. `suppressed` are the findings that are
    not reported; `crashed` the names of rules that raised. `rules` are those that ran, `services` what was checked in the targets.
    `elapsed` is in seconds. `gone` are the entries of the baseline that nothing needs any more.
    `show_suppressed`: whoever asked for the report wants to see what is suppressed, too.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    checked: Checked = Checked()
    skipped: tuple[Skipped, ...] = ()
    templates: tuple[str, ...] = ()
    not_judged: tuple[NotJudged, ...] = ()
    suppressed: tuple[Silenced, ...] = ()
    crashed: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    services: tuple[SeenService, ...] = ()
    elapsed: float = 0.0
    show_suppressed: bool = False
    gone: tuple[Entry, ...] = ()
