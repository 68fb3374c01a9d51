"""What the commands that read manifests have in common: their flags, and the way from these to a snapshot."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from svclint.cli.option import Flag, Lines, Words, listed, switch
from svclint.record import NamedTuple

if TYPE_CHECKING:
    from svclint.config.load import Loaded
    from svclint.discover.root import Root
    from svclint.policy.settings import Settings
    from svclint.rule.registry import Registry
    from svclint.rule.snapshot import Snapshot

# ruff: noqa: PLC0415 - --help and --version import neither parser nor rules

FILE_FLAGS = (
    listed("files", "--exclude", "Leave out what these patterns match, as in .gitignore."),
    switch("files", "--force-exclude", text="Leave out excluded files even where they are named."),
    switch("files", "--tracked-only", text="Read only what git tracks, and what is named."),
)
VERSION_FLAG = Flag("cluster", "--kubernetes-version", metavar="VERSION", help="The version of the API server, such as 1.36.")
COLOUR_FLAG = Flag("output", "--color", type=Words("auto", "always", "never"), default="auto", help="Whether to colour.")
CONFIG_FLAGS = (
    Flag("settings", "--config", multiple=True, type=Lines(), metavar="FILE|'key = value'", help="Settings over those of the repository."),
    switch("settings", "--isolated", text="Read no settings file of the repository."),
)
SETTING_FLAGS = (*CONFIG_FLAGS, switch("settings", "--no-prefilter", text="Parse every document.", hidden=True))


class Reading(NamedTuple):
    """What is there, by which settings it is to be seen, and a line for each path that was named in vain."""

    snapshot: "Snapshot"
    settings: "Settings"
    troubles: list[str]


def read(paths: Sequence[str], flags: Mapping[str, object], over: Mapping[str, object]) -> Reading:
    """Read what `paths` name and all around it; `flags` are those of above, `over` the settings that flags lie over.

    Raises ClickException with the lines of all that is wrong with the settings, or of what cannot be read at all.
    """
    from svclint.config.error import ConfigErrors
    from svclint.config.load import override
    from svclint.discover.root import find_root
    from svclint.discover.snapshot import discover
    from svclint.discover.stdin import read_stdin
    from svclint.discover.trouble import DiscoverError

    try:
        root = find_root(paths)
        loaded, registry = _loaded(root, flags)
        settings = override(loaded, registry, over).settings
        snapshot, troubles = discover(
            root,
            against=settings.against,
            exclude=settings.exclude,
            force_exclude=bool(flags["force_exclude"]),
            tracked_only=bool(flags["tracked_only"]),
            stdin=read_stdin(root, settings.against),
        )
    except (ConfigErrors, DiscoverError) as error:
        raise click.ClickException(str(error)) from None
    settings = settings._replace(prefilter=not flags["no_prefilter"])
    return Reading(snapshot, settings, [_trouble(path, message) for path, message in troubles])


def load_settings(flags: Mapping[str, object]) -> "Loaded":
    """The settings for the current directory; `flags` are CONFIG_FLAGS. Raises ClickException with the lines of all that is wrong."""
    from svclint.config.error import ConfigErrors
    from svclint.discover.root import find_root

    try:
        return _loaded(find_root(()), flags)[0]
    except ConfigErrors as error:
        raise click.ClickException(str(error)) from None


def _loaded(root: "Root", flags: Mapping[str, object]) -> "tuple[Loaded, Registry]":
    from svclint.checks import RULES
    from svclint.config.load import load
    from svclint.rule.registry import Registry

    registry, config = Registry(RULES), flags["config"]
    assert isinstance(config, tuple)
    return load(root.settings, registry, config=config, isolated=bool(flags["isolated"])), registry


def _trouble(path: str, message: str) -> str:
    """A line about a path; one that looks like a command may have been meant as one."""
    from svclint.cli.main import COMMANDS
    from svclint.source.nearest import nearest

    command = nearest(path, COMMANDS)
    return f"{path}: {message}" + (f"; did you mean the command {command}?" if command else "")
