"""svclint as a process of its own, with nothing around it that has a say."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]


def svclint(words: Sequence[str], folder: Path, site: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What `svclint` does in a folder; `site` is where the package lies."""
    return command([sys.executable, "-P", "-m", "svclint", *words], folder, site)


def command(words: Sequence[str], folder: Path, site: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What a command does in a folder, with nothing in its environment that svclint or git would heed."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT", "LANG", "LC_ALL"}}
    environment = kept | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    return subprocess.run(words, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False)
