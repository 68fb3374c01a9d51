"""Repositories in the middle of something, or of somebody else."""

import subprocess
from pathlib import Path

import pytest

from tests.discover.conftest import Repository, snapshot
from tests.discover.test_hostile import written
from tests.discover.test_previous import texts


def test_a_merge_in_progress_is_compared_with_the_commit_that_is_checked_out(committed: Repository) -> None:
    committed.git("checkout", "--quiet", "-b", "other")
    committed.commit({"a.yaml": "a: other\n", "b c.yaml": "b: other\n"})
    committed.git("checkout", "--quiet", "main")
    committed.commit({"a.yaml": "a: main\n"})
    with pytest.raises(subprocess.CalledProcessError):
        committed.git("merge", "other")
    found = texts(snapshot(committed).previous)
    assert found == {"a.yaml": "a: main\n", "b c.yaml": "b: 1\n"}


def test_a_linked_work_tree_has_its_own_head(committed: Repository, tmp_path: Path) -> None:
    committed.git("worktree", "add", "--quiet", "-b", "linked", str(tmp_path / "größe work"))
    linked = Repository(tmp_path / "größe work")
    linked.commit({"a.yaml": "a: 2\n"})
    linked.write({"a.yaml": "a: 3\n"})
    assert texts(snapshot(linked).previous) == {"a.yaml": "a: 2\n"}
    assert texts(snapshot(linked, against="main").previous) == {"a.yaml": "a: 1\n"}
    assert texts(snapshot(committed).previous) == {}


def test_a_submodule_is_a_repository_of_its_own(repository: Repository, tmp_path: Path) -> None:
    inner = Repository(tmp_path / "inner").init()
    inner.commit({"x.yaml": "1"})
    repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.path), "sub")
    repository.commit({"a.yaml": "1"})
    repository.write({"sub/x.yaml": "2", "a.yaml": "2"})
    assert texts(snapshot(repository).previous) == {"a.yaml": "1"}
    assert texts(snapshot(Repository(repository.path / "sub")).previous) == {"x.yaml": "1"}


def test_a_repository_of_somebody_else_is_read_without_git(committed: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    committed.write({"a.yaml": "a: 2\n"})
    found = snapshot(committed)
    assert [file.path for file in found.files] == ["a.yaml", "b c.yaml", "d/e.json", "d/ö.yaml"]
    trust = f"`git config --global --add safe.directory {committed.path}` makes it"
    assert found.previous.why_not == f"git does not trust this work tree, which belongs to someone else; {trust}"


@pytest.mark.parametrize("against", ["auto", "HEAD", "HEAD~1", "main"])
def test_nothing_is_written(committed: Repository, against: str) -> None:
    committed.commit({"a.yaml": "a: 2\n"})
    committed.write({"a.yaml": "a: 3\n", "b c.yaml": "b: 1\n"})
    before = written(committed.path)
    snapshot(committed, against=against)
    assert written(committed.path) == before
