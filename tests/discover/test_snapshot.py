"""Which files are read, in git and without it."""

import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from svclint.discover import read
from svclint.discover.root import find_root
from svclint.discover.snapshot import discover
from svclint.discover.trouble import DiscoverError, Trouble
from svclint.rule.snapshot import Skipped, Snapshot
from tests.discover.conftest import Repository

FILES = {
    "svc.yaml": "a",
    "k8s/web svc.yml": "b",
    "k8s/größe.yaml": "c",
    "k8s/line\nbreak.json": "d",
    "k8s/Kustomization": "e",
    "README.md": "f",
    "out/rendered.yaml": "g",
    ".github/x.yaml": "h",
}
LISTED = [".github/x.yaml", "k8s/Kustomization", "k8s/größe.yaml", "k8s/line\nbreak.json", "k8s/web svc.yml", "svc.yaml"]


def snapshot(where: Repository, *paths: str, cwd: str = "", **options: object) -> Snapshot:
    found, troubles = discover(find_root(paths, str(where.path / cwd)), **options)  # type: ignore[arg-type]  # passed through as they are
    assert troubles == ()
    return found


def paths(found: Snapshot) -> list[str]:
    return [file.path for file in found.files]


@pytest.fixture(params=["plain", "untracked", "tracked"])
def filled(request: pytest.FixtureRequest, plain: Repository) -> Repository:
    if request.param != "plain":
        plain.init()
    plain.write({**FILES, ".gitignore": "out/\n"})
    if request.param == "tracked":
        plain.commit()
    return plain


def test_manifests_that_are_not_ignored(filled: Repository) -> None:
    found = snapshot(filled)
    assert paths(found) == LISTED
    assert [file.text for file in found.files] == [FILES[path] for path in LISTED]
    assert (found.root, found.targets, found.skipped) == (str(filled.path), {""}, ())


NAMED: dict[str, tuple[list[str], str, tuple[str, ...], list[str]]] = {
    "a file": (["svc.yaml", "."], "", ("svc.yaml", ""), LISTED),
    "a directory": (["k8s", "."], "", ("k8s/", ""), LISTED),
    "the same twice": ([".", "./", "k8s/.."], "", ("",), LISTED),
    "from below": (["..", "web svc.yml"], "k8s", ("", "k8s/web svc.yml"), LISTED),
    "any suffix": (["README.md", "."], "", ("README.md", ""), sorted([*LISTED, "README.md"])),
    "an ignored file": (["out/rendered.yaml", "."], "", ("out/rendered.yaml", ""), sorted([*LISTED, "out/rendered.yaml"])),
    "an ignored directory": (["out", "."], "", ("out/", ""), sorted([*LISTED, "out/rendered.yaml"])),
}


@pytest.mark.parametrize(("names", "cwd", "targets", "files"), NAMED.values(), ids=NAMED)
def test_named_paths(filled: Repository, names: list[str], cwd: str, targets: tuple[str, ...], files: list[str]) -> None:
    found = snapshot(filled, *names, cwd=cwd)
    assert (found.root, found.targets, paths(found)) == (str(filled.path), set(targets), files)


def test_in_git_the_rest_of_the_work_tree_is_context(repository: Repository) -> None:
    repository.commit(FILES)
    found = snapshot(repository, "größe.yaml", cwd="k8s")
    assert (found.root, found.targets) == (str(repository.path), {"k8s/größe.yaml"})
    assert paths(found) == sorted([*LISTED, "out/rendered.yaml"])


def test_without_git_the_root_is_the_common_parent(plain: Repository) -> None:
    plain.write({"a/b/x.yaml": "", "a/c/y.yaml": "", "z.yaml": ""})
    found = snapshot(plain, "a/b/x.yaml", "a/c")
    assert (found.root, found.targets, paths(found)) == (str(plain.path / "a"), {"b/x.yaml", "c/"}, ["b/x.yaml", "c/y.yaml"])


def test_a_home_directory_is_no_context(plain: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(plain.path))
    plain.write({"x.yaml": "", "y.yaml": "", "d/z.yaml": ""})
    assert paths(snapshot(plain, "x.yaml", "d")) == ["d/z.yaml", "x.yaml"]
    assert paths(snapshot(plain)) == ["d/z.yaml", "x.yaml", "y.yaml"]


def test_exclude(filled: Repository) -> None:
    assert paths(snapshot(filled, exclude=["k8s/", "*.yaml", "!svc.yaml"])) == ["svc.yaml"]


def test_exclude_spares_named_files_unless_forced(filled: Repository) -> None:
    assert paths(snapshot(filled, "svc.yaml", ".", exclude=["*"])) == ["svc.yaml"]
    assert paths(snapshot(filled, "svc.yaml", ".", exclude=["*"], force_exclude=True)) == []


def test_tracked_only(repository: Repository) -> None:
    repository.commit({"a.yaml": "", ".gitignore": "d"})
    repository.write({"b.yaml": "", "c.yaml": "", "d/e.yaml": ""})
    assert paths(snapshot(repository, "b.yaml", "d", tracked_only=True)) == ["a.yaml", "b.yaml"]
    repository.git("add", "c.yaml")
    assert paths(snapshot(repository, tracked_only=True)) == ["a.yaml", "c.yaml"]


def test_tracked_only_without_git_reads_all(plain: Repository) -> None:
    plain.write({"a.yaml": "", "b/c.yaml": "", ".gitignore": "b"})
    assert paths(snapshot(plain, "b", ".", tracked_only=True)) == ["a.yaml", "b/c.yaml"]


def test_deleted_and_unmerged_files(repository: Repository) -> None:
    repository.commit({"a.yaml": "1", "b.yaml": "1", "d/c.yaml": "1"})
    repository.git("checkout", "--quiet", "-b", "other")
    repository.commit({"a.yaml": "2"})
    repository.git("checkout", "--quiet", "main")
    repository.commit({"a.yaml": "3"})
    with pytest.raises(subprocess.CalledProcessError):
        repository.git("merge", "other")
    (repository.path / "b.yaml").unlink()
    (repository.path / "d/c.yaml").unlink()
    (repository.path / "d").rmdir()
    repository.write({"d": "a file now"})
    found = snapshot(repository)
    assert (paths(found), found.skipped) == (["a.yaml"], ())


def test_submodules_and_nested_repositories_are_left_out(repository: Repository, tmp_path: Path) -> None:
    inner = Repository(tmp_path / "inner").init()
    inner.commit({"x.yaml": ""})
    repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.path), "sub.yaml")
    Repository(repository.path / "nested.yaml").init().commit({"y.yaml": ""})
    repository.write({"a.yaml": ""})
    found = snapshot(repository)
    assert (paths(found), found.skipped) == (["a.yaml"], ())
    assert snapshot(repository, "sub.yaml").root == str(repository.path / "sub.yaml")


def test_links(filled: Repository, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "s.yaml").write_text("secret")
    links = {"in.yaml": "svc.yaml", "out.yaml": "../secret/s.yaml", "gone.yaml": "nothing", "dir.yaml": "k8s", "loop.yaml": "loop.yaml"}
    links |= {"outdir": "../secret", "outfile.yaml": "outdir/s.yaml"}
    for name, target in links.items():
        (filled.path / name).symlink_to(target)
    found = snapshot(filled, "out.yaml", ".")
    assert paths(found) == sorted([*LISTED, "in.yaml"])
    assert dict(found.skipped).keys() == {"gone.yaml", "loop.yaml", "out.yaml", "outfile.yaml"}
    assert Skipped("out.yaml", "a symbolic link out of the tree") in found.skipped
    assert Skipped("outfile.yaml", "a symbolic link out of the tree") in found.skipped
    assert Skipped("gone.yaml", "a symbolic link to nothing") in found.skipped


def test_files_below_a_directory_that_became_a_link_are_deleted(repository: Repository, tmp_path: Path) -> None:
    repository.commit({"d/s.yaml": "ours", "d/e/t.yaml": "ours"})
    (repository.path / "d").rename(tmp_path / "elsewhere")
    (repository.path / "d").symlink_to(tmp_path / "elsewhere")
    found = snapshot(repository)
    assert (paths(found), found.skipped) == ([], ())
    assert [file.path for file in found.previous.files] == ["d/e/t.yaml", "d/s.yaml"]


def test_named_paths_through_a_link_are_called_by_their_place(filled: Repository) -> None:
    (filled.path / "link").symlink_to("k8s")
    found = snapshot(filled, "link/größe.yaml", "link", ".")
    assert found.targets == {"k8s/größe.yaml", "k8s/", ""}


def test_troubles(filled: Repository) -> None:
    os.mkfifo(filled.path / "pipe.yaml")
    names = ["svc.yaml", "missing.yaml", "pipe.yaml", "svc.yaml/x", ""]
    found, troubles = discover(find_root(names, str(filled.path)))
    assert found.targets == {"svc.yaml"}
    assert troubles == (
        Trouble("missing.yaml", "no such file or directory"),
        Trouble("pipe.yaml", "neither a file nor a directory"),
        Trouble("svc.yaml/x", "not a directory"),
        Trouble("", "no such file or directory"),
    )


def test_nothing_is_read_where_nothing_named_is_there(filled: Repository) -> None:
    found, troubles = discover(find_root(["missing.yaml"], str(filled.path)))
    assert (found.files, found.targets, len(troubles)) == ((), (), 1)


def test_refused_files(filled: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", path)

    root = find_root(["svc.yaml", "."], str(filled.path))
    monkeypatch.setattr(read, "read_bytes", refuse)
    found, troubles = discover(root)
    assert troubles == (Trouble("svc.yaml", "permission denied"),)
    assert found.skipped == tuple(Skipped(path, "permission denied") for path in LISTED if path != "svc.yaml")


def test_refused_directories(plain: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    plain.write({"a.yaml": "", "closed/b.yaml": ""})
    scandir = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if "closed" in path:
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found, troubles = discover(find_root(["closed", "."], str(plain.path)))
    assert (paths(found), found.targets) == (["a.yaml"], {""})
    assert (found.skipped, troubles) == ((Skipped("closed/", "permission denied"),), (Trouble("closed", "permission denied"),))


def test_a_pipe_is_not_waited_for(repository: Repository) -> None:
    repository.commit({"a.yaml": ""})
    (repository.path / "a.yaml").unlink()
    os.mkfifo(repository.path / "a.yaml")
    assert paths(snapshot(repository)) == []


def test_names_that_are_no_text(repository: Repository) -> None:
    name = os.fsdecode(b"caf\xe9.yaml")
    repository.write({"a.yaml": ""})
    (repository.path / "a.yaml").rename(repository.path / name)
    assert paths(snapshot(repository)) == [name]


def test_standard_input(filled: Repository) -> None:
    found = snapshot(filled, "-", cwd="k8s", stdin=b"kind: Service")
    assert (found.root, found.targets) == (str(filled.path / "k8s"), {"<stdin>"})
    assert [(file.path, file.text) for file in found.files] == [("<stdin>", "kind: Service")]
    assert found.previous.why_not == "standard input has no previous version"


def test_standard_input_stands_alone(plain: Repository) -> None:
    with pytest.raises(DiscoverError, match="stands alone"):
        find_root(["-", "a.yaml"], str(plain.path))


def test_a_broken_index_is_said(repository: Repository) -> None:
    repository.commit({"a.yaml": ""})
    (repository.path / ".git/index").write_bytes(b"nonsense")
    with pytest.raises(DiscoverError, match="git ls-files failed"):
        snapshot(repository)
