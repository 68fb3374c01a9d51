"""Real repositories, where their archive is at hand: no traceback, no crashed rule, and the same bytes whatever the order."""

from svclint.output import full
from svclint.output.summary import summary
from svclint.pipeline import check
from svclint.policy.settings import Settings
from svclint.rule.snapshot import Snapshot
from svclint.source.file import SourceFile
from tests.support.archive import needs_archive, repositories

pytestmark = needs_archive


def test_every_repository_twice() -> None:
    assert len(repositories()) > 40
    for name, files in repositories().items():
        first = _printed(name, files)
        assert first == _printed(name, files[::-1]), f"{name}: other words in another order"
        assert first == _printed(name, files, prefilter=False), f"{name}: other words without the prefilter"


def _printed(name: str, files: tuple[SourceFile, ...], *, prefilter: bool = True) -> str:
    report = check(Snapshot(name, files), Settings(pedantic=True, prefilter=prefilter))
    assert not report.crashed, (name, report.crashed)
    for one in report.diagnostics:
        for place in (one.place, *(related.place for related in one.related)):
            assert 0 <= place.begin <= place.end <= len(place.file.text)
    return full.render(report) + summary(report)
