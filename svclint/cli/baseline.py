"""The command `baseline`: write what is found to a file, so that `check` reports only what is new."""

from typing import TYPE_CHECKING

import click

from svclint.cli import check
from svclint.cli.guard import REFUSED
from svclint.cli.option import Flag, GroupedCommand, switch
from svclint.cli.reading import read
from svclint.cli.stream import complain, note

if TYPE_CHECKING:
    from svclint.discover.baseline import BaselineFile
    from svclint.engine.baseline import Comparison

# ruff: noqa: PLC0415 - --help and --version import neither parser nor rules

SETTINGS = tuple(name for name in check.SETTINGS if name not in {"against", "fail_on"})
"""The flags that lie over settings: what decides which findings there are."""
_FLAGS = [
    param
    for param in check.COMMAND.params
    if isinstance(param, Flag) and param.group in {"rules", "files", "cluster", "settings"} and param.name != "stdin_filename"
]


def _baseline(paths: tuple[str, ...], *, prune: bool, **flags: object) -> int:
    from svclint import pipeline
    from svclint.checks import RULES
    from svclint.engine.baseline import compare, updated
    from svclint.output.baseline import render
    from svclint.rule.baseline import Baseline

    if "-" in paths:
        raise click.UsageError("a baseline is of files, not of standard input")
    # What comes of one edit is gone with the next commit.
    reading = read(paths, flags, {**{name: flags[name] for name in SETTINGS}, "against": "none"}, writing=True)
    file, before = reading.baseline, reading.snapshot.baseline
    assert file is not None
    if prune and before is None:
        raise click.ClickException(f"{file.shown}: there is no such baseline to prune")
    report = pipeline.check(reading.snapshot._replace(baseline=None), reading.settings)
    troubles = [*reading.troubles, *(f"the rule {name} crashed" for name in report.crashed)]
    if troubles:
        complain("\n".join([*troubles, f"{file.shown} is not written"]))
        return REFUSED
    compared = compare(report, before or Baseline(file.shown), reading.snapshot, RULES)
    after = updated(before or Baseline(file.shown), compared, prune=prune)
    done = "as it was" if before else "not needed"
    if after.entries != (before.entries if before else ()) or (before is None and file.named):
        _write(file, render(after))
        done = "written"
    note(f"{_told(compared, prune=prune)} {file.shown} is {done}.\n{_unfit(compared)}")
    return 0


def _write(file: "BaselineFile", text: str) -> None:
    from svclint.deliver.replace import DeliverError, replace

    try:
        # A byte of a path that is no text is a lone surrogate; so JSON writes it, too.
        replace(file.path, text.encode("utf-8", "backslashreplace"))
    except DeliverError as error:
        raise click.ClickException(str(error).replace(file.path, file.shown)) from None


def _told(compared: "Comparison", *, prune: bool) -> str:
    from svclint.output.summary import counted

    new, known, gone = len(compared.new), len(compared.known), len(compared.gone)
    added = " (not added)" if prune and new else ""
    return f"{counted(new + known, 'finding')}: {new} new{added}, {gone} gone, {known} known."


def _unfit(compared: "Comparison") -> str:
    from svclint.output.summary import counted

    names = ", ".join(sorted({one.rule.name for one in compared.unfit}))
    return (
        f"{counted(len(compared.unfit), 'finding')} left out: {names}; what a file that cannot be read hides is not known.\n"
        if names
        else ""
    )


COMMAND = GroupedCommand(
    "baseline",
    callback=_baseline,
    help="Write what is found now to a file: check then reports only what is new. Where there is the file already, add what is new, "
    "and remove what is gone. Changes are not judged: they are of one edit.",
    short_help="Write or prune the file of known findings.",
    params=[
        click.Argument(["paths"], nargs=-1, metavar="[PATH…]"),
        switch("what", "--prune", text="Only remove what is gone."),
        *_FLAGS,
    ],
)
