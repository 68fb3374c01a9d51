"""The projects of fixtures/projects as snapshots: no git, no settings, nothing outside them."""

from svclint.rule.snapshot import Snapshot
from svclint.source.decode import decode
from tests.conftest import FIXTURES
from tests.support.run import snapshot_of

PROJECTS = FIXTURES / "projects"
NAMES = sorted(entry.name for entry in PROJECTS.iterdir() if entry.is_dir())


def read_project(name: str) -> Snapshot:
    folder = PROJECTS / name
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in {".yaml", ".yml", ".json"})
    return snapshot_of(decode(path, (folder / path).read_bytes()) for path in paths)
