"""The files of a directory that git does not list: a walk that honours .gitignore files."""

import os
from typing import Final

from svclint.discover.exclude import Exclude, is_manifest
from svclint.discover.gitignore import Ignore
from svclint.discover.read import read_bytes
from svclint.discover.trouble import reason
from svclint.record import NamedTuple
from svclint.rule.snapshot import Skipped

_LONGEST: Final = 1 << 16
"""Characters of a .gitignore file that are looked at: compiling more would take a hostile one too long."""


class _Patterns(NamedTuple):
    """A .gitignore file, and how many characters of a path lead to the directory that it lies in."""

    offset: int
    ignore: Ignore


def walk(root: str, start: str, exclude: Exclude) -> tuple[list[str], list[Skipped]]:
    """The manifests in the directory `start` (relative to `root`; empty or ending in "/") and below it, unsorted.

    .gitignore files speak for their directory and what is below, the innermost first; those above `start` are not asked.
    `.git` and links to directories are not entered. A directory that cannot be listed is skipped.
    """
    prefix = root.rstrip("/") + "/"
    files: list[str] = []
    skipped: list[Skipped] = []
    waiting: list[tuple[str, tuple[_Patterns, ...]]] = [(start, ())]
    while waiting:
        directory, patterns = waiting.pop()
        try:
            with os.scandir(prefix + directory) as found:
                entries = list(found)
        except OSError as error:
            skipped.append(Skipped(directory, reason(error)))
            continue
        if any(entry.name == ".gitignore" for entry in entries):
            patterns = (_Patterns(len(directory), _ignore(prefix + directory + ".gitignore")), *patterns)
        for entry in entries:
            path = directory + entry.name
            if entry.is_dir(follow_symlinks=False):
                if entry.name != ".git" and not exclude.directory(path) and not _ignored(path, patterns, directory=True):
                    waiting.append((path + "/", patterns))
            elif is_manifest(path) and not exclude.file(path) and not _ignored(path, patterns, directory=False):
                files.append(path)
    return files, skipped


def _ignore(path: str) -> Ignore:
    """The patterns of a .gitignore file; none where it is a link or cannot be read (git refuses links there too)."""
    try:
        text = read_bytes(path).decode("utf-8", "surrogateescape")
    except OSError:
        text = ""
    lines = text[:_LONGEST].removeprefix("\ufeff").split("\n")
    return Ignore(lines if len(text) <= _LONGEST else lines[:-1])


def _ignored(path: str, patterns: tuple[_Patterns, ...], *, directory: bool) -> bool:
    for offset, ignore in patterns:
        verdict = ignore.verdict(path[offset:], directory=directory)
        if verdict is not None:
            return verdict
    return False
