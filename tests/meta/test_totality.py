"""Nothing that stands in a file makes svclint fail: every example and fixture, each also with nodes lost or of a wrong type."""

from collections.abc import Iterator

import pytest

from svclint import pipeline
from svclint.output import full
from svclint.policy.settings import Settings
from svclint.rule.report import Report
from svclint.rule.snapshot import Previous, Snapshot
from svclint.source.apply import apply_fixes
from svclint.source.file import SourceFile
from svclint.source.place import Place
from tests.support.broken import worse
from tests.support.every import inputs

INPUTS = inputs()
_VARIANTS = 12
"""Worse versions of each file, beside the file itself."""


@pytest.mark.parametrize("name", INPUTS)
def test_nothing_fails(name: str) -> None:
    snapshot, settings = INPUTS[name]
    for variant in (snapshot, *_variants(snapshot)):
        _check(variant, settings._replace(pedantic=True))


def _variants(snapshot: Snapshot) -> Iterator[Snapshot]:
    """The snapshot with one of its files made worse, now or in its past."""
    previous = snapshot.previous
    for index, file in enumerate(snapshot.files):
        for text in worse(file, _VARIANTS):
            yield snapshot._replace(files=_with(snapshot.files, index, text))
    for index, file in enumerate(previous.files):
        for text in worse(file, _VARIANTS):
            yield snapshot._replace(previous=Previous(previous.label, _with(previous.files, index, text)))


def _with(files: tuple[SourceFile, ...], index: int, text: str) -> tuple[SourceFile, ...]:
    return (*files[:index], SourceFile(files[index].path, text), *files[index + 1 :])


def _check(snapshot: Snapshot, settings: Settings) -> None:
    report = pipeline.check(snapshot, settings)
    assert not report.crashed
    assert full.render(report) or not report.diagnostics
    for place in _places(report):
        assert place.file in (*snapshot.files, *snapshot.previous.files)
        assert 0 <= place.begin <= place.end <= len(place.file.text)
    for file in snapshot.files:
        apply_fixes(file, [one.fix for one in report.diagnostics if one.fix])


def _places(report: Report) -> Iterator[Place]:
    for one in report.diagnostics:
        yield one.place
        yield from (related.place for related in one.related)
        yield from (edit.place for edit in one.fix.edits) if one.fix else ()
