"""The commands, each imported when it is called for; `check` is the one that need not be named."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

from svclint.cli.guard import guarded
from svclint.cli.stream import write
from svclint.version import VERSION

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = ("check", "show", "transitions", "rule", "config", "baseline", "completion")
_OWN = {"--help", "-h", "--version", "-V"}


class Commands(click.Group):
    """The group of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name: `COMMAND` of the module svclint.cli.<name>."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"svclint.cli.{cmd_name}").COMMAND
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` in front, unless a command or a flag of the group's own comes first."""
        if ctx.resilient_parsing and not args:
            return super().parse_args(ctx, args)  # a first word is typed: it may become a command
        first = args[0] if args else ""
        return super().parse_args(ctx, args if first in _OWN or first in COMMANDS else ["check", *args])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """What the first word may become: a command, or a path or flag of check."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - only while somebody types

        check = self.get_command(ctx, "check")
        assert check is not None
        flags = check.shell_complete(click.Context(check, resilient_parsing=True), incomplete)
        found = {item.value: item for item in (*super().shell_complete(ctx, incomplete), *flags)}
        # Files first: bash forgets what stands before them.
        return [*([] if incomplete.startswith("-") else [CompletionItem("", type="file")]), *found.values()]

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run, and exit with the code of interface.md §3."""
        words = sys.argv[1:] if args is None else args
        if instruction := os.environ.get("_SVCLINT_COMPLETE"):
            from svclint.cli.completing import complete  # noqa: PLC0415 - only while somebody types

            sys.exit(guarded(lambda: complete(self, instruction)))
        sys.exit(guarded(lambda: self._run(list(words))))

    def _run(self, words: list[str]) -> int:
        with self.make_context("svclint", words) as context:
            code: int = self.invoke(context)
            return code


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - a callback of click
    if wanted:
        write(f"svclint {VERSION} ({_parser()}, Python {'.'.join(map(str, sys.version_info[:3]))})\n")
        context.exit()


def _parser() -> str:
    """The parser that reading will use; looked for, not imported."""
    from importlib.util import find_spec  # noqa: PLC0415 - only for --version

    return "libyaml (ruamel.yaml.clib)" if find_spec("_ruamel_yaml") else "pure Python (ruamel.yaml)"


main = Commands(
    "svclint",
    help="A static type checker for Kubernetes Service wiring. Without a command: check.",
    epilog="`svclint check --help` lists the flags of check.",
    params=[
        click.Option(
            ["--version", "-V"], is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Say which version it is."
        )
    ],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    subcommand_metavar="[COMMAND] …",
)
