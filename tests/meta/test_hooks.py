"""What pre-commit is told about svclint."""

import shlex
import sys
from pathlib import Path

import pytest
from identify.identify import ALL_TAGS, tags_from_filename
from ruamel.yaml import YAML

from tests.support.command import ROOT, command, svclint
from tests.support.projects import PROJECTS

HOOKS = {hook["id"]: hook for hook in YAML(typ="safe", pure=True).load((ROOT / ".pre-commit-hooks.yaml").read_text())}


@pytest.mark.parametrize(("what", "file"), [("manifest", ".pre-commit-hooks.yaml"), ("config", ".pre-commit-config.yaml")])
def test_pre_commit_accepts_it(what: str, file: str) -> None:
    done = command([sys.executable, "-m", "pre_commit", f"validate-{what}", file], ROOT)
    assert done.returncode == 0, done.stdout


def test_the_hooks_are_those_we_promise() -> None:
    promised = {
        "svclint": {
            "entry": "svclint check --tracked-only --force-exclude",
            "language": "python",
            "types_or": ["yaml", "json"],
            "require_serial": True,
        },
        "svclint-all": {"entry": "svclint check --tracked-only", "language": "python", "pass_filenames": False, "always_run": True},
    }
    assert {name: {key: hook.get(key) for key in promised[name]} for name, hook in HOOKS.items()} == promised


@pytest.mark.parametrize(
    ("name", "wanted"), [("web.yaml", True), ("web.yml", True), ("web.json", True), ("README.md", False), ("svclint.toml", False)]
)
def test_the_hook_is_handed_manifests(name: str, wanted: bool) -> None:
    types = set(HOOKS["svclint"]["types_or"])
    assert types <= ALL_TAGS
    assert bool(tags_from_filename(name) & types) is wanted


@pytest.mark.parametrize(("hook", "names"), [("svclint", ["service.yaml"]), ("svclint-all", [])])
@pytest.mark.parametrize(("number", "code"), [("30000", 0), ("29999", 1)])
def test_the_entry_works_as_pre_commit_calls_it(hook: str, names: list[str], number: str, code: int, tmp_path: Path) -> None:
    text = (PROJECTS / "article" / "node-port.yaml").read_text()
    (tmp_path / "service.yaml").write_text(text.replace("30000", number))
    for words in (["init", "--quiet"], ["add", "service.yaml"]):
        assert command(["git", *words], tmp_path).returncode == 0
    program, *flags = shlex.split(HOOKS[hook]["entry"])
    assert program == "svclint"
    done = svclint([*flags, *names], tmp_path)
    assert done.returncode == code, done.stdout + done.stderr
