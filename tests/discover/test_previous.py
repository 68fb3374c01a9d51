"""What the files said before: revisions, directories, files."""

import subprocess
from pathlib import Path

import pytest

from svclint.discover import git
from svclint.discover.trouble import DiscoverError
from svclint.rule.snapshot import Previous, Skipped
from tests.discover.conftest import Repository, snapshot


def texts(previous: Previous) -> dict[str, str]:
    assert previous.why_not == ""
    return {file.path: file.text for file in previous.files}


@pytest.mark.parametrize("against", ["auto", "HEAD", "main", "refs/heads/main"])
def test_nothing_differs(committed: Repository, against: str) -> None:
    assert snapshot(committed, against=against).previous == Previous("HEAD" if against == "auto" else against)


@pytest.mark.parametrize("cwd", ["", "d"])
def test_files_that_differ(committed: Repository, cwd: str) -> None:
    committed.write({"a.yaml": "a: 2\n", "d/ö.yaml": "d: 2\n", "new.yaml": "n: 1\n", "README.md": "y"})
    (committed.path / "b c.yaml").rename(committed.path / "d/renamed.yaml")
    (committed.path / "d/e.json").unlink()
    previous = snapshot(committed, cwd=cwd).previous
    assert previous.label == "HEAD"
    assert texts(previous) == {
        "a.yaml": "a: 1\n",
        "b c.yaml": "b: 1\n",
        "d/e.json": "{}\n",
        "d/renamed.yaml": "",
        "d/ö.yaml": "d: 1\n",
        "new.yaml": "",
    }


def test_what_is_staged_counts_as_it_lies_there(committed: Repository) -> None:
    committed.write({"a.yaml": "a: 2\n"})
    committed.git("add", "a.yaml")
    committed.git("rm", "--quiet", "b c.yaml")
    assert texts(snapshot(committed).previous) == {"a.yaml": "a: 1\n", "b c.yaml": "b: 1\n"}


def test_a_detached_head(committed: Repository) -> None:
    committed.commit({"a.yaml": "a: 2\n"})
    committed.git("checkout", "--quiet", "--detach", "HEAD~1")
    committed.write({"a.yaml": "a: 3\n"})
    assert texts(snapshot(committed).previous) == {"a.yaml": "a: 1\n"}
    assert texts(snapshot(committed, against="main").previous) == {"a.yaml": "a: 2\n"}


def test_revisions(committed: Repository) -> None:
    first = committed.git("rev-parse", "--short", "HEAD")
    committed.git("tag", "--annotate", "--message", "m", "v1")
    committed.commit({"a.yaml": "a: 2\n"})
    for against in ("HEAD~1", "HEAD^", "v1", first, "@~", "HEAD^{/a commit}", "main@{1}"):
        expected = {} if against == "HEAD^{/a commit}" else {"a.yaml": "a: 1\n"}
        assert texts(snapshot(committed, against=against).previous) == expected, against


def test_excluded_files_have_no_previous_version(committed: Repository) -> None:
    (committed.path / "d/e.json").unlink()
    committed.write({"d/ö.yaml": "d: 2", "a.yaml": "a: 2"})
    assert texts(snapshot(committed, exclude=("d/",)).previous) == {"a.yaml": "a: 1\n"}


def test_line_breaks_make_no_difference(committed: Repository) -> None:
    committed.write({"a.yaml": "a: 1\r\n"})
    assert texts(snapshot(committed).previous) == {}
    committed.commit({"a.yaml": "a: 1\r\n"})
    committed.write({"a.yaml": "a: 1\n"})
    assert texts(snapshot(committed).previous) == {}


def test_encodings_make_no_difference(committed: Repository) -> None:
    (committed.path / "a.yaml").write_bytes("a: 1\n".encode("utf-16"))
    assert texts(snapshot(committed).previous) == {}


def test_bytes_that_are_no_text(committed: Repository) -> None:
    (committed.path / "a.yaml").write_bytes(b"a: \xe9")
    committed.commit()
    assert texts(snapshot(committed).previous) == {}
    (committed.path / "a.yaml").write_bytes(b"a: \xe8")
    assert texts(snapshot(committed).previous) == {"a.yaml": "a: \udce9"}


def test_many_and_large_blobs_through_one_process(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    old = {f"{number}.yaml": f"{number}: " + "x" * (number * 50) for number in range(400)}
    repository.commit({**old, "same.yaml": old["7.yaml"]})
    repository.write(dict.fromkeys([*old, "same.yaml"], "new"))
    started: list[str] = []
    start = git.start

    def noted(directory: str, *arguments: str, stdin: int, stderr: int, index: str = "") -> subprocess.Popen[bytes]:
        started.append(arguments[0])
        return start(directory, *arguments, stdin=stdin, stderr=stderr, index=index)

    monkeypatch.setattr(git, "start", noted)
    assert texts(snapshot(repository).previous) == {**old, "same.yaml": old["7.yaml"]}
    assert started == ["rev-parse", "ls-files", "ls-tree", "cat-file"]


def test_links_have_no_previous_version(committed: Repository) -> None:
    (committed.path / "link.yaml").symlink_to("a.yaml")
    committed.commit({"b.yaml": "b"})
    committed.write({"a.yaml": "a: 2\n", "link2.yaml": ""})
    (committed.path / "link2.yaml").unlink()
    (committed.path / "link2.yaml").symlink_to("b.yaml")
    assert texts(snapshot(committed).previous) == {"a.yaml": "a: 1\n"}


def test_a_sparse_checkout_deletes_nothing(committed: Repository) -> None:
    committed.git("sparse-checkout", "set", "--no-cone", "/*", "!/d")
    assert not (committed.path / "d").exists()
    found = snapshot(committed)
    assert (texts(found.previous), found.skipped) == ({}, ())


def test_a_missing_blob_is_said(committed: Repository) -> None:
    name = committed.git("rev-parse", "HEAD:a.yaml")
    committed.write({"a.yaml": "a: 2\n", "b c.yaml": "b: 2\n"})
    (committed.path / ".git/objects" / name[:2] / name[2:]).unlink()
    found = snapshot(committed)
    assert texts(found.previous) == {"b c.yaml": "b: 1\n"}
    assert found.skipped == (Skipped("a.yaml", "its previous version is not in this clone"),)


def test_sha256(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r").init("--object-format=sha256")
    repository.commit({"a.yaml": "1", "b.yaml": "1"})
    repository.write({"b.yaml": "2"})
    assert texts(snapshot(repository).previous) == {"b.yaml": "1"}


NOT_JUDGED = {"no commit": ("auto", "no commit yet"), "told not to": ("none", "--against none")}


@pytest.mark.parametrize(("against", "why_not"), NOT_JUDGED.values(), ids=NOT_JUDGED)
def test_not_judged(repository: Repository, against: str, why_not: str) -> None:
    repository.write({"a.yaml": ""})
    assert snapshot(repository, against=against).previous == Previous(why_not=why_not)


def test_not_judged_without_git(plain: Repository) -> None:
    plain.write({"a.yaml": ""})
    assert snapshot(plain).previous == Previous(why_not="not a git work tree")


def test_a_directory_mirrors_the_root(committed: Repository, tmp_path: Path) -> None:
    old = Repository(tmp_path / "old")
    old.write({"a.yaml": "a: 0\n", "d/gone.yaml": "g", "d/ö.yaml": "d: 1\n", "x.md": ""})
    for paths in ((), ("a.yaml",), ("a.yaml", "d")):
        previous = snapshot(committed, *paths, against=str(old.path)).previous
        assert texts(previous) == {"a.yaml": "a: 0\n", "b c.yaml": "", "d/e.json": "", "d/gone.yaml": "g"}


def test_a_directory_mirrors_the_single_target(committed: Repository) -> None:
    committed.write({"old/ö.yaml": "d: 0\n", "old/e.json": "{}\r\n", "old/s/f.yaml": "f"})
    found = snapshot(committed, "d", against="old")
    assert (found.previous.label, texts(found.previous)) == ("old", {"d/s/f.yaml": "f", "d/ö.yaml": "d: 0\n"})
    assert not any(file.path.startswith("old/") for file in found.files), "previous versions are no context"


def test_an_unreadable_previous_version_makes_no_file_new(committed: Repository, tmp_path: Path) -> None:
    old = Repository(tmp_path / "old")
    old.write({"d/ö.yaml": "d: 0\n"})
    (old.path / "d/e.json").symlink_to(committed.path / "d/e.json")
    found = snapshot(committed, "d", against=str(old.path / "d"))
    assert texts(found.previous) == {"d/ö.yaml": "d: 0\n"}
    assert found.skipped == (Skipped(f"{old.path}/d/e.json", "a symbolic link out of the tree"),)


def test_a_directory_that_holds_a_target_stays_context(committed: Repository) -> None:
    assert "d/e.json" in {file.path for file in snapshot(committed, "d/ö.yaml", against="d").files}


def test_a_file_is_the_single_target_before(committed: Repository, tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text("a: 0\n")
    assert texts(snapshot(committed, "a.yaml", against="../old.yaml").previous) == {"a.yaml": "a: 0\n"}
    assert texts(snapshot(committed, "a.yaml", against="../old.yaml", stdin=b"").previous) == {"a.yaml": "a: 0\n"}
    (tmp_path / "old.yaml").write_text("a: 1\r\n")
    assert texts(snapshot(committed, "a.yaml", against="../old.yaml").previous) == {}


def test_a_file_for_several_targets_stands_for_itself(committed: Repository, tmp_path: Path) -> None:
    (tmp_path / "live.yaml").write_text("kind: List\n")
    found = snapshot(committed, against="../live.yaml")
    assert texts(found.previous) == {"../live.yaml": "kind: List\n"} | {file.path: "" for file in found.files}


def test_standard_input_as_the_previous_version(committed: Repository) -> None:
    previous = snapshot(committed, "a.yaml", against="-", stdin=b"a: 0\n").previous
    assert (previous.label, texts(previous)) == ("<stdin>", {"a.yaml": "a: 0\n"})


def test_standard_input_against_something(committed: Repository, tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text("a: 0\n")
    assert texts(snapshot(committed, "-", against="../old.yaml", stdin=b"a: 1\n").previous) == {"<stdin>": "a: 0\n"}
    assert texts(snapshot(committed, "-", against="main", cwd="d", stdin=b"x").previous) == {
        "<stdin>": "",
        "e.json": "{}\n",
        "ö.yaml": "d: 1\n",
    }


def test_a_revision_wins_over_a_path_of_its_name(committed: Repository) -> None:
    committed.git("branch", "d")
    committed.write({"a.yaml": "a: 2\n"})
    assert texts(snapshot(committed, against="d").previous) == {"a.yaml": "a: 1\n"}
    assert "a.yaml" in texts(snapshot(committed, against="./d").previous)


ERRORS = {
    "mistyped": ("mian", "--against mian: no such revision, directory or file; did you mean main?"),
    "unknown": ("nothing-like-it", "--against nothing-like-it: no such revision, directory or file"),
    "an option": ("--all", "--against --all: no such revision, directory or file"),
    "a range": ("main..main", "--against main..main: no such revision, directory or file"),
    "no commit": ("HEAD:a.yaml", "--against HEAD:a.yaml: no such revision, directory or file"),
    "a negative": ("^HEAD", "--against ^HEAD: no such revision, directory or file"),
    "empty": ("", "--against : no such revision, directory or file"),
}


@pytest.mark.parametrize(("against", "message"), ERRORS.values(), ids=ERRORS)
def test_errors(committed: Repository, against: str, message: str) -> None:
    with pytest.raises(DiscoverError) as caught:
        snapshot(committed, against=against)
    assert str(caught.value) == message


def test_a_revision_without_git(plain: Repository) -> None:
    plain.write({"a.yaml": ""})
    with pytest.raises(DiscoverError, match=r"--against main: no such directory or file, and no revision either: not a git work tree"):
        snapshot(plain, against="main")


def test_a_revision_in_a_bare_repository(tmp_path: Path) -> None:
    bare = Repository(tmp_path / "bare").init("--bare")
    with pytest.raises(DiscoverError, match="a git repository without a work tree"):
        snapshot(bare, against="main")


def test_a_shallow_clone(committed: Repository, tmp_path: Path) -> None:
    committed.commit({"a.yaml": "a: 2\n"})
    clone = Repository(tmp_path / "clone")
    clone.git("clone", "--quiet", "--depth=1", committed.path.as_uri(), ".")
    with pytest.raises(DiscoverError, match="this clone is shallow"):
        snapshot(clone, against="HEAD~1")


def test_both_sides_cannot_be_standard_input(plain: Repository) -> None:
    with pytest.raises(DiscoverError, match="cannot be both"):
        snapshot(plain, "-", against="-", stdin=b"")
