"""The command `show`: what each Service selects."""

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from svclint.cli.guard import REFUSED
from svclint.cli.option import Flag, GroupedCommand, Words
from svclint.cli.reading import COLOUR_FLAG, FILE_FLAGS, SETTING_FLAGS, VERSION_FLAG, read
from svclint.cli.stream import colours, complain, note, write

if TYPE_CHECKING:
    from svclint.rule.showing import Showing
    from svclint.workspace.servicename import Unmatched

# ruff: noqa: PLC0415 - --help and --version import neither parser nor rules

SETTINGS = ("exclude", "kubernetes_version")
"""The flags that lie over settings."""


def is_path(word: str) -> bool:
    """Whether a word means files: what exists does, and what no Service can be called; `shop/web` and `shop/*` are names."""
    if word.count("/") > 1 or word.startswith("/") or word.endswith("/") or not {".", "\\"}.isdisjoint(word):
        return True
    return word == "-" or os.path.exists(word)  # noqa: PTH110 - pathlib costs start-up


def _show(words: tuple[str, ...], **flags: object) -> int:
    from svclint.output import show, show_json
    from svclint.output.summary import unshown

    paths = [word for word in words if is_path(word)]
    names = [word for word in words if not is_path(word)]
    showing, troubles = _run(paths, names, flags)
    if empty := _without_services(paths, showing):
        # cart/ holds the source of the program, and the Service of that name is elsewhere.
        again, _ = _run([word for word in paths if word not in empty], [*names, *empty], flags)
        if not any(one.text in empty for one in again.unmatched):
            showing, names = again, [*names, *empty]
    write(show_json.render(showing) if flags["format"] == "json" else show.render(showing, colour=colours(str(flags["color"]))))
    troubles = [*troubles, *map(_unmatched, showing.unmatched)]
    complain("\n".join(troubles))
    if not names or not showing.services:
        note(unshown(showing))
    return REFUSED if troubles else 0


def _without_services(paths: Sequence[str], showing: "Showing") -> list[str]:
    """The directories that are called as a Service may be, and whose files have none of what is shown."""
    plain = [word for word in paths if word.isascii() and word.replace("-", "").isalnum() and os.path.isdir(word)]  # noqa: PTH112 - as above
    below = {word: f"{os.path.realpath(word)}/".replace(os.sep, "/") for word in plain}
    files = [f"{showing.root}/{one.object.place.file.path}".replace(os.sep, "/") for one in showing.services]
    return [word for word in plain if not any(file.startswith(below[word]) for file in files)]


def _run(paths: Sequence[str], names: Sequence[str], flags: Mapping[str, object]) -> "tuple[Showing, list[str]]":
    from svclint.pipeline import show

    over = {**{name: flags[name] for name in SETTINGS}, "against": "none"}
    reading = read(paths, flags, over)
    return show(reading.snapshot, reading.settings, names), reading.troubles


def _unmatched(one: "Unmatched") -> str:
    """A line about a name that is no Service's."""
    if one.place:
        return f'no Service "{one.text}" in what is named; there is one in {one.place.file.path}:{one.place.span.start.line}'
    hint = f'; did you mean "{one.meant}"?' if one.meant else ""
    return f'no Service "{one.text}"{hint}'


COMMAND = GroupedCommand(
    "show",
    callback=_show,
    help="Show what Services select: their workloads, and where each port leads. A SERVICE is web, shop/web, or a glob such as shop/*; "
    "what exists as a file or directory is a PATH, and so is - for standard input. Without any: all Services below the current directory.",
    short_help="Show what each Service selects.",
    params=[
        click.Argument(["words"], nargs=-1, metavar="[SERVICE|PATH]…"),
        *FILE_FLAGS,
        VERSION_FLAG,
        Flag("output", "--format", type=Words("text", "json"), default="text", variable=False, help="How it is printed."),
        COLOUR_FLAG,
        *SETTING_FLAGS,
    ],
)
