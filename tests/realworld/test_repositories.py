"""Real repositories, where their archive is at hand: no traceback, no crashed rule, and the same bytes whatever the order."""

import os
import subprocess
import sys
from hashlib import sha256

from svclint.output import full
from svclint.output.summary import summary
from svclint.pipeline import check
from svclint.policy.settings import Settings
from svclint.rule.snapshot import Snapshot
from svclint.source.file import SourceFile
from tests.support.archive import needs_archive, repositories
from tests.support.command import ROOT

pytestmark = needs_archive


def test_every_repository_twice() -> None:
    assert len(repositories()) > 40
    with _another_process() as other:
        first = {name: _printed(name, files) for name, files in repositories().items()}
        for name, files in repositories().items():
            assert first[name] == _printed(name, files, prefilter=False), f"{name}: other words without the prefilter"
        digests = dict(line.split() for line in other.communicate()[0].splitlines())
    assert not other.returncode
    assert digests == {name: _digest(text) for name, text in first.items()}, "other words in another order, or with other hashes"


def print_digests_in_another_order() -> None:
    for name, files in repositories().items():
        sys.stdout.write(f"{name} {_digest(_printed(name, files[::-1]))}\n")


def _another_process() -> subprocess.Popen[str]:
    """All of it in another order, where sets and dicts have other hashes, too."""
    code = f"from {__name__} import print_digests_in_another_order as run; run()"
    environment = os.environ | {"PYTHONHASHSEED": "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"}
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8")


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _printed(name: str, files: tuple[SourceFile, ...], *, prefilter: bool = True) -> str:
    report = check(Snapshot(name, files), Settings(pedantic=True, prefilter=prefilter))
    assert not report.crashed, (name, report.crashed)
    for one in report.diagnostics:
        for place in (one.place, *(related.place for related in one.related)):
            assert 0 <= place.begin <= place.end <= len(place.file.text)
    return full.render(report) + summary(report)
