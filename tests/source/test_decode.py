"""Bytes to text and back."""

import pytest

from svclint.source.decode import decode, encode
from svclint.source.file import Defect

TEXTS = {
    "ascii": (b"kind: Service\n", "kind: Service\n", "utf-8"),
    "empty": (b"", "", "utf-8"),
    "umlauts": ("ä: ö\r\n".encode(), "ä: ö\r\n", "utf-8"),
    "mark": (b"\xef\xbb\xbfa: 1\n", "a: 1\n", "utf-8-sig"),
    "only a mark": (b"\xef\xbb\xbf", "", "utf-8-sig"),
    "a second mark is text": (b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa", "utf-8-sig"),
    "utf-16 little-endian": (b"\xff\xfea\0\xe4\0", "aä", "utf-16"),
    "utf-16 big-endian": (b"\xfe\xff\0a\0\xe4", "aä", "utf-16-be"),
    "utf-16 astral": ("\ufeff😀".encode("utf-16-le"), "😀", "utf-16"),
}

DEFECTS = {
    "latin-1": (b"a: caf\xe9\n", Defect(6, "byte 0xe9 is not UTF-8")),
    "counted in characters": ("ä: ".encode() + b"\xff", Defect(3, "byte 0xff is not UTF-8")),
    "behind a mark": (b"\xef\xbb\xbfa\x80", Defect(1, "byte 0x80 is not UTF-8")),
    "cut short": (b"a\xf0\x9f\x98", Defect(1, "byte 0xf0 is not UTF-8")),
    "a surrogate": (b"\xed\xa0\x80", Defect(0, "byte 0xed is not UTF-8")),
    "NUL": (b"ab\0c", Defect(2, "a NUL character")),
    "NUL before a bad byte": (b"\xc3\xa4\0\xff", Defect(1, "a NUL character")),
    "NUL behind a bad byte": (b"\xff\0", Defect(0, "byte 0xff is not UTF-8")),
    "NUL in utf-16": (b"\xff\xfea\0\0\0", Defect(1, "a NUL character")),
    "utf-16 of odd length": (b"\xff\xfea\0b", Defect(0, "byte 0xff is not UTF-8")),
    "utf-16 with a lone surrogate": (b"\xff\xfe\0\xd8a\0", Defect(0, "byte 0xff is not UTF-8")),
}


@pytest.mark.parametrize(("data", "text", "encoding"), TEXTS.values(), ids=TEXTS)
def test_text(data: bytes, text: str, encoding: str) -> None:
    file = decode("a.yaml", data)
    assert (file.path, file.text, file.encoding, file.defect) == ("a.yaml", text, encoding, None)


@pytest.mark.parametrize(("data", "defect"), DEFECTS.values(), ids=DEFECTS)
def test_defect(data: bytes, defect: Defect) -> None:
    assert decode("a.yaml", data).defect == defect


@pytest.mark.parametrize("data", [*(row[0] for row in TEXTS.values()), *(row[0] for row in DEFECTS.values())])
def test_encode_is_the_inverse(data: bytes) -> None:
    file = decode("a.yaml", data)
    assert encode(file, file.text) == data


def test_encode_keeps_mark_and_undecoded_bytes_of_a_changed_text() -> None:
    file = decode("a.yaml", b"\xef\xbb\xbfa: \xe9")
    assert encode(file, file.text.replace("a", "ä")) == b"\xef\xbb\xbf\xc3\xa4: \xe9"
