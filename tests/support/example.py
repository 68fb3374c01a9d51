"""An example of a page, run: what its marks say against what is found."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from svclint import fixing, pipeline
from svclint.policy.settings import Settings
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Report
from svclint.rule.snapshot import Snapshot
from svclint.rulebook.example import Example, ExampleFile
from svclint.rulebook.mark import Mark
from svclint.source.file import SourceFile
from tests.support.run import settings_of, snapshot_of


class Run(NamedTuple):
    """What an example is run as; `sources` pairs its files, the previous ones too, with what was read of them."""

    snapshot: Snapshot
    settings: Settings
    sources: tuple[tuple[ExampleFile, SourceFile], ...]
    report: Report


@cache
def run(example: Example) -> Run:
    """Run an example. Marks are taken out first, line for line, so that a rendering has none."""
    now = [(file, SourceFile(file.path, file.unmarked)) for file in example.files]
    was = [(file, SourceFile(file.path, file.unmarked)) for file in example.previous]
    snapshot = snapshot_of([file for _, file in now], [file for _, file in was] if example.transition else None)
    settings = settings_of(example.settings)
    return Run(snapshot, settings, (*now, *was), pipeline.check(snapshot, settings))


@cache
def fixed(example: Example) -> dict[str, str]:
    """The files that the fixes change, by path, and what they are afterwards."""
    snapshot, settings, _, _ = run(example)
    return {after.path: after.text for _, after in fixing.fix(snapshot, settings, unsafe=True).changed}


def complaints(example: Example) -> Iterator[str]:
    """Where marks and findings differ, a line each."""
    _, _, sources, report = run(example)
    left = list(report.diagnostics)
    for file, source in sources:
        for mark in file.marks:
            found = next((one for one in left if one.place.file is source and _meets(mark, one)), None)
            if mark.level != "ok" and found is None:
                yield f"{file.path}:{mark.line}: no {mark.level} of {mark.rule}{_column(mark)}"
            elif mark.level != "ok" and found is not None:
                left.remove(found)
            elif found is not None:
                yield f"{file.path}:{mark.line}: marked ok, but {_shown(found)}"
    yield from (f"unmarked: {_shown(one)}" for one in left)


def _meets(mark: Mark, found: Diagnostic) -> bool:
    start = found.place.span.start
    if (mark.rule, mark.line) != (found.rule.name, start.line):
        return False
    return mark.level == "ok" or (mark.level == str(found.severity) and mark.column in (None, start.column))


def _column(mark: Mark) -> str:
    return f" at column {mark.column}" if mark.column else ""


def _shown(one: Diagnostic) -> str:
    start = one.place.span.start
    return f"{one.place.file.path}:{start.line}:{start.column}: {one.severity} of {one.rule.name}: {one.message}"
