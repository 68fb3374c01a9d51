"""Where the tree starts."""

from pathlib import Path

import pytest

from svclint.discover import git
from svclint.discover.root import find_root
from tests.discover.conftest import Repository


def test_in_a_work_tree(repository: Repository) -> None:
    head = repository.commit({"a/b/x.yaml": ""})
    for cwd, path in (("", "."), ("a/b", "x.yaml"), ("a", ".."), ("a", "missing.yaml")):
        root = find_root([path], str(repository.path / cwd))
        assert (root.path, root.settings, root.work_tree) == (
            str(repository.path),
            str(repository.path),
            git.WorkTree(str(repository.path), head),
        )


def test_no_path_is_the_current_directory(repository: Repository) -> None:
    repository.write({"a/x.yaml": ""})
    assert find_root([], str(repository.path / "a")).targets == ("a/",)
    assert find_root([], str(repository.path)).targets == ("",)


def test_before_the_first_commit(repository: Repository) -> None:
    assert find_root([], str(repository.path)).work_tree == git.WorkTree(str(repository.path))


def test_a_linked_work_tree(repository: Repository, tmp_path: Path) -> None:
    repository.commit({"x.yaml": ""})
    repository.git("worktree", "add", "--quiet", str(tmp_path / "linked"))
    assert find_root([], str(tmp_path / "linked")).path == str(tmp_path / "linked")


def test_a_line_break_in_the_name_of_the_root(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "line\nbreak\n").init()
    assert find_root([], str(repository.path)).work_tree == git.WorkTree(str(repository.path))
    head = repository.commit()
    assert find_root([], str(repository.path)).work_tree == git.WorkTree(str(repository.path), head)


def test_paths_in_two_repositories_have_no_git(tmp_path: Path) -> None:
    for name in ("one", "two"):
        Repository(tmp_path / name).init().commit({"x.yaml": ""})
    root = find_root(["one/x.yaml", "two"], str(tmp_path))
    assert (root.path, root.targets, root.work_tree.why_not) == (str(tmp_path), ("one/x.yaml", "two/"), "not a git work tree")


def test_a_bare_repository(tmp_path: Path) -> None:
    bare = Repository(tmp_path / "bare").init("--bare")
    assert find_root([], str(bare.path)).work_tree.why_not == "a git repository without a work tree"


def test_someone_elses_repository(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write({"a/x.yaml": ""})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    root = find_root(["a"], str(repository.path))
    assert (root.path, root.work_tree.top) == (str(repository.path / "a"), "")
    assert "belongs to someone else" in root.work_tree.why_not


def test_a_work_tree_elsewhere(repository: Repository, tmp_path: Path) -> None:
    repository.git("config", "core.worktree", str(tmp_path))
    root = find_root([], str(repository.path))
    assert (root.path, root.work_tree.why_not) == (str(repository.path), "a git repository whose work tree is elsewhere (core.worktree)")


def test_an_index_cannot_lead_out_of_the_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git, "ask", lambda *_: git.Answer(0, b"H a.yaml\0H ../b.yaml\0S c/../../d.yaml\0H e../f.yaml\0S g..yaml\0", ""))
    assert git.listed("/", tracked_only=True) == (["a.yaml", "e../f.yaml", "g..yaml"], frozenset({"g..yaml"}))


def test_no_git_program(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{repository.path}:.")
    monkeypatch.setattr(git, "_program", git._program.__wrapped__)
    assert find_root([], str(repository.path)).work_tree.why_not == "no git program"


def test_a_git_program_in_the_repository_is_not_run(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write({"git": "#!/bin/sh\ntouch ran\n"})
    (repository.path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", ".:")
    monkeypatch.setattr(git, "_program", git._program.__wrapped__)
    monkeypatch.chdir(repository.path)
    assert find_root([]).work_tree.why_not == "no git program"
    assert not (repository.path / "ran").exists()


def test_the_environment_of_a_hook_does_not_confuse(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Repository(tmp_path / "other").init()
    other.commit({"y.yaml": ""})
    head = repository.commit({"x.yaml": ""})
    monkeypatch.setenv("GIT_DIR", str(other.path / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.path / ".git/index"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.path))
    assert find_root([], str(repository.path)).work_tree == git.WorkTree(str(repository.path), head)
    assert git.listed(str(repository.path), tracked_only=True)[0] == ["x.yaml"]


def test_settings_of_standard_input_lie_at_the_top(repository: Repository) -> None:
    repository.commit({"a/x.yaml": ""})
    root = find_root(["-"], str(repository.path / "a"))
    assert (root.path, root.settings) == (str(repository.path / "a"), str(repository.path))
