"""`--statistics`: the counts go where the findings would have gone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from svclint.cli.emit import Emission, put

if TYPE_CHECKING:
    from svclint.rule.report import Report

# ruff: noqa: PLC0415 - --help and --version import neither parser nor rules


def refuse_others(wanted: Sequence[Emission]) -> None:
    """Raise UsageError for a format that has no statistics."""
    from svclint.output.statistics import FORMS

    for one in wanted:
        if one.name not in FORMS:
            raise click.UsageError(f"--statistics: there are none as {one.name}, only as {', '.join(FORMS)}")


def emit_statistics(report: "Report", wanted: Sequence[Emission], *, quiet: bool) -> list[str]:
    """Write the counts in each form, and say in a line what could not be written; `quiet` keeps standard output empty."""
    from svclint.output.statistics import FORMS

    return put(wanted, lambda one: FORMS[one.name](report), quiet=quiet)
