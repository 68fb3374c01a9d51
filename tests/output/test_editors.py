"""The patterns of editors/ read back what the format concise prints: by their regular expressions, and in Vim itself."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from svclint.output import concise
from svclint.rule.report import Report
from svclint.rule.severity import Severity
from tests.output.formats import project
from tests.output.report import SAMPLE

EDITORS = Path(__file__).parents[2] / "editors"
REPORT = Report((*project().diagnostics, SAMPLE._replace(severity=Severity.INFO, message="a message: with [brackets] (and: more)")))
EXPECTED = [
    (one.place.file.path, one.place.span.start.line, one.place.span.start.column, str(one.severity), one.rule.code)
    for one in REPORT.diagnostics
]


def loaded(name: str) -> Any:
    return json.loads((EDITORS / name).read_text(encoding="utf-8"))


def matched(patterns: list[dict[str, Any]], line: str) -> tuple[Any, ...]:
    (found,) = ((re.fullmatch(one["regexp"], line), one, one.get("default", "")) for one in patterns if re.fullmatch(one["regexp"], line))
    match, one, default = found
    assert match
    severity = match[one["severity"]] if "severity" in one else default
    return match[one["file"]], int(match[one["line"]]), int(match[one["column"]]), severity, match[one["code"]]


def test_vscode() -> None:
    pattern = loaded("vscode-problem-matcher.json")["pattern"]
    assert [matched([pattern], line) for line in concise.render(REPORT).splitlines()] == EXPECTED


def test_github() -> None:
    """GitHub knows errors, warnings and notices, and drops a line whose severity is another word."""
    matchers = loaded("github-problem-matcher.json")["problemMatcher"]
    assert len({one["owner"] for one in matchers}) == len(matchers)
    assert {one.get("severity") for one in matchers} == {None, "notice"}
    patterns = [pattern | ({"default": "info"} if "severity" in one else {}) for one in matchers for pattern in one["pattern"]]
    assert [matched(patterns, line) for line in concise.render(REPORT).splitlines()] == EXPECTED


def test_what_is_suppressed_is_no_problem() -> None:
    pattern = loaded("vscode-problem-matcher.json")["pattern"]
    (line,) = concise.render(project(show_suppressed=True)._replace(diagnostics=())).splitlines()
    assert not re.fullmatch(pattern["regexp"], line)


@pytest.mark.skipif(not shutil.which("vim"), reason="there is no Vim")
def test_vim(tmp_path: Path) -> None:
    (tmp_path / "errors").write_text(concise.render(REPORT), encoding="utf-8")
    (tmp_path / "read.vim").write_text(
        "set encoding=utf-8\n"
        "compiler svclint\n"
        "cgetfile errors\n"
        "call writefile([json_encode(map(getqflist(), {_, v -> extend(v, {'path': bufname(v.bufnr)})}))], 'found.json')\n"
        "call writefile([&makeprg], 'makeprg')\n"
        "qall!\n",
        encoding="utf-8",
    )
    words = ["vim", "-u", "NONE", "-i", "NONE", "-n", "-es", "--cmd", f"set nocompatible rtp^={EDITORS / 'vim'}", "-S", "read.vim"]
    subprocess.run(words, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert [(one["path"], one["lnum"], one["col"], one["type"], one["valid"]) for one in found] == [
        (path, line, column, severity[0], 1) for path, line, column, severity, _ in EXPECTED
    ]
    assert (tmp_path / "makeprg").read_text() == "svclint check -q --format concise --color never $*\n"
