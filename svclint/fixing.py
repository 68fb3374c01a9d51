"""What fixes make of a snapshot: applied round after round, as long as nothing gets worse. Pure: who writes it is elsewhere."""

from collections import Counter
from collections.abc import Iterable, Sequence

from svclint.policy.settings import Settings
from svclint.record import NamedTuple
from svclint.revision import Revision, revision
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Report
from svclint.rule.snapshot import Snapshot
from svclint.source.apply import apply_fixes
from svclint.source.edit import Fix, Safety
from svclint.source.file import SourceFile

_FOLLOWED = 5  # fixes in a row that each bring to light what the next one mends


class Fixed(NamedTuple):
    """What is left after fixing.

    `changed` pairs each file that changed with what it is now; `mended` are the findings whose fixes did that. A fix that could not be
    made, because it would bring another finding, is in `report` a suggestion only (Safety.DISPLAY); `refused` says how many those are.
    """

    snapshot: Snapshot
    report: Report
    changed: tuple[tuple[SourceFile, SourceFile], ...] = ()
    mended: tuple[Diagnostic, ...] = ()
    refused: int = 0


def fix(snapshot: Snapshot, settings: Settings, *, unsafe: bool = False) -> Fixed:
    """Apply the safe fixes of all findings, with `unsafe` the unsafe ones too, until none is left that can be applied.

    Only targets are edited. A fix is applied whole, and only if its finding is gone afterwards, no other one has come that cannot be
    fixed itself, and every document still reads: so each round has fewer findings than the one before. Raises UnknownRule as `check` does.
    """
    first = last = revision(snapshot, settings)
    mended: list[Diagnostic] = []
    allowed = _allowed(unsafe=unsafe)
    while True:
        last, done = _round(last, allowed)
        if not done:
            break
        mended += done
    refused = sum(one.fix is not None and one.fix.safety in allowed for one in last.report.diagnostics)
    report = as_suggestions(last.report, unsafe=unsafe)._replace(fixed=len(mended))
    return Fixed(last.snapshot, report, last.changed_since(first), tuple(mended), refused)


def as_suggestions(report: Report, *, unsafe: bool) -> Report:
    """The report after fixing: what `fix` left of what it may apply can only be shown."""
    allowed = _allowed(unsafe=unsafe)
    return report._replace(
        diagnostics=tuple(
            one._replace(fix=one.fix._replace(safety=Safety.DISPLAY)) if one.fix and one.fix.safety in allowed else one
            for one in report.diagnostics
        )
    )


def _allowed(*, unsafe: bool) -> set[Safety]:
    return {Safety.SAFE, Safety.UNSAFE} if unsafe else {Safety.SAFE}


def applicable(report: Report, snapshot: Snapshot) -> Counter[Safety]:
    """How many findings have a fix that may be applied to the targets, by how safe it is."""
    both = _allowed(unsafe=True)
    return Counter(one.fix.safety for one in report.diagnostics if one.fix and _applies(one, both, snapshot))


def _applies(one: Diagnostic, allowed: set[Safety], snapshot: Snapshot) -> bool:
    """Whether a finding's fix may be applied: it edits nothing but targets, as they are now."""
    fix = one.fix
    return (
        fix is not None
        and fix.safety in allowed
        and bool(fix.edits)
        and all(not edit.place.file.version and snapshot.is_target(edit.place.file.path) for edit in fix.edits)
    )


def _candidates(now: Revision, allowed: set[Safety]) -> list[Diagnostic]:
    """The findings whose fixes may be applied together: of those that are in each other's way the first."""
    found = [(one, one.fix) for one in now.report.diagnostics if one.fix and _applies(one, allowed, now.snapshot)]
    if not found:
        return []
    fixes = [fix for _, fix in found]
    waiting = {id(fix) for fix in apply_fixes(fixes[0].edits[0].place.file, fixes)[1]}
    return [one for one, fix in found if id(fix) not in waiting]


def _round(now: Revision, allowed: set[Safety]) -> tuple[Revision, list[Diagnostic]]:
    """What comes of all fixes that do not overlap, and the findings that they mend.

    Those to blame for something new are found by halves, and left out.
    """
    done: list[Diagnostic] = []
    result = now
    groups = [_candidates(now, allowed)]
    while groups:
        group = groups.pop()
        trial = now.revised(_texts(now, [*done, *group]))
        if _is_better(trial, result, group):
            done, result = [*done, *group], trial
            continue
        final, revealed = _follow(trial, result, allowed)
        if revealed and _is_better(final, result, group):
            return final, [*done, *group, *revealed]
        if len(group) > 1:
            half = len(group) // 2
            groups += group[half:], group[:half]
    return result, done


def _follow(trial: Revision, before: Revision, allowed: set[Safety]) -> tuple[Revision, list[Diagnostic]]:
    """The fixes of what is new in a trial applied, too: the API server says one thing after the other."""
    followed: list[Diagnostic] = []
    for _ in range(_FOLLOWED):
        known = before.findings()
        new = [one for one in _candidates(trial, allowed) if not known[one.identity]]
        if not new:
            break
        followed += new
        trial = trial.revised(_texts(trial, new))
    return trial, followed


def _is_better(now: Revision, before: Revision, mended: Sequence[Diagnostic]) -> bool:
    """Whether these findings are gone, and nothing is worse."""
    return not now.is_worse_than(before) and _are_gone(mended, before, now)


def _are_gone(mended: Iterable[Diagnostic], before: Revision, now: Revision) -> bool:
    expected = before.findings() - Counter(one.identity for one in mended)
    return not now.findings() - expected


def _texts(now: Revision, mended: Sequence[Diagnostic]) -> dict[str, str]:
    """The texts of the files that the fixes edit."""
    fixes: list[Fix] = [one.fix for one in mended if one.fix]
    files = {edit.place.file.path for fix in fixes for edit in fix.edits}
    return {file.path: apply_fixes(file, fixes)[0] for file in now.snapshot.files if file.path in files}
