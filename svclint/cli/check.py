"""The command `check`: read, judge, print."""

import os
from collections.abc import Callable, Mapping
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

import click

from svclint.cli.emit import FormatType, emissions, emit
from svclint.cli.guard import REFUSED
from svclint.cli.mending import FIX_FLAGS, Wish, differ, mend, wish
from svclint.cli.option import Flag, GroupedCommand, Words, completed, listed, switch
from svclint.cli.reading import BASELINE_FLAG, COLOUR_FLAG, FILE_FLAGS, SETTING_FLAGS, VERSION_FLAG, Reading, read
from svclint.cli.stream import complain, note, write
from svclint.record import NamedTuple

if TYPE_CHECKING:
    from svclint.rule.report import Report

# ruff: noqa: PLC0415 - --help and --version import neither parser nor rules

SETTINGS = (
    *("select", "extend_select", "ignore", "edition", "pedantic", "exclude", "extend_exclude", "against", "fail_on", "baseline"),
    *("kubernetes_version", "node_port_range", "service_cidr"),
)
"""The flags that lie over settings."""


class Gate(NamedTuple):
    """What decides the exit code besides the report."""

    fail_on: str = "warning"
    exit_zero: bool = False
    fail_on_empty: bool = False
    fail_on_skipped: bool = False


def exit_code(report: "Report", gate: Gate, *, refused: bool, pending: bool = False) -> int:
    """The exit code of interface.md §3; `refused`: a named path could not be read, or a file not be written; `pending`: a fix is.

    A template counts as skipped.
    """
    from svclint.rule.severity import Severity

    if refused or report.crashed:
        return 2
    if gate.exit_zero:
        return 0
    if pending or (gate.fail_on != "never" and any(one.severity >= Severity[gate.fail_on.upper()] for one in report.diagnostics)):
        return 1
    empty = gate.fail_on_empty and not report.checked.services
    return 3 if empty or (gate.fail_on_skipped and (report.skipped or report.templates)) else 0


def _check(paths: tuple[str, ...], **flags: object) -> int:
    from svclint.output.summary import summary
    from svclint.rule.severity import Severity

    formats, quiet = flags["format"], flags["quiet"]
    assert isinstance(formats, tuple)
    assert isinstance(quiet, int)
    wanted, mending = emissions(formats, os.environ), wish(paths, flags)
    emitting: Callable[..., list[str]] = partial(emit, colour=str(flags["color"]))
    if flags["statistics"]:
        from svclint.cli.statistics import emit_statistics, refuse_others

        refuse_others(wanted)
        emitting = emit_statistics
    begun = monotonic()
    reading = read(paths, flags, {name: flags[name] for name in SETTINGS} | ({"against": "none"} if flags["list_files"] else {}))
    if flags["list_files"]:
        return _list_files(reading)
    if mending.diff:
        return _diff(reading, mending, flags)
    read_at = monotonic()
    report, pending = _judge(reading, mending, begun, quiet=quiet > 0)
    judged_at, least = monotonic(), Severity[str(flags["min_severity"]).upper()]
    diagnostics = tuple(one for one in report.diagnostics if one.severity >= least)
    shown = report._replace(diagnostics=diagnostics, show_suppressed=bool(flags["show_suppressed"]))
    with mending.reporting():
        reading.troubles.extend(emitting(shown, wanted, quiet=quiet > 1))
    complain("\n".join(reading.troubles))
    if not quiet:
        if flags["verbose"]:
            from svclint.cli.verbose import verbose

            note(verbose(reading, report, (("reading", read_at - begun), ("checking", judged_at - read_at))))
        note(summary(shown, len(report.diagnostics) - len(shown.diagnostics)))
    return _exit(report, reading, flags, fail_on=reading.settings.fail_on, pending=pending)


def _judge(reading: Reading, mending: Wish, begun: float, *, quiet: bool) -> "tuple[Report, bool]":
    """The report of what is there, or of what is left after mending, and whether what was mended has still to be staged."""
    from svclint.cli.progress import progress
    from svclint.pipeline import check

    if mending.writes:
        return mend(reading, mending)
    with progress(len(reading.snapshot.files), begun, quiet=quiet, variables=os.environ) as watch:
        return check(reading.snapshot, reading.settings, watch), False


def _diff(reading: Reading, mending: Wish, flags: Mapping[str, object]) -> int:
    """Print what --fix would change, instead of the findings."""
    report, pending = differ(reading, mending, colour=str(flags["color"]), quiet=bool(flags["quiet"]))
    complain("\n".join(reading.troubles))
    return _exit(report, reading, flags, fail_on="never", pending=pending)


def _exit(report: "Report", reading: Reading, flags: Mapping[str, object], *, fail_on: str, pending: bool) -> int:
    gate = Gate(fail_on, *(bool(flags[name]) for name in Gate._fields[1:]))
    return exit_code(report, gate, refused=bool(reading.troubles), pending=pending)


def _list_files(reading: Reading) -> int:
    """Print the targets as paths from the current directory, for other programs to read."""
    from svclint.output.escape import escape

    snapshot = reading.snapshot
    way = os.path.relpath(snapshot.root)
    paths = (os.path.normpath(f"{way}/{file.path}").replace(os.sep, "/") for file in snapshot.files if snapshot.is_target(file.path))
    write("".join(f"{escape(path)}\n" for path in paths))
    complain("\n".join(reading.troubles))
    return REFUSED if reading.troubles else 0


COMMAND = GroupedCommand(
    "check",
    callback=_check,
    help="Check the Services in manifests: files, directories, or - for standard input; . when none is named.",
    short_help="Check manifests; the command when none is named.",
    params=[
        click.Argument(["paths"], nargs=-1, shell_complete=completed("files"), metavar="[PATH…|-]"),
        listed("rules", "--select", "Run these rules only: names, codes, prefixes such as SVC2, ALL."),
        listed("rules", "--extend-select", "Run these rules too."),
        listed("rules", "--ignore", "Do not run these rules."),
        Flag("rules", "--edition", metavar="N", help="Run the rules of this edition, as loud as they were then."),
        switch("rules", "--pedantic", text="Report advice, too.", default=None),
        *FILE_FLAGS,
        Flag("changes", "--against", metavar="auto|none|REV|DIR|FILE|-", help="What changes are judged against."),
        VERSION_FLAG,
        Flag("cluster", "--node-port-range", metavar="RANGE", help="The API server's --service-node-port-range: A-B, A+N or N."),
        listed("cluster", "--service-cidr", "The API server's --service-cluster-ip-range; unknown unless given."),
        Flag(
            "output",
            "--format",
            multiple=True,
            type=FormatType(),
            metavar="NAME[=PATH]",
            help="How findings are printed, and where; may be given again.",
        ),
        Flag(
            "output",
            "--min-severity",
            type=Words("error", "warning", "info"),
            default="info",
            help="Show no findings below this, in any format; the exit code heeds them all (--fail-on).",
        ),
        switch("output", "--statistics", text="Print how many findings each rule has, instead of the findings."),
        switch("output", "--list-files", text="Print the files that would be checked, and check nothing."),
        switch("output", "--show-suppressed", text="Show what comments, annotations and settings silence, too."),
        COLOUR_FLAG,
        switch("output", "-v", "verbose", text="Tell what was skipped, and which rules did not run and why."),
        Flag("output", "-q", "quiet", count=True, help="Print findings only; twice: nothing, the exit code tells."),
        Flag("gate", "--fail-on", metavar="error|warning|info|never", help="Exit with 1 from this severity on; warning by default."),
        switch("gate", "--exit-zero", text="Exit with 0 whatever is found or was skipped."),
        switch("gate", "--fail-on-empty", text="Exit with 3 where there was no Service."),
        switch("gate", "--fail-on-skipped", text="Exit with 3 where a file or a template was skipped."),
        *FIX_FLAGS,
        *SETTING_FLAGS,
        BASELINE_FLAG,
    ],
)
