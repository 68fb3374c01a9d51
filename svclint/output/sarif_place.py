"""Places as SARIF has them."""

from svclint.output.anchor import on_one_line
from svclint.source.pattern import pattern
from svclint.source.place import Place
from svclint.source.span import Position

_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
_NO_BYTE = pattern("[\ud800-\udc7f\udd00-\udfff]")


def artifact(path: str) -> dict[str, object]:
    """The location of a file."""
    return {"artifactLocation": {"uri": uri(path)}}


def uri(path: str) -> str:
    """A path as a relative reference, percent-encoded, with the bytes that it has on disk; never empty."""
    # A lone surrogate from U+DC80 to U+DCFF stands for a byte; another one cannot come from a file system.
    data = _NO_BYTE.sub("\ufffd", path)
    encoded = data.encode("utf-8", "surrogateescape")
    return "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in encoded) or "."


def line_location(place: Place) -> dict[str, object]:
    """Where GitHub shows a finding: what the place has on its first line, since more is not shown in a pull request."""
    return {**artifact(place.file.path), "region": _region(*on_one_line(place))}


def top_of(path: str) -> dict[str, object]:
    """The first line of a file, for what is no longer in it."""
    return {**artifact(path), "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}}


def region(place: Place) -> dict[str, int]:
    """All of a place."""
    return _region(*place.span)


def _region(start: Position, end: Position) -> dict[str, int]:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
