"""Where the findings go: each `--format NAME[=PATH]`, to standard output or to a file."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from svclint.cli.option import TextType, called, one_of
from svclint.cli.stream import colours, write
from svclint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from svclint.rule.report import Report
    from svclint.rule.ruletext import RuleText

# ruff: noqa: PLC0415 - --help and --version import neither parser nor rules


class Emission(NamedTuple):
    """A format, and the file that it is written to; empty for standard output."""

    name: str
    path: str = ""


class FormatType(TextType):
    """A format's name, alone or with `=PATH` behind it; for another one the nearest is named."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text itself."""
        from svclint.output.formats import FORMATS

        name, equals, path = value.partition("=")
        flag = called(param, ctx) if param else "--format"
        one_of(name, FORMATS, flag, ctx)
        if equals and not path:
            raise click.UsageError(f'{flag}: a path is missing behind "{value}"', ctx)
        return value

    def split_envvar_value(self, rv: str) -> list[str]:
        """One format a line."""
        return [line.strip() for line in rv.splitlines() if line.strip()]


def emissions(given: Sequence[str], environment: "Mapping[str, str]") -> tuple[Emission, ...]:
    """What `--format` asks for, or else what fits: full, and annotations behind it under GitHub Actions.

    Raises UsageError where two of them go to one place.
    """
    found = tuple(Emission(name, path) for name, _, path in (word.partition("=") for word in given))
    if not found:
        return (Emission("full"), Emission("github")) if environment.get("GITHUB_ACTIONS") == "true" else (Emission("full"),)
    paths = [os.path.realpath(one.path) if one.path else "" for one in found]
    for index, path in enumerate(paths):
        if path in paths[:index]:
            raise click.UsageError(f"--format: two formats go to {path or 'standard output'}; write one as NAME=PATH")
    return found


def emit(report: "Report", wanted: Sequence[Emission], *, colour: str, quiet: bool = False) -> list[str]:
    """Write the report in each format, and say in a line what could not be written; `quiet` keeps standard output empty."""
    from svclint.output.formats import FORMATS, render

    hashes = os.environ.get("SVCLINT_SARIF_LINEHASH") == "1"
    texts = _texts(report) if any(FORMATS[one.name].explained for one in wanted) else {}

    def rendered(one: Emission) -> str:
        return render(one.name, report, colour=not one.path and colours(colour), texts=texts, line_hashes=hashes)

    return put(wanted, rendered, quiet=quiet)


def put(wanted: Sequence[Emission], rendered: Callable[[Emission], str], *, quiet: bool) -> list[str]:
    """Write what is rendered where it is wanted, and say in a line what could not be written; `quiet` keeps standard output empty."""
    failed = []
    for one in wanted:
        if one.path:
            from svclint.deliver.replace import DeliverError, replace

            try:
                replace(one.path, rendered(one).encode("utf-8", "backslashreplace"))
            except DeliverError as error:
                failed.append(str(error))
        elif not quiet:
            write(rendered(one))
    return failed


def _texts(report: "Report") -> "Mapping[str, RuleText]":
    """The pages of the rules that ran, by their names; one that is missing or unreadable is no reason to fail."""
    from svclint.rule.ruletext import RuleText
    from svclint.rulebook.locate import pages, read_page
    from svclint.rulebook.plain import plain

    found = {}
    paths = pages()
    for rule in report.rules:
        with suppress(KeyError, OSError):
            text = read_page(paths[rule.name])
            found[rule.name] = RuleText(plain(text), text)
    return found
