"""GitHub's own values, from its tests of the same function."""

import json
from pathlib import Path

import pytest

from svclint.output.formats import render
from svclint.output.linehash import line_hashes
from svclint.source.decode import decode
from svclint.source.file import SourceFile
from tests.cli.project import BAD, run, write
from tests.output.formats import project

END = "c129715d7a2bc9a3:1"
GREETINGS = (
    "e9496ae3ebfced30:1",
    "fb7c023a8b9ccb3f:1",
    "ce8ba1a563dcdaca:1",
    "e20e36e16fcb0cc8:1",
    "b3edc88f2938467e:1",
    "c8e28b0b4002a3a0:1",
    END,
)
CASES = {
    "empty": ("", (END,)),
    "blanks": (" a\nb\n  \t\tc\n d", ("271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1")),
    "lf": (" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", GREETINGS),
    "cr": (" hello; \t\rworld!!!\r\r\r  \t\tGreetings\r End\r", GREETINGS),
    "crlf": (" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", GREETINGS),
    "mixed": (" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", GREETINGS),
    "repeats": (
        "Lorem ipsum dolor sit amet.\n" * 10,
        (
            *(f"a7f2ff13bc495cf2:{number}" for number in range(1, 7)),
            *("a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", END),
        ),
    ),
}


@pytest.mark.parametrize(("text", "hashes"), CASES.values(), ids=CASES)
def test_as_github_does(text: str, hashes: tuple[str, ...]) -> None:
    assert line_hashes(SourceFile("a", text)) == hashes


@pytest.mark.parametrize("data", [b"a: \xff\n", "a: 1\n".encode("utf-16")], ids=["no-text", "utf-16"])
def test_none_of_what_is_not_utf8(data: bytes) -> None:
    assert line_hashes(decode("a", data)) == ()


def test_a_byte_order_mark_counts() -> None:
    assert line_hashes(decode("a", b"\xef\xbb\xbfa")) != line_hashes(decode("a", b"a"))


def test_every_place_that_is_there_has_one() -> None:
    value = json.loads(render("sarif", project(), line_hashes=True))
    for one in value["runs"][0]["results"]:
        path = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert ("primaryLocationLineHash" in one["partialFingerprints"]) is (path != "old.yaml")


@pytest.mark.parametrize("wanted", ["", "1"])
def test_only_when_asked_for(wanted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, bad=BAD)
    text = run("check", "--format", "sarif", SVCLINT_SARIF_LINEHASH=wanted).stdout
    assert ("primaryLocationLineHash" in text) is bool(wanted)
