"""Files in, report out: the real pipeline over files that a test has in memory."""

from collections.abc import Iterable, Sequence

from svclint.checks import RULES
from svclint.config.load import load
from svclint.policy.settings import Settings
from svclint.rule.registry import Registry
from svclint.rule.snapshot import Previous, Snapshot
from svclint.source.file import SourceFile

REGISTRY = Registry(RULES)


def settings_of(toml: str) -> Settings:
    """The settings that a text of TOML stands for, at its top level; the defaults for an empty one."""
    return load("/", REGISTRY, config=(toml,) if toml.strip() else (), isolated=True).settings


def snapshot_of(files: Iterable[SourceFile], before: Sequence[SourceFile] | None = None) -> Snapshot:
    """A snapshot in which everything is a target. With `before`, the files that are not the same there have changed."""
    files = tuple(files)
    if before is None:
        return Snapshot("/", files)
    was = {file.path: file for file in before}
    changed = {file.path for file in files if file.path not in was or was[file.path].text != file.text}
    gone = was.keys() - {file.path for file in files}
    old = tuple(was.get(path, SourceFile(path, "")) for path in sorted(changed | gone))
    return Snapshot("/", files, previous=Previous("HEAD", old))
