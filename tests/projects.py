"""The projects of fixtures/projects as snapshots, and svclint as a command: nothing outside them has a say."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from svclint.discover.read import source
from svclint.rule.snapshot import Snapshot

ROOT = Path(__file__).parent.parent
PROJECTS = ROOT / "fixtures" / "projects"
NAMES = sorted(entry.name for entry in PROJECTS.iterdir() if entry.is_dir())


def read_project(name: str) -> Snapshot:
    folder = PROJECTS / name
    paths = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.suffix in {".yaml", ".yml", ".json"})
    return Snapshot(str(folder), tuple(source(path, (folder / path).read_bytes()) for path in paths))


def svclint(words: Sequence[str], folder: Path, site: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What `svclint` does in a folder; `site` is where the package lies."""
    return command([sys.executable, "-P", "-m", "svclint", *words], folder, site)


def command(words: Sequence[str], folder: Path, site: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What a command does in a folder, with nothing in its environment that svclint or git would heed."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT", "LANG", "LC_ALL"}}
    environment = kept | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PYTHONPATH": str(site)}
    return subprocess.run(words, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
