"""Outputs in a document: each `$ svclint …` of a console block, run again."""

import re
import shlex

from tests.support.command import ROOT, svclint

SESSION = re.compile(r"(?<=^```console\n)\$ svclint (?P<words>[^\n]*)\n(?P<output>.*?)(?=^```$)", re.DOTALL | re.MULTILINE)


def renewed(text: str) -> str:
    """The document with what svclint prints now; it runs at the top of the repository."""
    assert SESSION.search(text)
    return SESSION.sub(_run, text)


def _run(found: re.Match[str]) -> str:
    done = svclint(shlex.split(found["words"]), ROOT)
    return f"$ svclint {found['words']}\n{done.stdout}{done.stderr}"
