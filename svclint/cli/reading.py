"""What the commands that read manifests have in common: their flags, and the way from these to a snapshot."""

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from svclint.cli.option import Flag, Lines, Words, listed, switch, variables
from svclint.record import NamedTuple

if TYPE_CHECKING:
    from svclint.config.load import Loaded
    from svclint.discover.baseline import BaselineFile
    from svclint.discover.root import Root
    from svclint.policy.settings import Settings
    from svclint.rule.registry import Registry
    from svclint.rule.snapshot import Snapshot

# ruff: noqa: PLC0415 - --help and --version import neither parser nor rules

FILE_FLAGS = (
    listed("files", "--exclude", "Leave out what these patterns match, as in .gitignore, and not what the settings leave out."),
    listed("files", "--extend-exclude", "Leave out what these patterns match, too."),
    switch("files", "--force-exclude", text="Leave out excluded files even where they are named."),
    switch("files", "--tracked-only", text="Read only what git tracks, and what is named."),
    Flag("files", "--context", metavar="DIR", help="Read nothing but what is below this, and what is named; the repository by default."),
    Flag("files", "--stdin-filename", metavar="FILE", help="Standard input is the content of this file, which may be new."),
)
VERSION_FLAG = Flag("cluster", "--kubernetes-version", metavar="VERSION", help="The version of the API server, such as 1.36.")
COLOUR_FLAG = Flag("output", "--color", type=Words("auto", "always", "never"), default="auto", help="Whether to colour.")
CONFIG_FLAGS = (
    Flag("settings", "--config", multiple=True, type=Lines(), metavar="FILE|'key = value'", help="Settings over those of the repository."),
    switch("settings", "--isolated", text="Read no settings file of the repository."),
)
BASELINE_FLAG = Flag("settings", "--baseline", metavar="FILE", help="The findings that are known; none: there are none.")
NOTHING: Mapping[str, object] = {}
SETTING_FLAGS = (*CONFIG_FLAGS, switch("settings", "--no-prefilter", text="Parse every document.", hidden=True))


class Reading(NamedTuple):
    """What is there, by which settings it is to be seen, and a line for each path that was named in vain.

    `path` is the settings file, relative to the top of the repository; empty where there is none; `baseline` where the
    baseline is or may be written.
    """

    snapshot: "Snapshot"
    settings: "Settings"
    troubles: list[str]
    path: str
    baseline: "BaselineFile | None" = None


def read(paths: Sequence[str], flags: Mapping[str, object], over: Mapping[str, object], *, writing: bool = False) -> Reading:
    """Read what `paths` name and all around it; `flags` are those of above, `over` the settings that flags lie over.

    The baseline is read where `over` speaks of it; where it is for `writing`, it need not be there.
    Raises ClickException with the lines of all that is wrong with the settings, or of what cannot be read at all.
    """
    from svclint.config.error import ConfigErrors
    from svclint.config.load import override
    from svclint.discover.baseline import find_baseline
    from svclint.discover.root import find_root
    from svclint.discover.snapshot import discover
    from svclint.discover.stdin import read_stdin
    from svclint.discover.trouble import DiscoverError

    try:
        root = find_root(paths, context=_text(flags, "context"), stands_for=_text(flags, "stdin_filename"))
        before, registry = _loaded(root, flags)
        loaded = override(before, registry, over, variables(click.get_current_context()))
        settings = loaded.settings
        file, baseline = None, None
        if "baseline" in over:
            file, baseline = find_baseline(root, settings.baseline, is_flag=over["baseline"] is not None, may_be_new=writing)
        snapshot, troubles = discover(
            root,
            against=settings.against,
            exclude=(*settings.exclude, *(file.pattern(root) if file else ())),
            force_exclude=bool(flags["force_exclude"]),
            tracked_only=bool(flags["tracked_only"]),
            stdin=read_stdin(root, settings.against),
            baseline=baseline,
        )
    except (ConfigErrors, DiscoverError) as error:
        raise click.ClickException(str(error)) from None
    settings = settings._replace(prefilter=not flags["no_prefilter"])
    return Reading(snapshot, settings, [_trouble(path, message) for path, message in troubles], loaded.path, file)


def load_settings(flags: Mapping[str, object], over: Mapping[str, object] = NOTHING) -> "Loaded":
    """The settings for the current directory; `flags` are CONFIG_FLAGS, `over` the settings that flags lie over.

    Raises ClickException with the lines of all that is wrong.
    """
    from svclint.config.error import ConfigErrors
    from svclint.config.load import override
    from svclint.discover.root import find_root
    from svclint.discover.trouble import DiscoverError

    try:
        loaded, registry = _loaded(find_root(()), flags)
        return override(loaded, registry, over, variables(click.get_current_context()))
    except (ConfigErrors, DiscoverError) as error:
        raise click.ClickException(str(error)) from None


def _loaded(root: "Root", flags: Mapping[str, object]) -> "tuple[Loaded, Registry]":
    from svclint.checks import RULES
    from svclint.config.load import load
    from svclint.rule.registry import Registry

    registry, config = Registry(RULES), flags["config"]
    assert isinstance(config, tuple)
    called = variables(click.get_current_context()).get("config", "--config")
    return load(root.settings, registry, config=config, isolated=bool(flags["isolated"]), called=called), registry


def _text(flags: Mapping[str, object], name: str) -> str:
    return str(flags.get(name) or "")


def _trouble(path: str, message: str) -> str:
    """A line about a path; one that looks like a command, or like another path in its folder, may have been meant as that."""
    from svclint.cli.main import COMMANDS
    from svclint.source.nearest import nearest

    meant = f"the command {command}" if (command := nearest(path, COMMANDS)) else _near(path)
    return f"{path}: {message}" + (f"; did you mean {meant}?" if meant else "")


def _near(path: str) -> str:
    """The path in the same folder that resembles one that is not there; empty where none does."""
    from svclint.source.nearest import nearest

    folder, name = os.path.split(path.rstrip("/"))
    try:
        beside = [] if os.path.lexists(path) else os.listdir(folder or ".")  # noqa: PTH208 - pathlib costs start-up
    except OSError:
        return ""
    return f"{folder}{'/' if folder else ''}{found}" if (found := nearest(name, beside)) else ""
