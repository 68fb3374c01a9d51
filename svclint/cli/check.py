"""The command `check`: read, judge, print."""

import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from svclint.cli.option import Flag, GroupedCommand, Lines, Words
from svclint.cli.stream import colours, complain, note, write

if TYPE_CHECKING:
    from svclint.policy.settings import Settings
    from svclint.rule.report import Report
    from svclint.rule.snapshot import Snapshot

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
    from svclint.output import concise, full
    from svclint.output.summary import summary
    from svclint.pipeline import check

    snapshot, settings, troubles = _read(paths, flags)
    report = check(snapshot, settings)
    quiet = flags["quiet"]
    assert isinstance(quiet, int)
    if quiet < 2:
        render = concise.render if flags["format"] == "concise" else full.render
        write(render(report, colour=colours(str(flags["color"]))))
    complain("\n".join(troubles))
    if not quiet:
        note(summary(report))
    gate = Gate(settings.fail_on, *(bool(flags[name]) for name in Gate._fields[1:]))
    return exit_code(report, gate, refused=bool(troubles))


def _read(paths: tuple[str, ...], flags: dict[str, object]) -> "tuple[Snapshot, Settings, list[str]]":
    """What is to be judged, by what, and a line for each path that was named in vain."""
    from svclint.checks import RULES
    from svclint.config.error import ConfigErrors
    from svclint.config.load import load, override
    from svclint.discover.root import find_root
    from svclint.discover.snapshot import discover
    from svclint.discover.trouble import DiscoverError
    from svclint.rule.registry import Registry

    registry, config = Registry(RULES), flags["config"]
    assert isinstance(config, tuple)
    try:
        root = find_root(paths)
        loaded = load(root.settings, registry, config=config, isolated=bool(flags["isolated"]))
        settings = override(loaded, registry, {name: flags[name] for name in SETTINGS}).settings
        snapshot, troubles = discover(
            root,
            against=settings.against,
            exclude=settings.exclude,
            force_exclude=bool(flags["force_exclude"]),
            tracked_only=bool(flags["tracked_only"]),
            stdin=sys.stdin.buffer.read() if root.stdin or settings.against == "-" else None,
        )
    except (ConfigErrors, DiscoverError) as error:
        raise click.ClickException(str(error)) from None
    settings = settings._replace(prefilter=not flags["no_prefilter"])
    return snapshot, settings, [_trouble(path, message) for path, message in troubles]


def _trouble(path: str, message: str) -> str:
    """A line about a path; one that looks like a command may have been meant as one."""
    from svclint.cli.main import COMMANDS
    from svclint.source.nearest import nearest

    command = nearest(path, COMMANDS)
    return f"{path}: {message}" + (f"; did you mean the command {command}?" if command else "")


def _list(group: str, name: str, text: str) -> Flag:
    return Flag(
        group,
        name,
        multiple=True,
        metavar="LIST",
        help=text,
        callback=lambda _, __, given: ",".join(given) if given else None,
        type=Lines(),
    )


def _switch(group: str, *names: str, text: str, **attributes: object) -> Flag:
    return Flag(group, *names, is_flag=True, help=text, **attributes)


COMMAND = GroupedCommand(
    "check",
    callback=_check,
    help="Check the Services in manifests: files, directories, or - for standard input; . when none is named.",
    short_help="Check manifests; the command when none is named.",
    params=[
        click.Argument(["paths"], nargs=-1, metavar="[PATH…|-]"),
        _list("rules", "--select", "Run these rules only: names, codes, prefixes such as SVC2, ALL."),
        _list("rules", "--extend-select", "Run these rules too."),
        _list("rules", "--ignore", "Do not run these rules."),
        _switch("rules", "--pedantic", text="Report advice, too.", default=None),
        _list("files", "--exclude", "Leave out what these patterns match, as in .gitignore."),
        _switch("files", "--force-exclude", text="Leave out excluded files even where they are named."),
        _switch("files", "--tracked-only", text="Read only what git tracks, and what is named."),
        Flag("changes", "--against", metavar="auto|none|REV|DIR|FILE|-", help="What changes are judged against."),
        Flag("cluster", "--kubernetes-version", metavar="VERSION", help="The version of the API server, such as 1.36."),
        Flag("cluster", "--node-port-range", metavar="RANGE", help="The API server's --service-node-port-range: A-B, A+N or N."),
        _list("cluster", "--service-cidr", "The API server's --service-cluster-ip-range; unknown unless given."),
        Flag("output", "--format", type=Words("full", "concise"), default="full", help="How findings are printed."),
        Flag("output", "--color", type=Words("auto", "always", "never"), default="auto", help="Whether to colour."),
        Flag("output", "-q", "quiet", count=True, help="Print findings only; twice: nothing, the exit code tells."),
        Flag("gate", "--fail-on", metavar="error|warning|info|never", help="Exit with 1 from this severity on; warning by default."),
        _switch("gate", "--exit-zero", text="Exit with 0 whatever is found or was skipped."),
        _switch("gate", "--fail-on-empty", text="Exit with 3 where there was no Service."),
        _switch("gate", "--fail-on-skipped", text="Exit with 3 where a file or a template was skipped."),
        Flag(
            "settings", "--config", multiple=True, type=Lines(), metavar="FILE|'key = value'", help="Settings over those of the repository."
        ),
        _switch("settings", "--isolated", text="Read no settings file of the repository."),
        _switch("settings", "--no-prefilter", text="Parse every document.", hidden=True),
    ],
)
