"""Files in, report out: the real pipeline over files that a test has in memory."""

from collections.abc import Iterable, Sequence

from svclint import pipeline
from svclint.checks import RULES
from svclint.config.load import load
from svclint.policy.settings import Settings
from svclint.rule.registry import Registry
from svclint.rule.report import Report
from svclint.rule.snapshot import Previous, Snapshot
from svclint.source.apply import apply_fixes
from svclint.source.edit import Fix, Safety
from svclint.source.file import SourceFile

REGISTRY = Registry(RULES)
_ROUNDS = 10


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


def fixed_files(snapshot: Snapshot, settings: Settings) -> tuple[SourceFile, ...]:
    """The files after all fixes, safe and unsafe, round after round until none is offered any more."""
    for _ in range(_ROUNDS):
        fixes = _fixes(pipeline.check(snapshot, settings))
        if not fixes:
            return snapshot.files
        files = tuple(SourceFile(file.path, apply_fixes(file, fixes)[0], file.encoding) for file in snapshot.files)
        snapshot = snapshot._replace(files=files)
    raise AssertionError(f"fixes are still offered after {_ROUNDS} rounds")


def _fixes(report: Report) -> list[Fix]:
    return [one.fix for one in report.diagnostics if one.fix and one.fix.safety is not Safety.DISPLAY]
