"""The command `transitions`: the life-cycle table in force."""

from svclint.cli.option import Flag, GroupedCommand, Words
from svclint.cli.reading import COLOUR_FLAG, CONFIG_FLAGS, load_settings
from svclint.cli.stream import colours, write

# ruff: noqa: PLC0415 - --help and --version import neither settings nor rules


def _transitions(**flags: object) -> int:
    from svclint.output import transitions

    loaded = load_settings(flags)
    lifecycle, places = loaded.settings.lifecycle, loaded.edge_places()
    match flags["format"]:
        case "mermaid":
            write(transitions.mermaid(lifecycle))
        case "json":
            write(transitions.as_json(lifecycle, places))
        case _:
            write(transitions.table(lifecycle, places, colour=colours(str(flags["color"]))))
    return 0


COMMAND = GroupedCommand(
    "transitions",
    callback=_transitions,
    help="Show the life cycle of Services: which type may become which, by default and by the settings in force.",
    short_help="Show which type may become which.",
    params=[
        Flag("output", "--format", type=Words("table", "mermaid", "json"), default="table", variable=False, help="How it is printed."),
        COLOUR_FLAG,
        *CONFIG_FLAGS,
    ],
)
