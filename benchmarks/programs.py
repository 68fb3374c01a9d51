"""The command lines that are measured: svclint, its peers where they are installed, and the two references."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.inputs import Input
from benchmarks.measure import ENVIRONMENT, ROOT

SVCLINT = "svclint"
PEERS = ("kube-linter", "kube-score", "kubeconform")
REFERENCES = ("skeleton", "compose")
SERVICE_CHECKS = ("dangling-service", "mismatching-selector", "invalid-target-ports", "exposed-services")
_ASKED = re.compile(r"trace: built-in: (git .*)")


def find(name: str) -> str | None:
    """The path of a peer, on the PATH or where Go installs."""
    return shutil.which(name) or shutil.which(name, path=str(Path.home() / "go" / "bin"))


def words(name: str, given: Input) -> Sequence[str]:
    """The command line of a program for an input. Raises FileNotFoundError where the program is not there."""
    target = "-" if given.stdin else "."
    if name == SVCLINT:
        return (sys.executable, "-P", "-m", "svclint", "check", "--isolated", "--against", "none", "--pedantic", "-qq", target)
    if name == "compose":
        return (sys.executable, "-P", str(ROOT / "benchmarks" / "compose.py"), target)
    if name == "skeleton":
        return (sys.executable, "-P", str(ROOT / "benchmarks" / "skeleton.py"), *asked(given))
    program = find(name)
    if program is None:
        raise FileNotFoundError(name)
    if name == "kubeconform":  # without schemas it parses, and no more
        nowhere = "/nowhere/{{ .ResourceKind }}.json"
        return (program, "-ignore-missing-schemas", "-schema-location", nowhere, *(() if given.stdin else (target,)))
    if name == "kube-linter":
        return (program, "lint", "--do-not-auto-add-defaults", *(f"--include={check}" for check in SERVICE_CHECKS), target)
    return (program, "score", *((target,) if given.stdin else given.files))  # kube-score does not look into folders


def asked(given: Input) -> list[str]:
    """The git commands that svclint was seen to run for an input, the words of each on lines of their own."""
    trace = given.folder.parent / f"{given.folder.name}.trace"
    environment = ENVIRONMENT | {"GIT_TRACE": str(trace)}
    with (given.stdin or Path("/dev/null")).open("rb") as stdin:
        subprocess.run(  # noqa: S603 - our own words
            words(SVCLINT, given), cwd=given.folder, env=environment, stdin=stdin, capture_output=True, check=False
        )
    text = trace.read_text(encoding="utf-8") if trace.exists() else ""
    return ["\n".join(shlex.split(line)) for line in _ASKED.findall(text)]


def version(name: str) -> str:
    """What a peer says of itself, in one line."""
    program = find(name)
    if program is None:
        return "not installed"
    flag = "-v" if name == "kubeconform" else "version"
    said = subprocess.run([program, flag], capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own words
    return said.stdout.strip().partition("\n")[0] or "of unknown version"
