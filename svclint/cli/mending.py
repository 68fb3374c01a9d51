"""What `check` does to files: `--fix`, `--unsafe-fixes`, `--diff`, `--add-ignore`."""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, redirect_stdout
from typing import TYPE_CHECKING

import click

from svclint.cli.option import Optional, switch
from svclint.cli.stream import colours, complain, note, write_bytes
from svclint.record import NamedTuple

if TYPE_CHECKING:
    from svclint.cli.reading import Reading
    from svclint.fixing import Fixed
    from svclint.rule.report import Report
    from svclint.rule.snapshot import Snapshot
    from svclint.source.file import SourceFile

# ruff: noqa: PLC0415 - --help and --version import neither parser nor rules

FIX_FLAGS = (
    switch("fix", "--fix", text="Apply the fixes that keep what a manifest means, and report what is left."),
    switch("fix", "--unsafe-fixes", text="With --fix or --diff: apply those, too, that are only probably right."),
    switch("fix", "--diff", text="Print what --fix would change, and change nothing; exit with 1 if that is something."),
    Optional("fix", "--add-ignore", metavar="REASON", help="Write a comment that ignores it to each finding that is left."),
)


class Wish(NamedTuple):
    """What is to be done to the files; `ignore` is the reason to write, None for no comments. `streamed`: they are standard input."""

    fix: bool
    unsafe: bool
    diff: bool
    ignore: str | None
    streamed: bool

    @property
    def writes(self) -> bool:
        """Whether files are changed."""
        return not self.diff and (self.fix or self.ignore is not None)

    def reporting(self) -> AbstractContextManager[object]:
        """Where findings go while standard output is for the text that was on standard input: to standard error."""
        return redirect_stdout(sys.stderr) if self.streamed and self.writes else nullcontext()


def wish(paths: Sequence[str], flags: Mapping[str, object]) -> Wish:
    """What the flags of above ask for. Raises UsageError for what does not go together."""
    ignore = flags["add_ignore"]
    if flags["diff"] and ignore is not None:
        raise click.UsageError("--diff shows what --fix would do, and does not go together with --add-ignore")
    streamed = tuple(paths) == ("-",) or bool(flags["stdin_filename"])
    return Wish(bool(flags["fix"]), bool(flags["unsafe_fixes"]), bool(flags["diff"]), None if ignore is None else str(ignore), streamed)


def mend(reading: "Reading", wanted: Wish) -> "tuple[Report, bool]":
    """Change the files, or print what was on standard input as it is now; the report of what is left, and whether that must be staged.

    What could not be written becomes a line of `reading.troubles`, and is reported as it still is.
    """
    from svclint.fixing import Fixed, as_suggestions, fix
    from svclint.pipeline import check

    before, settings, troubles = reading.snapshot, reading.settings, reading.troubles
    fixed = fix(before, settings, unsafe=wanted.unsafe) if wanted.fix else Fixed(before, check(before, settings))
    snapshot, report = fixed.snapshot, fixed.report
    if wanted.ignore is not None:
        snapshot, report = _ignore(reading._replace(snapshot=snapshot), wanted.ignore)
        report = as_suggestions(report, unsafe=wanted.unsafe) if wanted.fix else report
    if wanted.streamed:
        write_bytes(_content(snapshot))
        return report._replace(fixed=len(fixed.mended)), False
    unwritten = _write(before, snapshot, troubles)
    if unwritten:
        kept = tuple(old if old.path in unwritten else new for old, new in zip(before.files, snapshot.files, strict=True))
        report = check(before._replace(files=kept), settings)._replace(ignored=report.ignored)
    unstaged = _is_committing() and any(
        old.text != new.text and old.path not in unwritten for old, new in zip(before.files, snapshot.files, strict=True)
    )
    if unstaged:
        complain("what was changed is not staged: git add it, and commit again")
    return report._replace(fixed=_count(fixed, unwritten)), unstaged


def differ(reading: "Reading", wanted: Wish, *, colour: str, quiet: bool) -> "tuple[Report, bool]":
    """Print what `--fix` would change; the report of what would be left, and whether a fix is pending."""
    from svclint.fixing import applicable, fix
    from svclint.output.diff import pending, render
    from svclint.source.edit import Safety

    fixed = fix(reading.snapshot, reading.settings, unsafe=wanted.unsafe)
    write_bytes(render(fixed.changed, colour=colours(colour)))
    if not quiet:
        more = 0 if wanted.unsafe else applicable(fixed.report, fixed.snapshot)[Safety.UNSAFE]
        note(pending(len(fixed.mended), len(fixed.changed), more))
    return fixed.report, bool(fixed.changed)


def _is_committing() -> bool:
    """Whether git runs this before a commit, which would have the files as they were; pre-commit looks for changed files itself."""
    return bool(os.environ.get("GIT_INDEX_FILE")) and os.environ.get("PRE_COMMIT") != "1"


def _ignore(reading: "Reading", reason: str) -> "tuple[Snapshot, Report]":
    """Write the comments, and say which findings got none."""
    from svclint.silencing import silence

    silent = silence(reading.snapshot, reading.settings, reason)
    for one, why in silent.left:
        complain(f"{one.place.file.path}:{one.place.span.start.line}: {one.rule.name} is not ignored: {why}")
    return silent.snapshot, silent.report


def _content(snapshot: "Snapshot") -> bytes:
    """The text of what stands for standard input."""
    from svclint.source.decode import encode

    return b"".join(encode(file, file.text) for file in snapshot.files if snapshot.is_target(file.path))


def _write(before: "Snapshot", after: "Snapshot", troubles: list[str]) -> set[str]:
    """Write what changed; the paths of what could not be written, each with its line among the troubles."""
    from svclint.deliver.rewrite import rewrite

    changed: list[tuple[SourceFile, SourceFile]] = [
        (old, new) for old, new in zip(before.files, after.files, strict=True) if old.text != new.text
    ]
    failed = rewrite(before.root, changed)
    troubles += map(str, failed)
    return {one.path for one in failed}


def _count(fixed: "Fixed", unwritten: set[str]) -> int:
    """How many findings are mended where these files are not written."""
    return sum(all(edit.place.file.path not in unwritten for edit in one.fix.edits) for one in fixed.mended if one.fix)
