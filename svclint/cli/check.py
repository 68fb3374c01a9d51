"""The command `check`: read, judge, print."""

import os
from typing import TYPE_CHECKING

import click

from svclint.cli.emit import FormatType, emissions, emit
from svclint.cli.option import Flag, GroupedCommand, listed, switch
from svclint.cli.reading import COLOUR_FLAG, FILE_FLAGS, SETTING_FLAGS, VERSION_FLAG, read
from svclint.cli.stream import complain, note
from svclint.record import NamedTuple

if TYPE_CHECKING:
    from svclint.rule.report import Report

# ruff: noqa: PLC0415 - --help and --version import neither parser nor rules

SETTINGS = (
    *("select", "extend_select", "ignore", "pedantic", "exclude", "against", "fail_on"),
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
    from svclint.output.summary import summary
    from svclint.pipeline import check

    formats = flags["format"]
    assert isinstance(formats, tuple)
    wanted = emissions(formats, os.environ)
    snapshot, settings, troubles = read(paths, flags, {name: flags[name] for name in SETTINGS})
    report = check(snapshot, settings)
    quiet = flags["quiet"]
    assert isinstance(quiet, int)
    troubles += emit(report, wanted, colour=str(flags["color"]), quiet=quiet > 1)
    complain("\n".join(troubles))
    if not quiet:
        note(summary(report))
    gate = Gate(settings.fail_on, *(bool(flags[name]) for name in Gate._fields[1:]))
    return exit_code(report, gate, refused=bool(troubles))


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
        COLOUR_FLAG,
        Flag("output", "-q", "quiet", count=True, help="Print findings only; twice: nothing, the exit code tells."),
        Flag("gate", "--fail-on", metavar="error|warning|info|never", help="Exit with 1 from this severity on; warning by default."),
        switch("gate", "--exit-zero", text="Exit with 0 whatever is found or was skipped."),
        switch("gate", "--fail-on-empty", text="Exit with 3 where there was no Service."),
        switch("gate", "--fail-on-skipped", text="Exit with 3 where a file or a template was skipped."),
        *SETTING_FLAGS,
    ],
)
