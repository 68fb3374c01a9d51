"""Bytes to text, and back: what a file's encoding is, and where its bytes are no text."""

import codecs

from svclint.source.file import Defect, SourceFile


def decode(path: str, data: bytes) -> SourceFile:
    """The file at `path` with the text of `data`: UTF-8, or UTF-16 where it starts with a byte-order mark.

    Never raises: bytes that are not text become lone surrogates, and `defect` says where the first of them stands.
    A NUL character is a defect too. The encoding is "utf-8", "utf-8-sig" (with the mark), "utf-16" (little-endian,
    with the mark) or "utf-16-be" (big-endian, with the mark).
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(path, data)
    marked = data.startswith(codecs.BOM_UTF8)
    return _utf8(path, data[3:] if marked else data, "utf-8-sig" if marked else "utf-8")


def encode(file: SourceFile, text: str) -> bytes:
    """The bytes that `text` has as the content of `file`: the inverse of `decode`, mark and undecoded bytes included.

    Raises UnicodeEncodeError for a lone surrogate that does not stand for an undecoded byte.
    """
    if file.encoding == "utf-16":
        return codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    if file.encoding == "utf-16-be":
        return codecs.BOM_UTF16_BE + text.encode("utf-16-be")
    return text.encode(file.encoding, "surrogateescape")


def _utf8(path: str, data: bytes, encoding: str) -> SourceFile:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = error.start
        defect = Defect(len(data[:start].decode("utf-8")), f"byte 0x{data[start]:02x} is not UTF-8")
        return SourceFile(path, data.decode("utf-8", "surrogateescape"), encoding, _first(defect, data[:start].find(b"\0"), data))
    return SourceFile(path, text, encoding, _nul(text))


def _first(defect: Defect, nul: int, data: bytes) -> Defect:
    """The NUL at byte `nul` where there is one before the defect, else the defect."""
    return defect if nul < 0 else Defect(len(data[:nul].decode("utf-8")), "a NUL character")


def _nul(text: str) -> Defect | None:
    at = text.find("\0")
    return None if at < 0 else Defect(at, "a NUL character")


def _utf16(path: str, data: bytes) -> SourceFile:
    encoding, codec = ("utf-16", "utf-16-le") if data.startswith(codecs.BOM_UTF16_LE) else ("utf-16-be", "utf-16-be")
    try:
        text = data[2:].decode(codec)
    except UnicodeDecodeError:
        # No error handler keeps broken UTF-16 so that it can be written back; as undecoded bytes it can.
        return _utf8(path, data, "utf-8")
    return SourceFile(path, text, encoding, _nul(text))
