"""What a shell is told while somebody types: click's own completion, with the words that we know."""

from collections.abc import Iterable

import click
from click.shell_completion import BashComplete, CompletionItem, ShellComplete, add_completion_class, get_completion_class, shell_complete

from svclint.cli.completion import VARIABLE

# ruff: noqa: PLC0415 - each word is looked up where it is asked for


def files(_: str) -> list[CompletionItem]:
    """What stands for the names of files, which the shell knows."""
    return [CompletionItem("", type="file")]


class Bash(BashComplete):
    """Bash, which takes the `=` of `--flag=value` for a word of its own."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is typed, and that one."""
        words, incomplete = super().get_completion_args()
        if incomplete.startswith("=") and words and words[-1].startswith("-"):
            incomplete = incomplete[1:]
        return [word for index, word in enumerate(words) if word != "=" or not index or not words[index - 1].startswith("-")], incomplete


add_completion_class(Bash)


def complete(command: click.Command, instruction: str) -> int:
    """Answer a script's question; the exit code."""
    return shell_complete(command, {}, "svclint", VARIABLE, instruction)


def script(shell: str) -> str:
    """The script for a shell. The version of bash is not looked for: what is installed here need not be what runs it."""
    found = get_completion_class(shell)
    assert found is not None
    return ShellComplete.source(found(click.Command("svclint"), {}, "svclint", VARIABLE)) + "\n"


def values(flag: str, incomplete: str) -> list[CompletionItem]:
    """What a flag's value may become, by the flag's name without dashes."""
    from svclint.config.schema import FLAGS
    from svclint.config.values import selector
    from svclint.policy.editions import EDITIONS
    from svclint.policy.settings import KUBERNETES_VERSIONS

    key = FLAGS.get(flag)
    if flag == "format":
        return _formats(incomplete)
    if key and key.read is selector:
        head, comma, last = incomplete.rpartition(",")
        return [CompletionItem(f"{head}{comma}{item.value}", help=item.help) for item in rules(last)]
    if key and key.words:
        return _beginning(key.words, incomplete)
    known = {"edition": map(str, EDITIONS), "kubernetes-version": KUBERNETES_VERSIONS}
    if flag in known:
        return _beginning(known[flag], incomplete)
    return files(incomplete) if flag in {"against", "config", "baseline", "context", "stdin-filename", "exclude", "extend-exclude"} else []


def rules(incomplete: str) -> list[CompletionItem]:
    """The rules whose name begins so, or, where that is what is typed, code."""
    from svclint.checks import RULES

    words = [(rule.code if incomplete.startswith("S") else rule.name, rule.summary) for rule in RULES]
    return [CompletionItem(word, help=summary) for word, summary in words if word.startswith(incomplete)]


def keys(incomplete: str) -> list[CompletionItem]:
    """The keys of the settings that begin so."""
    from svclint.config.schema import ANY, EACH, KEYS

    fixed = [(".".join(key.path), key.text) for key in KEYS if not {ANY, EACH} & {*key.path}]
    tables = dict.fromkeys(key.path[0] for key in KEYS if len(key.path) > 1)
    return [CompletionItem(word, help=text) for word, text in (*fixed, *((one, "") for one in tables)) if word.startswith(incomplete)]


def _formats(incomplete: str) -> list[CompletionItem]:
    from svclint.output.formats import FORMATS

    return files("") if "=" in incomplete else _beginning(FORMATS, incomplete)


def _beginning(words: Iterable[str], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(word) for word in words if word.startswith(incomplete)]
