"""The cases under fixtures/rules: a file, or a folder that is a workspace, with the findings beside it."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from svclint import pipeline
from svclint.policy.settings import Settings
from svclint.rule.report import Report
from svclint.rule.snapshot import Snapshot
from svclint.source.decode import decode
from svclint.source.file import SourceFile
from tests.conftest import FIXTURES
from tests.support.run import settings_of, snapshot_of

FOLDER = FIXTURES / "rules"
_SETTINGS = "svclint.toml"


class Case(NamedTuple):
    """A case of the rule whose folder it is in: `path` is a manifest, or the folder of a workspace."""

    rule: str
    path: Path

    @property
    def name(self) -> str:
        """The rule's name and the case's own."""
        return f"{self.rule}/{self.path.stem}"


def cases() -> dict[str, Case]:
    """All cases by their names."""
    found = (Case(folder.name, path) for folder in sorted(FOLDER.iterdir()) for path in sorted(folder.iterdir()) if path.suffix != ".out")
    return {case.name: case for case in found}


@cache
def read(case: Case) -> tuple[Snapshot, Settings]:
    """What a case is run as. The folders `before` and `after` of a workspace are two versions of one."""
    if case.path.is_file():
        return snapshot_of([_source(case.path, case.path.parent)]), settings_of("")
    toml = case.path / _SETTINGS
    settings = settings_of(toml.read_text(encoding="utf-8") if toml.exists() else "")
    if (case.path / "before").exists():
        return snapshot_of(_tree(case.path / "after"), _tree(case.path / "before")), settings
    return snapshot_of(_tree(case.path)), settings


@cache
def report(case: Case) -> Report:
    """What is found in a case."""
    return pipeline.check(*read(case))


def _tree(folder: Path) -> list[SourceFile]:
    return [_source(path, folder) for path in sorted(folder.rglob("*")) if path.is_file() and path.name != _SETTINGS]


def _source(path: Path, folder: Path) -> SourceFile:
    return decode(path.relative_to(folder).as_posix(), path.read_bytes())
