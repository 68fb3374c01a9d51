"""Completion: the scripts, and what real shells make of them."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.project import run
from tests.support.command import command

# What is typed, and what it may become; "file:" where the shell completes files.
TYPED = {
    "svclint tran": ["transitions"],
    "svclint --extend-e": ["--extend-exclude"],
    "svclint check --extend-e": ["--extend-exclude"],
    "svclint config --sch": ["--schema"],
    "svclint check --select node-port-out": ["node-port-out-of-range"],
    "svclint check --select SVC3,node-port-out": ["SVC3,node-port-out-of-range"],
    "svclint --ignore=SVC30": [f"SVC30{number}" for number in range(1, 9)],
    "svclint rule SVC51": ["SVC511", "SVC512", "SVC513", "SVC514", "SVC515", "SVC516", "SVC517"],
    "svclint --color a": ["auto", "always"],
    "svclint --format con": ["concise"],
    "svclint --fail-on=e": ["error"],
    "svclint --kubernetes-version 1.3": [f"1.3{minor}" for minor in range(7)],
    "svclint config cluster.d": ["cluster.dual-stack", "cluster.dns-domain"],
    "svclint completion f": ["fish"],
    "svclint check k8": [],
    "svclint check --config se": [],
}
# Prints what bash would offer: readline's own words are split at "=" as well.
BASH = """\
{script}
COMP_WORDS=({words}); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
compopt() {{ :; }}
svclint() {{ :; }}
_svclint_completion {program}
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize("typed", TYPED)
def test_bash(typed: str, tmp_path: Path) -> None:
    program = tmp_path / "svclint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m svclint "$@"\n')
    program.chmod(0o755)
    words = " ".join(f"'{word}'" for word in typed.replace("=", " = ").split(" "))
    text = BASH.format(script=run("completion", "bash").stdout, words=words, program=program)
    done = command(["bash", "--norc", "-c", text], tmp_path)
    assert done.stderr == ""
    assert done.stdout.split() == TYPED[typed]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_one_of_that_shell(shell: str, tmp_path: Path) -> None:
    result = run("completion", shell)
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"_SVCLINT_COMPLETE={shell}_complete" in result.stdout
    if shutil.which(shell):
        assert command([shell, "-n", "-c", result.stdout], tmp_path).stderr == ""


def test_an_unknown_question() -> None:
    assert run(_SVCLINT_COMPLETE="bash_ask").exit_code == 1
