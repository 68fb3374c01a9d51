"""Every example of the pages and every fixture, as what the pipeline takes."""

from svclint.policy.settings import Settings
from svclint.rule.report import Report
from svclint.rule.snapshot import Snapshot
from tests.support import example, fixture, pages


def inputs() -> dict[str, tuple[Snapshot, Settings]]:
    """The snapshot and the settings of each, by name."""
    shown = {name: example.run(one)[:2] for name, one in pages.examples().items()}
    return shown | {name: fixture.read(case) for name, case in fixture.cases().items()}


def reports() -> dict[str, Report]:
    """What is found in each, by name."""
    shown = {name: example.run(one).report for name, one in pages.examples().items()}
    return shown | {name: fixture.report(case) for name, case in fixture.cases().items()}
