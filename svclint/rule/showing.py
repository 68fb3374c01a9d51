"""What a run of `show` tells."""

from svclint.record import NamedTuple
from svclint.rule.report import Report
from svclint.workspace.servicename import Unmatched
from svclint.workspace.shown import ShownService


class Showing(NamedTuple):
    """The Services that were asked for, in the order of their places, and the names that are no Service's.

    `report` has no findings, only what was looked at and what was not; `root` is what paths are relative to.
    """

    services: tuple[ShownService, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    report: Report = Report()
    root: str = ""
