"""Real repositories, where their archive is at hand: no traceback, no crashed rule, and the same bytes whatever the order."""

import os
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from svclint.discover.read import source
from svclint.output import full
from svclint.output.summary import summary
from svclint.pipeline import check
from svclint.policy.settings import Settings
from svclint.rule.snapshot import Snapshot
from svclint.source.file import SourceFile

SHARED = Path(os.environ.get("SVCLINT_SHARED", Path(__file__).parents[2] / "shared"))
ARCHIVE = SHARED / "corpora" / "manifests.tar.xz"

pytestmark = pytest.mark.skipif(not ARCHIVE.exists(), reason="the archive of real repositories is not at hand")


@pytest.fixture(scope="module")
def repositories() -> dict[str, tuple[SourceFile, ...]]:
    """The files of each repository; they are read from the archive and never written anywhere."""
    found: dict[str, list[SourceFile]] = {}
    with tarfile.open(ARCHIVE) as archive:
        for name, data in _members(archive):
            repository, _, path = name.partition("/")
            found.setdefault(repository, []).append(source(path, data))
    return {name: tuple(files) for name, files in sorted(found.items())}


def _members(archive: tarfile.TarFile) -> Iterator[tuple[str, bytes]]:
    for member in archive:
        content = archive.extractfile(member) if member.isfile() else None
        if content is not None:
            yield member.name.removeprefix("./"), content.read()


def test_every_repository_twice(repositories: dict[str, tuple[SourceFile, ...]]) -> None:
    assert len(repositories) > 40
    for name, files in repositories.items():
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
