"""The command `config`: the settings in force, and where each comes from."""

from typing import TYPE_CHECKING

import click

from svclint.cli.check import COMMAND as CHECK
from svclint.cli.check import SETTINGS
from svclint.cli.option import Flag, GroupedCommand, Words, completed, switch
from svclint.cli.reading import CONFIG_FLAGS, load_settings
from svclint.cli.stream import write

if TYPE_CHECKING:
    from svclint.rule.registry import Registry

# ruff: noqa: PLC0415 - --help and --version import neither settings nor rules


def _config(key: str | None, **flags: object) -> int:
    from svclint.checks import RULES
    from svclint.config.inforce import UnknownKeyError, in_force, select
    from svclint.output import settings
    from svclint.rule.registry import Registry

    if flags["schema"]:
        if key:
            raise click.UsageError("--schema is that of all settings: leave the key out")
        return _schema(Registry(RULES))
    loaded = load_settings(flags, {name: flags[name] for name in SETTINGS})
    try:
        found = select(loaded, Registry(RULES), key) if key else in_force(loaded)
    except UnknownKeyError as error:
        raise click.ClickException(str(error)) from None
    if flags["format"] == "json":
        write(settings.as_json(found, loaded.path))
        return 0
    write(settings.toml([one for one in found if key or one.is_set or one.text], explained=key is not None))
    return 0


def _schema(registry: "Registry") -> int:
    import json

    from svclint.config.jsonschema import json_schema

    write(json.dumps(json_schema(registry), indent=2, ensure_ascii=False) + "\n")
    return 0


COMMAND = GroupedCommand(
    "config",
    callback=_config,
    help="Show the settings in force and where each comes from, as TOML; a KEY such as fail-on, cluster or severity.SVC201 shows what it "
    "is for, too. Takes the flags of check that lie over settings.",
    short_help="Show the settings in force.",
    params=[
        click.Argument(["key"], required=False, shell_complete=completed("keys")),
        switch("what", "--schema", text="Print the JSON Schema of the settings instead, for editors."),
        Flag("output", "--format", type=Words("text", "json"), default="text", variable=False, help="How it is printed."),
        *CONFIG_FLAGS,
        *(param for param in CHECK.params if param.name in SETTINGS),
    ],
)
