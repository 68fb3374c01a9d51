"""The command `rule`: a rule's page, or all rules."""

from typing import TYPE_CHECKING

import click

from svclint.cli.option import Flag, GroupedCommand, Words, completed
from svclint.cli.stream import write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from svclint.rule.rule import Rule

# ruff: noqa: PLC0415 - --help and --version import neither parser nor rules


def _rule(rule: str | None, *, all_rules: bool, format: str) -> int:  # noqa: A002 - click names it after the flag
    from svclint.checks import RULES
    from svclint.rule.registry import Registry, UnknownRule

    if (rule is None) is not all_rules:
        raise click.UsageError("name one rule, or give --all for the list of them")
    if rule is None:
        write(_FORMATS[format][1](RULES))
        return 0
    try:
        found = Registry(RULES).named(rule)
    except UnknownRule as error:
        raise click.ClickException(str(error)) from None
    write(_FORMATS[format][0](found))
    return 0


def _page(rule: "Rule") -> str:
    """The page. Raises ClickException where the rulebook lacks it: the installation is not whole."""
    from svclint.rulebook import locate

    try:
        page = locate.read(rule.name)
    except OSError as error:
        raise click.ClickException(f"the page of {rule.name} cannot be read: {error.strerror}") from None
    if page is None:
        raise click.ClickException(f"{rule.name} ({rule.code}): {rule.summary}; its page is not in {locate.folder()}")
    return page


def _text(rule: "Rule") -> str:
    from svclint.rulebook.plain import plain

    return plain(_page(rule))


def _text_all(rules: "Sequence[Rule]") -> str:
    name, category = (max(map(len, words)) for words in zip(*((rule.name, rule.category.value) for rule in rules), strict=True))
    return "".join(f"{rule.code}  {rule.name:{name}}  {rule.category.value:{category}}  {rule.summary}\n" for rule in rules)


def _markdown_all(rules: "Sequence[Rule]") -> str:
    rows = (f"| {rule.code} | {rule.name} | {rule.category.value} | {rule.summary} |\n" for rule in rules)
    return "| code | name | class | summary |\n| --- | --- | --- | --- |\n" + "".join(rows)


def _json(rule: "Rule") -> str:
    return _dumped({**_facts(rule), "page": _page(rule)})


def _json_all(rules: "Sequence[Rule]") -> str:
    return _dumped([_facts(rule) for rule in rules])


def _facts(rule: "Rule") -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "class": rule.category.value,
        "severity": str(rule.level(None)),
        "summary": rule.summary,
        "needs": rule.needs.value,
        "fix": rule.fixes.split(", ") if rule.fixes else [],
        "options": list(rule.options),
        "since": rule.since,
        "status": rule.status.value,
    }


def _dumped(value: object) -> str:
    import json

    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


_FORMATS = {"text": (_text, _text_all), "markdown": (_page, _markdown_all), "json": (_json, _json_all)}

COMMAND = GroupedCommand(
    "rule",
    callback=_rule,
    help="Explain a rule, by its name or code; or list all.",
    short_help="Explain a rule.",
    params=[
        click.Argument(["rule"], required=False, shell_complete=completed("rules")),
        Flag("what", "--all", "all_rules", is_flag=True, help="List all rules: code, name, class, summary."),
        Flag("output", "--format", type=Words(*_FORMATS), default="text", variable=False, help="How it is printed."),
    ],
)
