"""Settings files that cannot be used, and what the user reads."""

import os
import sys
from pathlib import Path

import pytest

from svclint.config.error import ConfigErrors
from svclint.config.load import load
from tests.config.test_load import write
from tests.rule.rules import REGISTRY


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"svclint": "", "dot_svclint": "", "pyproject": "[tool.other]"},
            "there are settings in .svclint.toml and in svclint.toml: keep one of them",
        ),
        (
            {"svclint": "", "pyproject": "[tool.svclint]"},
            "there are settings in svclint.toml and in pyproject.toml: keep one of them",
        ),
        ({"pyproject": "[tool.svclint]\n[tool"}, "pyproject.toml:2:6: is not TOML: Expected ']' at the end of a table declaration"),
        ({"pyproject": "[tool]\nsvclint = 3"}, "pyproject.toml:2:1: tool.svclint: wants a table, found an integer"),
        (
            {"pyproject": '[tool.svclint.severity]\n"SVC201" = "of"'},
            'pyproject.toml:2:12: severity.SVC201: "of" is not "error", "warning", "info" or "off"; did you mean "off"?',
        ),
        ({"svclint": f"a = {'[' * 100_000}"}, "svclint.toml: is nested too deeply"),
        ({"svclint": f"a = {'9' * 5_000}"}, "svclint.toml: is not TOML: "),
        ({"svclint": " " * 2_000_000}, "svclint.toml: is larger than 1 MiB"),
    ],
    ids=["two", "pyproject and another", "syntax", "no table", "quoted key", "deep", "long number", "large"],
)
def test_a_file_that_cannot_be_used(tmp_path: Path, files: dict[str, str], message: str) -> None:
    with pytest.raises(ConfigErrors) as caught:
        load(write(tmp_path, **files), REGISTRY)
    # The wording about long numbers is Python's own, and changes with it.
    assert str(caught.value) == message or (message.endswith("TOML: ") and str(caught.value).startswith(message))


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "svclint.toml").write_bytes(b"\xef\xbb\xbfpedantic = true\n# \xc3\xa9 \xff")
    with pytest.raises(ConfigErrors, match=r"^svclint\.toml:2:5: is not UTF-8: byte 0xff$"):
        load(str(tmp_path), REGISTRY)


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "svclint.toml").mkdir()
    with pytest.raises(ConfigErrors, match=r"^svclint\.toml: cannot be read: "):
        load(str(tmp_path), REGISTRY)


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
@pytest.mark.parametrize(
    ("target", "message"),
    [("svclint.toml", "cannot be read: Too many levels of symbolic links"), ("nothing.toml", "is a symbolic link to nothing")],
)
def test_a_link_that_leads_nowhere(tmp_path: Path, target: str, message: str) -> None:
    (tmp_path / "svclint.toml").symlink_to(target)
    with pytest.raises(ConfigErrors, match=rf"^svclint\.toml: {message}$"):
        load(str(tmp_path), REGISTRY)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "svclint.toml")
    with pytest.raises(ConfigErrors, match=r"^svclint\.toml: cannot be read: is a named pipe$"):
        load(str(tmp_path), REGISTRY)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is refused to this user")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "svclint.toml").touch(mode=0)
    with pytest.raises(ConfigErrors, match=r"^svclint\.toml: cannot be read: Permission denied$"):
        load(str(tmp_path), REGISTRY)


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
def test_a_link_out_of_the_repository_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "inside.toml").write_text("pedantic = true")
    (tmp_path / "rootless.toml").write_text("pedantic = true")
    (root / "svclint.toml").symlink_to("inside.toml")
    assert load(str(root), REGISTRY).settings.pedantic
    (root / "svclint.toml").unlink()
    (root / "svclint.toml").symlink_to("../rootless.toml")
    with pytest.raises(ConfigErrors, match=r"^svclint\.toml: is a symbolic link out of the repository: not read$"):
        load(str(root), REGISTRY)
