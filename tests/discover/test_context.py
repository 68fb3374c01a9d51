"""Less context than the repository has, and standard input in the place of a file."""

import os
from pathlib import Path

import pytest

from svclint.discover.root import find_root
from svclint.discover.snapshot import discover
from svclint.discover.trouble import DiscoverError
from tests.discover.conftest import Repository

FILES = {"a.yaml": "a: 1\n", "k/b.yaml": "b: 1\n", "k/l/c.yaml": "c: 1\n", "m/d.yaml": "d: 1\n"}
CONTEXTS = {
    "root": ([], ".", "", ["a.yaml", "k/b.yaml", "k/l/c.yaml", "m/d.yaml"], False),
    "directory": ([], "k", "", ["a.yaml", "k/b.yaml", "k/l/c.yaml", "m/d.yaml"], True),
    "named-file": (["a.yaml"], "m", "", ["a.yaml", "m/d.yaml"], True),
    "named-directory": (["k"], "m", "", ["k/b.yaml", "k/l/c.yaml", "m/d.yaml"], True),
    "narrower": (["k"], "k/l", "", ["k/b.yaml", "k/l/c.yaml"], True),
    "wider": (["k/l"], "k", "", ["k/b.yaml", "k/l/c.yaml"], True),
    "from-below": (["l"], ".", "k", ["k/b.yaml", "k/l/c.yaml"], True),
    "above": (["l"], "..", "k", ["a.yaml", "k/b.yaml", "k/l/c.yaml", "m/d.yaml"], False),
}


@pytest.mark.parametrize(("named", "context", "cwd", "read", "partial"), CONTEXTS.values(), ids=CONTEXTS)
def test_context(named: list[str], context: str, cwd: str, read: list[str], partial: bool, repository: Repository) -> None:
    repository.commit(FILES)
    (repository.path / "m/gone.yaml").unlink(missing_ok=True)
    found, _ = discover(find_root(named, str(repository.path / cwd), context=context))
    assert ([file.path for file in found.files], found.partial) == (read, partial)
    assert found.previous.files == ()


def test_context_without_git(plain: Repository) -> None:
    plain.write(FILES)
    found, _ = discover(find_root(["k/l/c.yaml"], str(plain.path), context="k"))
    assert (found.root, [file.path for file in found.files]) == (str(plain.path / "k"), ["b.yaml", "l/c.yaml"])
    found, _ = discover(find_root(["k/l"], str(plain.path), context="m"))
    assert [file.path for file in found.files] == ["k/l/c.yaml", "m/d.yaml"]


def test_what_is_outside_the_context_is_not_deleted(repository: Repository) -> None:
    repository.commit(FILES)
    (repository.path / "a.yaml").unlink()
    (repository.path / "k/b.yaml").unlink()
    found, _ = discover(find_root(["m"], str(repository.path), context="k"))
    assert [file.path for file in found.previous.files] == ["k/b.yaml"]


REFUSED = {
    "missing": (["."], {"context": "no"}, "--context no: no such directory"),
    "file": (["."], {"context": "a.yaml"}, "--context a.yaml: is not a directory"),
    "outside": (["."], {"context": ".."}, "--context ..: is outside the repository "),
    "stream": (["-"], {"context": "k"}, "--context: standard input is judged by itself; "),
    "directory": (["-"], {"stands_for": "k"}, "--stdin-filename k: is a directory"),
    "new-directory": (["-"], {"stands_for": "new/"}, "--stdin-filename new/: is a directory"),
    "device": (["-"], {"stands_for": "/dev/null"}, "--stdin-filename /dev/null: is no regular file"),
    "other-path": (["k"], {"stands_for": "a.yaml"}, "--stdin-filename a.yaml: standard input is checked, and no other path beside it"),
    "link": (["-"], {"stands_for": "out.yaml"}, "--stdin-filename out.yaml: a symbolic link out of the tree"),
}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize(("named", "options", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(named: list[str], options: dict[str, str], message: str, repository: Repository, tmp_path: Path) -> None:
    repository.commit(FILES)
    (tmp_path / "elsewhere.yaml").write_text("")
    (repository.path / "out.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(DiscoverError) as caught:
        discover(find_root(named, str(repository.path), **options), stdin=b"")
    assert str(caught.value).startswith(message)


NEW = b"a: 2\r\n"
BUFFERS = {
    "other": ("a.yaml", "", {}, {"a.yaml": "a: 2\r\n"}, ["a.yaml"]),
    "from-below": ("b.yaml", "k", {}, {"k/b.yaml": "a: 2\r\n"}, ["k/b.yaml"]),
    "new": ("new.yaml", "k", {}, {"k/new.yaml": "a: 2\r\n"}, ["k/new.yaml"]),
    "new-directory": ("new/x/y.yaml", "", {}, {"new/x/y.yaml": "a: 2\r\n"}, ["new/x/y.yaml"]),
    "any-name": ("notes.txt", "", {}, {"notes.txt": "a: 2\r\n"}, ["notes.txt"]),
    "excluded": ("a.yaml", "", {"exclude": ["a.yaml"]}, {"a.yaml": "a: 2\r\n"}, ["a.yaml"]),
    "forced": ("a.yaml", "", {"exclude": ["a.yaml"], "force_exclude": True}, {}, []),
    "link": ("link.yaml", "", {}, {"link.yaml": "a: 2\r\n", "a.yaml": "a: 2\r\n"}, ["a.yaml"]),
}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize(("name", "cwd", "options", "read", "differ"), BUFFERS.values(), ids=BUFFERS)
def test_buffer(name: str, cwd: str, options: dict[str, object], read: dict[str, str], differ: list[str], repository: Repository) -> None:
    repository.write(FILES)
    (repository.path / "link.yaml").symlink_to("a.yaml")
    repository.commit()
    root = find_root(["-"], str(repository.path / cwd), stands_for=name)
    found, troubles = discover(root, stdin=NEW, **options)  # type: ignore[arg-type]  # passed through as they are
    assert troubles == ()
    assert found.targets == {f"{cwd}/{name}".lstrip("/")}
    assert {file.path: file.text for file in found.files if file.text == NEW.decode()} == read
    assert [file.path for file in found.previous.files] == differ
    assert found.previous.label == "HEAD"


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa: 1\r\n", "a: é\n".encode("utf-16"), b"a: \xff\n", b"a: \0\n", b""], ids=repr)
def test_the_bytes_of_a_buffer_are_read_as_those_of_a_file(data: bytes, repository: Repository) -> None:
    repository.commit(FILES)
    buffer = discover(find_root(["-"], str(repository.path), stands_for="a.yaml"), stdin=data)[0]
    (repository.path / "a.yaml").write_bytes(data)
    disk = discover(find_root(["a.yaml"], str(repository.path)))[0]
    one, other = buffer.files[0], disk.files[0]
    assert (one.text, one.encoding, one.defect) == (other.text, other.encoding, other.defect)
    assert [(file.path, file.text) for file in buffer.previous.files] == [(file.path, file.text) for file in disk.previous.files]
