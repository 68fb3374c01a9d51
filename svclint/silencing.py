"""Suppression comments for the findings of a snapshot, each tried before it stays. Pure: who writes the files is elsewhere."""

from collections.abc import Iterable, Iterator, Sequence

from svclint.engine.remark import Sheet, Spot
from svclint.policy.settings import Settings
from svclint.record import NamedTuple
from svclint.revision import Revision, reads_worse, revision
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Report
from svclint.rule.snapshot import Snapshot
from svclint.rule.subject import Subject
from svclint.source.file import SourceFile
from svclint.source.place import Place

OWN = (Subject.SUPPRESSION, Subject.MALFORMED, Subject.UNUSED)
"""The subjects of the rules about suppressions: what is wrong with a comment is mended, not ignored."""


class Silent(NamedTuple):
    """What is left when the comments are written. `left` pairs each finding that none could silence with why."""

    snapshot: Snapshot
    report: Report
    changed: tuple[tuple[SourceFile, SourceFile], ...] = ()
    left: tuple[tuple[Diagnostic, str], ...] = ()


class _Comment(NamedTuple):
    """A comment for a finding, in the file at `path`."""

    finding: Diagnostic
    path: str
    spot: Spot


def silence(snapshot: Snapshot, settings: Settings, reason: str = "") -> Silent:
    """Write a comment for each finding that is reported, with this reason; only targets are edited. What is wrong with a comment is left.

    A comment stays if the finding is silenced by it and every document still reads; else the next place for it is tried: behind
    the line, on a line above, then the same with its parents. Raises UnknownRule as `check` does.
    """
    reason = " ".join(reason.split())
    first = revision(snapshot, settings)
    sheets = {file.path: Sheet(file) for file in snapshot.files if snapshot.is_target(file.path)}
    wanted = [one for one in first.report.diagnostics if one.rule.subject not in OWN]
    pending = {one: _candidates(one, sheets) for one in wanted}
    kept: list[_Comment] = []
    last = first
    while pending:
        tried = [comment for candidates in pending.values() if (comment := next(candidates, None))]
        if not tried:
            break
        good = _settle(first, kept, tried, sheets, reason)
        kept += good
        last = first.revised(_texts(kept, sheets, reason))
        done = {comment.finding for comment in good}
        gone = {one for one in pending if one in done or one not in {comment.finding for comment in tried}}
        pending = {one: candidates for one, candidates in pending.items() if one not in gone}
    silenced = {comment.finding for comment in kept}
    left = tuple((one, _why(one, snapshot, sheets)) for one in wanted if one not in silenced)
    return Silent(last.snapshot, last.report._replace(ignored=len(silenced)), last.changed_since(first), left)


def _candidates(finding: Diagnostic, sheets: dict[str, Sheet]) -> Iterator[_Comment]:
    """At the finding's place first, then at the related ones."""
    for place in (finding.place, *(related.place for related in finding.related)):
        sheet = _sheet(place, sheets)
        if sheet:
            yield from (_Comment(finding, sheet.file.path, spot) for spot in sheet.spots(place))


def _sheet(place: Place, sheets: dict[str, Sheet]) -> Sheet | None:
    """The file that a place is in, if that is a target as it is now."""
    sheet = sheets.get(place.file.path)
    return sheet if sheet and sheet.file is place.file else None


def _settle(first: Revision, kept: Sequence[_Comment], tried: Sequence[_Comment], sheets: dict[str, Sheet], reason: str) -> list[_Comment]:
    """Those of `tried` that do what they are for, beside those that are kept. A file that reads worse for them keeps none of them."""
    trial = first.revised(_texts([*kept, *tried], sheets, reason))
    worse = {now.file.path for now, before in zip(trial.facts, first.facts, strict=True) if now is not before and reads_worse(now, before)}
    silenced = {one.diagnostic.fingerprint for one in trial.report.suppressed}
    return [comment for comment in tried if comment.path not in worse and comment.finding.fingerprint in silenced]


def _texts(comments: Iterable[_Comment], sheets: dict[str, Sheet], reason: str) -> dict[str, str]:
    wanted: dict[str, dict[Spot, list[str]]] = {}
    for finding, path, spot in comments:
        wanted.setdefault(path, {}).setdefault(spot, []).append(finding.rule.name)
    return {path: sheets[path].with_comments(spots, reason) for path, spots in wanted.items()}


def _why(finding: Diagnostic, snapshot: Snapshot, sheets: dict[str, Sheet]) -> str:
    """Why no comment could silence a finding, and what can."""
    file = finding.place.file
    if file.version or file not in snapshot.files:
        return "what is gone cannot carry a comment; the setting accept can accept the change"
    if not snapshot.is_target(file.path):
        return "its file is not among those that were named"
    if sheets[file.path].is_json:
        return "JSON has no comments; the annotation svclint.dev/ignore or the settings can silence it"
    return "no comment reaches it; the annotation svclint.dev/ignore or the settings can silence it"
