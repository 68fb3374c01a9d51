"""A project to run on, and the run."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from click.testing import CliRunner, Result

from svclint.cli.main import main

Run: TypeAlias = Callable[..., Result]

GOOD = """\
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  ports: [{port: 80}]
"""
BAD = GOOD.replace("name: web", "name: bad").replace("port: 80", "port: 80808")


def run(*words: str, stdin: str | None = None, **environment: str) -> Result:
    """The result of a command line, in an environment of which nothing but the given variables speaks to svclint."""
    quiet = dict.fromkeys(("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS", "SVCLINT_SARIF_LINEHASH", "SVCLINT_DEBUG"))
    return CliRunner().invoke(main, words, input=stdin, env={**quiet, **environment})


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
