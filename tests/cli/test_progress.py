"""The progress bar: on a terminal, after a while, and gone at the end."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from svclint.cli import progress
from svclint.cli.main import main
from tests.cli.project import BAD, GOOD, write

pty = pytest.importorskip("pty")

QUIET = dict.fromkeys(("CI", "TERM", "NO_COLOR", "FORCE_COLOR"), "")
CASES = {
    "long": ([], {}, 0.0, True),
    "short": ([], {}, 60.0, False),
    "quiet": (["-q"], {}, 0.0, False),
    "continuous-integration": ([], {"CI": "true"}, 0.0, False),
    "dumb": ([], {"TERM": "dumb"}, 0.0, False),
}


def said(words: list[str], monkeypatch: pytest.MonkeyPatch, *, terminal: bool = True) -> str:
    """What a run writes to standard error."""
    reading, writing = pty.openpty() if terminal else os.pipe()
    with os.fdopen(writing, "w") as stderr:
        monkeypatch.setattr(sys, "stderr", stderr)
        with pytest.raises(SystemExit):
            main.main(words)
    return _all_of(reading)


def _all_of(reading: int) -> str:
    """What comes of a pipe or a terminal whose other end is closed: piece by piece, and a terminal ends with an error."""
    pieces = []
    with suppress(OSError):
        while piece := os.read(reading, 1 << 16):
            pieces.append(piece)
    os.close(reading)
    return b"".join(pieces).decode()


@pytest.mark.parametrize(("words", "environment", "patience", "shown"), CASES.values(), ids=CASES)
def test_bar(
    words: list[str], environment: dict[str, str], patience: float, shown: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    for name, value in (QUIET | environment).items():
        monkeypatch.setenv(name, value)
    write(tmp_path, one=GOOD, two=GOOD)
    data = said([*words, "one.yaml", "two.yaml", "no.yaml"], monkeypatch)
    assert ("\rChecking [" in data) is shown
    if shown:
        assert data.startswith(
            "\rChecking [###############               ] 1/2 files\rChecking [##############################] 2/2 files\r  "
        )
        assert data.replace("\r\n", "\n").rpartition("\r")[2].startswith("svclint: no.yaml: no such file")


def test_nothing_of_it_where_there_is_no_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    for name, value in QUIET.items():
        monkeypatch.setenv(name, value)
    write(tmp_path, bad=BAD)
    assert said(["bad.yaml", "-qq", "--against=no-such"], monkeypatch, terminal=False).startswith("svclint: --against")
    assert "\r" not in said(["bad.yaml"], monkeypatch, terminal=False)
