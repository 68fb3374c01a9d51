"""The command `completion`: a script that makes a shell complete svclint's words."""

import click

from svclint.cli.option import GroupedCommand, Words
from svclint.cli.stream import write

VARIABLE = "_SVCLINT_COMPLETE"
"""The variable by which the script asks for completions, as click's scripts do."""
SHELLS = ("bash", "zsh", "fish")


def _completion(shell: str) -> int:
    from svclint.cli.completing import script  # noqa: PLC0415 - only for this

    write(script(shell))
    return 0


COMMAND = GroupedCommand(
    "completion",
    callback=_completion,
    help='Print a script that completes commands, flags, rules and files. For bash: eval "$(svclint completion bash)" in ~/.bashrc; '
    "for zsh the same in ~/.zshrc; for fish: svclint completion fish > ~/.config/fish/completions/svclint.fish",
    short_help="Print a script for completion: bash, zsh or fish.",
    params=[click.Argument(["shell"], type=Words(*SHELLS))],
)
