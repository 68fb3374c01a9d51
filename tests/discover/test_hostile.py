"""A repository that wants to run something."""

import os
import shutil
from pathlib import Path

from svclint.rule.snapshot import Skipped
from tests.discover.conftest import Repository, snapshot


def test_a_hostile_repository_runs_nothing_and_nothing_is_written(committed: Repository, tmp_path: Path) -> None:
    script = tmp_path / "evil.sh"
    script.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    script.chmod(0o755)
    origin = Repository(tmp_path / "origin")
    shutil.copytree(committed.path / ".git", origin.path / ".git")
    name = committed.git("rev-parse", "HEAD:a.yaml")
    (committed.path / ".git/objects" / name[:2] / name[2:]).unlink()
    for key, value in {
        "core.fsmonitor": str(script),
        "core.hooksPath": str(tmp_path),
        "core.pager": str(script),
        "core.sshCommand": str(script),
        "filter.x.clean": str(script),
        "filter.x.process": str(script),
        "diff.x.textconv": str(script),
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{script}",
        "protocol.ext.allow": "always",
        "pager.ls-files": str(script),
    }.items():
        committed.git("config", key, value)
    committed.write({".gitattributes": "* filter=x diff=x", "a.yaml": "a: 2\n"})
    os.utime(committed.path / "b c.yaml", (1, 1))
    before = written(committed.path)
    found = snapshot(committed)
    assert found.skipped == (Skipped("a.yaml", "its previous version is not in this clone"),)
    assert not (tmp_path / "ran").exists()
    assert written(committed.path) == before


def written(directory: Path) -> dict[Path, tuple[int, bytes]]:
    return {path: (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"") for path in sorted(directory.rglob("*"))}
