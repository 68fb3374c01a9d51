"""Files are written whole or not at all, and stay what they were."""

import os
import stat
from pathlib import Path

import pytest

from svclint.deliver.replace import DeliverError, replace
from svclint.deliver.rewrite import rewrite
from svclint.source.decode import decode
from svclint.source.file import SourceFile

posix = pytest.mark.skipif(os.name == "nt", reason="modes, links and devices are POSIX's")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file(tmp_path: Path) -> None:
    replace(str(tmp_path / "new"), b"text")
    assert (tmp_path / "new").read_bytes() == b"text"
    assert names(tmp_path) == ["new"]


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "file").chmod(mode)
    replace(str(tmp_path / "file"), b"new")
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == mode
    assert (tmp_path / "file").read_bytes() == b"new"


@posix
def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to("file")
    replace(str(tmp_path / "link"), b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


REFUSED = {
    "no folder": ("missing/file", "no such file or directory"),
    "below a file": ("file/below", "not a directory"),
    "a folder": ("folder", "is a directory"),
}


@posix
@pytest.mark.parametrize(("name", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_written(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    path = str(tmp_path / name)
    with pytest.raises(DeliverError) as caught:
        replace(path, b"new")
    assert str(caught.value) == f"cannot write {path}: {reason}"
    assert names(tmp_path) == ["file", "folder"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is refused to this user")
@pytest.mark.parametrize("closed", ["file", "."])
def test_what_may_not_be_written(tmp_path: Path, closed: str) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / closed).chmod(0o500)
    with pytest.raises(DeliverError, match="permission denied"):
        replace(str(tmp_path / "file"), b"new")
    (tmp_path / closed).chmod(0o700)
    assert (tmp_path / "file").read_bytes() == b"old"
    assert names(tmp_path) == ["file"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk() -> None:
    with pytest.raises(DeliverError, match="cannot write /dev/full: no space left on device"):
        replace("/dev/full", b"text")


@pytest.mark.parametrize("failing", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "interrupted"])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_nothing_is_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, failing: BaseException) -> None:
    def fail(*_: object) -> None:
        raise failing

    (tmp_path / "file").write_bytes(b"old")
    monkeypatch.setattr(os, step, fail)
    with pytest.raises((DeliverError, KeyboardInterrupt)):
        replace(str(tmp_path / "file"), b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert names(tmp_path) == ["file"]


@posix
def test_a_pipe_is_written_to() -> None:
    reader, writer = os.pipe()
    replace(f"/dev/fd/{writer}", b"text")
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        assert stream.read() == b"text"


@posix
def test_what_an_open_stream_leads_to_is_added_to(tmp_path: Path) -> None:
    with (tmp_path / "file").open("wb", buffering=0) as stream:
        stream.write(b"one ")
        replace(f"/dev/fd/{stream.fileno()}", b"two")
    assert (tmp_path / "file").read_bytes() == b"one two"


def changed(path: Path, old: str, new: str) -> tuple[SourceFile, SourceFile]:
    return decode(path.name, old.encode()), decode(path.name, new.encode())


def test_only_what_was_read_is_written_over(tmp_path: Path) -> None:
    texts = {"good": "old", "other": "changed since", "done": "new"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    failed = rewrite(str(tmp_path), [changed(tmp_path / name, "old", "new") for name in (*texts, "gone")])
    assert [(one.path, one.reason) for one in failed] == [
        ("other", "it is not what was checked (changed since, or staged with another content)"),
        ("gone", "no such file or directory"),
    ]
    assert {name: (tmp_path / name).read_text() for name in texts} == texts | {"good": "new"}
