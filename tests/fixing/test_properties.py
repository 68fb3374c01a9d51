"""Whatever is fixed or ignored: it ends, reads as before, has no finding that was not there, and leaves alone what no fix speaks of."""

import re
from collections import Counter

import pytest

from svclint.fixing import Fixed, fix
from svclint.model.directive import MARK
from svclint.policy.settings import Settings
from svclint.revision import revision
from svclint.rule.snapshot import Snapshot
from svclint.silencing import OWN, silence
from svclint.source.apply import apply_fixes
from svclint.source.decode import decode, encode
from svclint.source.file import SourceFile
from svclint.yaml.comments import comments
from tests.support import every
from tests.support.archive import needs_archive, repositories
from tests.support.projects import NAMES, read_project

INPUTS = every.inputs() | {name: (read_project(name), Settings(pedantic=True)) for name in NAMES}
OURS = re.compile(r"(?m)^ *# svclint: ignore(-file)?\[[^\]]+\] known\r?\n|  # svclint: ignore\[[^\]]+\] known")
SAMPLE = ("kubernetes-sigs+kustomize", "kubernetes+examples", "projectcontour+contour", "traefik+traefik")


def assert_sound(snapshot: Snapshot, settings: Settings, fixed: Fixed) -> None:
    before, after = revision(snapshot, settings), revision(fixed.snapshot, settings)
    assert not after.is_worse_than(before)
    assert fix(fixed.snapshot, settings, unsafe=True).changed == ()
    for old, new in fixed.changed:
        lines = new.text.splitlines()
        gone = Counter(one.text for one in comments(old)) - Counter(one.text for one in comments(new))
        # A comment behind an entry goes with it, one of ours may have findings of its own, and no other one goes.
        for one in comments(old):
            assert MARK in one.text or one.text not in gone or (not one.alone and old.line(one.place.span.start.line) not in lines)
        assert decode(new.path, encode(new, new.text)).text == new.text


@pytest.mark.parametrize("name", INPUTS)
def test_fixes(name: str) -> None:
    snapshot, settings = INPUTS[name]
    assert_sound(snapshot, settings, fix(snapshot, settings, unsafe=True))


@pytest.mark.parametrize("name", [name for name in INPUTS if revision(*INPUTS[name]).report.diagnostics])
def test_each_fix_by_itself_leaves_the_rest_as_it_was(name: str) -> None:
    """The bytes outside its edits."""
    snapshot, settings = INPUTS[name]
    for one in revision(snapshot, settings).report.diagnostics:
        for file in {edit.place.file for edit in one.fix.edits} if one.fix else ():
            text, _ = apply_fixes(file, [one.fix] if one.fix else [])
            edits = sorted((edit.place.begin, edit.place.end) for edit in (one.fix.edits if one.fix else ()) if edit.place.file is file)
            assert text.startswith(file.text[: edits[0][0]])
            assert text.endswith(file.text[edits[-1][1] :])


@pytest.mark.parametrize("name", INPUTS)
def test_carriage_returns_stay(name: str) -> None:
    snapshot, settings = INPUTS[name]
    files = tuple(SourceFile(file.path, file.text.replace("\r", "").replace("\n", "\r\n")) for file in snapshot.files)
    fixed = fix(snapshot._replace(files=files), settings, unsafe=True)
    for _, new in fixed.changed:
        assert new.text.count("\n") == new.text.count("\r\n")


@pytest.mark.parametrize("name", INPUTS)
def test_comments_silence_what_they_are_written_for(name: str) -> None:
    snapshot, settings = INPUTS[name]
    silent = silence(snapshot, settings, "known")
    left = {one.fingerprint for one, _ in silent.left}
    before, after = revision(snapshot, settings), revision(silent.snapshot, settings)
    own = {one.fingerprint for one in before.report.diagnostics if one.rule.subject in OWN}
    assert silent.report.ignored == len(before.report.diagnostics) - len(own) - len(silent.left)
    assert {one.fingerprint for one in before.report.diagnostics} & {one.fingerprint for one in after.report.diagnostics} <= left | own
    assert not [one.message for one in after.report.diagnostics if one.rule.name == "unused-ignore" and one.fingerprint not in own]
    for old, new in silent.changed:
        if "svclint:" not in old.text:
            assert OURS.sub("", new.text) == old.text


@needs_archive
@pytest.mark.parametrize("name", SAMPLE)
def test_real_repositories(name: str) -> None:
    snapshot, settings = Snapshot("/", repositories()[name]), Settings()
    fixed = fix(snapshot, settings, unsafe=True)
    assert fixed.mended
    assert not {one.identity for one in fixed.mended} & set(revision(fixed.snapshot, settings).findings())
    assert_sound(snapshot, settings, fixed)
