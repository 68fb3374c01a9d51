"""What our flags have in common: a group in the help, a variable of the environment, nearest words."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

import click

from svclint.source.nearest import nearest

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    TextType = click.ParamType[str]
else:  # click is generic since 8.4 only
    TextType = click.ParamType


class Flag(click.Option):
    """An option. `group` is its heading in the help; one that takes a value is also read from SVCLINT_<FLAG>.

    `variable` False: there is none, because that of another command's flag has its name and other values.
    """

    def __init__(self, group: str, *names: str, variable: bool = True, **attributes: Any) -> None:
        self.group = group
        super().__init__(names, **attributes)
        if variable and not self.is_flag and not self.count:
            self.envvar = "SVCLINT_" + names[0].lstrip("-").upper().replace("-", "_")

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """What the value may become, by the type or by the flag's name."""
        from svclint.cli.completing import values  # noqa: PLC0415 - only while somebody types

        return super().shell_complete(ctx, incomplete) or values(self.opts[0].lstrip("-"), incomplete)


class Optional(Flag):
    """A flag whose value may be left out, and then is empty. The value stands behind `=`: what follows is never taken for it."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:  # noqa: ARG002 - click's signature
        """The flag as it is written, and its help."""
        return f"{self.opts[0]}[={self.metavar}]", self.help or ""


class GroupedCommand(click.Command):
    """A command whose help shows the flags in groups."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give an empty value to each flag that may go without."""
        alone = {name for param in self.params if isinstance(param, Optional) for name in param.opts}
        end = args.index("--") if "--" in args else len(args)
        return super().parse_args(ctx, [f"{word}=" if word in alone and at < end else word for at, word in enumerate(args)])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a section for each group, in the order of the flags."""
        groups: dict[str, list[tuple[str, str]]] = {}
        others = []
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record and isinstance(param, Flag):
                groups.setdefault(param.group, []).append(record)
            elif record and isinstance(param, click.Option):
                others.append(record)
        groups["help"] = others
        for group, records in groups.items():
            with formatter.section(group.capitalize()):
                formatter.write_dl(records)


def one_of(value: str, words: Collection[str], name: str, ctx: click.Context | None) -> str:
    """The word itself. Raises UsageError, which names the flag and the nearest word, where it is not one of the words."""
    if value in words:
        return value
    near = nearest(value, words)
    hint = f"; did you mean {near}?" if near else ""
    raise click.UsageError(f'{name}: "{value}" is not one of {", ".join(words)}{hint}', ctx)


class Words(TextType):
    """One of some words; for another one the nearest is named."""

    name = "word"

    def __init__(self, *words: str) -> None:
        self.words = words

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002 - click's signature
        """The words, as the help shows them."""
        return "|".join(self.words)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself."""
        return one_of(value, self.words, called(param, ctx) if param else "", ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":  # noqa: ARG002 - click's signature
        """The words that begin so."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - only while somebody types

        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]


class Lines(TextType):
    """Any text, of which the environment's variable holds one a line: blanks are part of it."""

    name = "text"

    def split_envvar_value(self, rv: str) -> list[str]:
        """The lines that are not blank."""
        return [line for line in rv.splitlines() if line.strip()]


def called(param: click.Parameter, ctx: click.Context | None) -> str:
    """What gave the flag its value: its own name, or the variable of the environment."""
    from click.core import ParameterSource  # noqa: PLC0415 - loaded with click

    if ctx and param.name and ctx.get_parameter_source(param.name) is ParameterSource.ENVIRONMENT:
        return str(param.envvar)
    return param.opts[0]


def variables(ctx: click.Context) -> dict[str, str]:
    """The flags that variables of the environment gave, by their names in Python, with the variables' names."""
    names = {param.name: called(param, ctx) for param in ctx.command.params if isinstance(param, click.Option)}
    return {name: one for name, one in names.items() if name and not one.startswith("-")}


def completed(kind: str) -> "Callable[[click.Context, click.Parameter, str], list[CompletionItem]]":
    """The completion of an argument: `kind` is rules, keys or files."""

    def complete(_: click.Context, __: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        from svclint.cli import completing  # noqa: PLC0415 - only while somebody types

        found: list[CompletionItem] = getattr(completing, kind)(incomplete)
        return found

    return complete


def listed(group: str, name: str, text: str) -> Flag:
    """A flag that takes a list: it may be given again, and the environment's variable holds one list a line."""
    return Flag(
        group,
        name,
        multiple=True,
        metavar="LIST",
        help=text,
        callback=lambda _, __, given: ",".join(given) if given else None,
        type=Lines(),
    )


def switch(group: str, *names: str, text: str, **attributes: Any) -> Flag:
    """A flag without a value."""
    return Flag(group, *names, is_flag=True, help=text, **attributes)
