"""Reading: large files, and blobs that git cannot give."""

from pathlib import Path

import pytest

from svclint.discover import blobs, read
from tests.discover.conftest import Repository


def test_of_a_large_file_one_byte_more_than_the_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "LARGEST", 10)
    for size in (0, 9, 10, 11, 50):
        (tmp_path / "a.yaml").write_bytes("ä".encode() * (size // 2) + b"b" * (size % 2))
        (file,) = read.read(str(tmp_path), ["a.yaml"], {}).files
        assert (len(file.text) > 10) == (size > 10)
        assert file.defect is None


def test_a_file_whose_size_the_system_does_not_know() -> None:
    assert read.read_bytes("/proc/self/status").startswith(b"Name:") if Path("/proc/self/status").exists() else True


def test_a_large_blob_is_passed_over(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blobs, "LARGEST", 10)
    repository.commit({"a": "x" * 11, "b": "y" * 10})
    ids = [repository.git("rev-parse", f"HEAD:{name}") for name in "ab"]
    absent = "0" * 40
    assert dict(blobs.blobs(str(repository.path), [*ids, absent])) == {
        ids[0]: "is larger than 100 MiB",
        ids[1]: b"y" * 10,
        absent: "is not in this clone",
    }


def test_when_git_fails_all_blobs_are_missing(tmp_path: Path) -> None:
    ids = [f"{number:040x}" for number in range(300)]
    assert dict(blobs.blobs(str(tmp_path / "nowhere"), ids)) == dict.fromkeys(ids, "is not in this clone")


@pytest.mark.parametrize("length", [40, 64])
def test_blob_id(length: int) -> None:
    empty = {40: "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", 64: "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"}
    assert blobs.blob_id(b"", length) == empty[length]
