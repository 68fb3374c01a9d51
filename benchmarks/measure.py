"""What a process costs, with all that it starts."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
IDENTITY = {f"GIT_{who}_{what}": "a@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT")},
    **IDENTITY,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "PYTHONPATH": str(ROOT),
}


class Cost(NamedTuple):
    """CPU (user and system) and wall time in seconds, peak memory of the largest process in MB, and the exit status."""

    cpu: float
    wall: float
    memory: float
    status: int


class Failed(Exception):  # noqa: N818 - says what happened
    """A program ended as it must not."""


def cost(words: Sequence[str], folder: Path, stdin: Path | None = None) -> Cost:
    """Run a program in a folder and wait for it. Raises Failed where a signal ends it.

    The memory is at least that of this process, which has to be small: the system counts from the fork on.
    """
    with (stdin or Path(os.devnull)).open("rb") as source:
        began = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own words
            words, cwd=folder, env=ENVIRONMENT, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode < 0:
        raise Failed(f"{' '.join(words[:4])} in {folder}: ended by signal {-process.returncode}")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / unit, process.returncode)


def git(folder: Path, *words: str) -> None:
    """Run a git command in a folder, by nobody's settings."""
    subprocess.run(["git", *words], cwd=folder, env=ENVIRONMENT, check=True)  # noqa: S603, S607 - our own words, and the git that is there
