"""The command `check`: read, judge, print."""

import os
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

import click

from svclint.cli.emit import FormatType, emissions, emit
from svclint.cli.guard import REFUSED
from svclint.cli.option import Flag, GroupedCommand, Words, listed, switch
from svclint.cli.reading import BASELINE_FLAG, COLOUR_FLAG, FILE_FLAGS, SETTING_FLAGS, VERSION_FLAG, Reading, read
from svclint.cli.stream import complain, note, write
from svclint.record import NamedTuple

if TYPE_CHECKING:
    from svclint.rule.report import Report

# ruff: noqa: PLC0415 - --help and --version import neither parser nor rules

SETTINGS = (
    *("select", "extend_select", "ignore", "pedantic", "exclude", "against", "fail_on", "baseline"),
    *("kubernetes_version", "node_port_range", "service_cidr"),
)
"""The flags that lie over settings."""


class Gate(NamedTuple):
    """What decides the exit code besides the report."""

    fail_on: str = "warning"
    exit_zero: bool = False
    fail_on_empty: bool = False
    fail_on_skipped: bool = False


def exit_code(report: "Report", gate: Gate, *, refused: bool) -> int:
    """The exit code of interface.md §3; `refused`: a named path could not be read. A template counts as skipped."""
    from svclint.rule.severity import Severity

    if refused or report.crashed:
        return 2
    if gate.exit_zero:
        return 0
    if gate.fail_on != "never" and any(one.severity >= Severity[gate.fail_on.upper()] for one in report.diagnostics):
        return 1
    empty = gate.fail_on_empty and not report.checked.services
    return 3 if empty or (gate.fail_on_skipped and (report.skipped or report.templates)) else 0


def _check(paths: tuple[str, ...], **flags: object) -> int:
    from svclint.cli.progress import progress
    from svclint.cli.statistics import emit_statistics, refuse_others
    from svclint.output.summary import summary
    from svclint.pipeline import check
    from svclint.rule.severity import Severity

    formats, quiet = flags["format"], flags["quiet"]
    assert isinstance(formats, tuple)
    assert isinstance(quiet, int)
    wanted = emissions(formats, os.environ)
    if flags["statistics"]:
        refuse_others(wanted)
    begun = monotonic()
    reading = read(paths, flags, {name: flags[name] for name in SETTINGS} | ({"against": "none"} if flags["list_files"] else {}))
    if flags["list_files"]:
        return _list_files(reading)
    read_at = monotonic()
    with progress(len(reading.snapshot.files), begun, quiet=quiet > 0, variables=os.environ) as watch:
        report = check(reading.snapshot, reading.settings, watch)
    checked_at, least = monotonic(), Severity[str(flags["min_severity"]).upper()]
    shown = report._replace(diagnostics=tuple(one for one in report.diagnostics if one.severity >= least))
    emitting = emit_statistics if flags["statistics"] else partial(emit, colour=str(flags["color"]))
    troubles = reading.troubles + emitting(shown, wanted, quiet=quiet > 1)
    complain("\n".join(troubles))
    if not quiet:
        if flags["verbose"]:
            from svclint.cli.verbose import verbose

            note(verbose(reading, report, (("reading", read_at - begun), ("checking", checked_at - read_at))))
        note(summary(shown, len(report.diagnostics) - len(shown.diagnostics)))
    gate = Gate(reading.settings.fail_on, *(bool(flags[name]) for name in Gate._fields[1:]))
    return exit_code(report, gate, refused=bool(troubles))


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
        click.Argument(["paths"], nargs=-1, metavar="[PATH…|-]"),
        listed("rules", "--select", "Run these rules only: names, codes, prefixes such as SVC2, ALL."),
        listed("rules", "--extend-select", "Run these rules too."),
        listed("rules", "--ignore", "Do not run these rules."),
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
        COLOUR_FLAG,
        switch("output", "-v", "verbose", text="Tell what was skipped, and which rules did not run and why."),
        Flag("output", "-q", "quiet", count=True, help="Print findings only; twice: nothing, the exit code tells."),
        Flag("gate", "--fail-on", metavar="error|warning|info|never", help="Exit with 1 from this severity on; warning by default."),
        switch("gate", "--exit-zero", text="Exit with 0 whatever is found or was skipped."),
        switch("gate", "--fail-on-empty", text="Exit with 3 where there was no Service."),
        switch("gate", "--fail-on-skipped", text="Exit with 3 where a file or a template was skipped."),
        *SETTING_FLAGS,
        BASELINE_FLAG,
    ],
)
