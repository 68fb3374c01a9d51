"""Patterns as in a .gitignore file: from the pattern to a regular expression.

The semantics are those of git's dir.c (parse_path_pattern, trim_trailing_spaces) and wildmatch.c (dowild), bytes included: `?` is one
byte. The one difference: in `x**/y` the stars are one star, as gitignore(5) says; git itself takes them for `**`
where only plain letters stand before them. Stars are compiled to atomic groups: no pattern takes exponential time.
"""

import re
from collections.abc import Iterable
from typing import Final

from svclint.source.pattern import pattern

_STAR: Final = "*"
"""Stands among the atoms of a segment for any run of characters; a literal star is an escaped one."""

_SLASH: Final = r"/(?!\Z)"
"""Between two parts of a path: not the slash that marks a directory at its end."""

_LONGEST: Final = 4096
"""A longer pattern is ignored: no path is that long."""

_POSIX: Final = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": " \\t",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@\\[-`{-~",
    "space": " \\t-\\r",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}

# One item of a [class]: a named class, or a character (perhaps escaped) with an optional end of a range.
_ITEM: Final = pattern(r"\[:([^\]]*):\]|(?:\\(.)|([^\\]))(?:-(?:\\(.)|([^\]\\])))?", re.DOTALL)


class Ignore:
    """The patterns of one .gitignore file, in its order: the last that matches decides."""

    __slots__ = ("_names", "_negated", "_paths")

    def __init__(self, lines: Iterable[str]) -> None:
        self._negated: list[bool] = []
        names: list[tuple[int, str]] = []
        paths: list[tuple[int, str]] = []
        for line in lines:
            body = _trimmed(line)
            if not body or body.startswith("#") or len(body) > _LONGEST:
                continue
            negated = body.startswith("!")
            body = _bytes(body[negated:])
            regex = _regex(body)
            if regex is not None:
                (paths if "/" in body[:-1] else names).append((len(self._negated), regex))
                self._negated.append(negated)
        self._names = _Alternatives(names)
        self._paths = _Alternatives(paths)

    def verdict(self, path: str, *, directory: bool) -> bool | None:
        """True: ignored; False: taken back by a `!` pattern; None: no pattern speaks of it.

        `path` is relative to where the patterns stand, with "/" between its parts and none at its end. That a path
        in an ignored directory is ignored, whatever the patterns say of it, is the caller's to know.
        """
        path = _bytes(path)
        end = "/" if directory else ""
        best = max(self._names.last(path[path.rfind("/") + 1 :] + end), self._paths.last(path + end))
        return None if best < 0 else not self._negated[best]


class _Alternatives:
    """Numbered regular expressions, as one that tells which is the last to match."""

    __slots__ = ("_numbers", "_regex")

    def __init__(self, regexes: list[tuple[int, str]]) -> None:
        self._numbers = [number for number, _ in reversed(regexes)]
        self._regex = re.compile("|".join(f"({regex})" for _, regex in reversed(regexes)), re.DOTALL) if regexes else None

    def last(self, subject: str) -> int:
        """The highest number of those that match the whole subject; -1 for none."""
        found = self._regex.fullmatch(subject) if self._regex else None
        return self._numbers[found.lastindex - 1] if found and found.lastindex else -1


def _bytes(text: str) -> str:
    """The text with one character for each byte of its UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "surrogateescape").decode("latin-1")


def _trimmed(line: str) -> str:
    """A line without its break, and without the spaces at its end that no backslash protects."""
    line = line.removesuffix("\n").removesuffix("\r")
    bare = line.rstrip(" ")
    protected = (len(bare) - len(bare.rstrip("\\"))) % 2
    return bare + " " if protected and bare != line else bare


def _regex(body: str) -> str | None:
    """The regular expression for a pattern without its `!`, to match a path that has a "/" at its end if it is a directory."""
    only_directories = body.endswith("/")
    body = body.removesuffix("/")
    segments = _segments(body.removeprefix("/"))
    if segments is None or not body:
        return None
    return (_joined(segments) if "/" in body else _segment(segments[0])) + ("/" if only_directories else "/?")


def _segments(body: str) -> list[list[str]] | None:
    """The pattern's parts between slashes, each a list of atoms (regular expressions, and `_STAR`); None: it can never match."""
    segments: list[list[str]] = [[]]
    at = 0
    while at < len(body):
        letter = body[at]
        at += 1
        if letter == "[":
            found = _character_class(body, at)
            if found is None:
                return None
            atom, at = found
            segments[-1].append(atom)
            continue
        if letter == "\\":
            if at == len(body):
                return None
            letter = body[at]
            at += 1
        elif letter in "*?":
            segments[-1].append(_STAR if letter == "*" else "[^/]")
            continue
        if letter == "/":
            segments.append([])
        else:
            segments[-1].append(re.escape(letter))
    return segments


def _character_class(body: str, at: int) -> tuple[str, int] | None:
    """The atom for the class whose "[" ends at `at`, and where it ends; None where it has no end or an unknown name."""
    negated = body[at : at + 1] in ("!", "^")
    at += negated
    items = ""
    first = True
    while first or body[at : at + 1] != "]":
        first = False
        found = _ITEM.match(body, at)
        if found is None:
            return None
        name, *letters = found.groups()
        if name is not None and name not in _POSIX:
            return None
        items += _POSIX[name] if name is not None else _range(*letters)
        at = found.end()
    return f"(?!/)[{'^' if negated else ''}{items}]", at + 1


def _range(escaped: str | None, plain: str | None, escaped_end: str | None, plain_end: str | None) -> str:
    """A character or a range as the inside of a class; of a range that runs backwards, git takes the first character."""
    begin, end = escaped or plain or "", escaped_end or plain_end or ""
    return f"{re.escape(begin)}-{re.escape(end)}" if begin <= end else re.escape(begin)


def _segment(atoms: list[str]) -> str:
    """A part of a path. Between two stars the leftmost match is as good as any, and so need not be taken back."""
    pieces = [""]
    for atom in atoms:
        if atom is _STAR:
            pieces.append("")
        else:
            pieces[-1] += atom
    if len(pieces) == 1:
        return pieces[0]
    middle = "".join(f"(?>[^/]*?{piece})" for piece in pieces[1:-1] if piece)
    return f"{pieces[0]}{middle}[^/]*{pieces[-1]}"


def _joined(segments: list[list[str]]) -> str:
    """A whole path. A part of two or more stars and nothing else matches any number of directories."""
    runs: list[list[str]] = [[]]
    for atoms in segments:
        if len(atoms) > 1 and all(atom is _STAR for atom in atoms):
            runs.append([])
        else:
            runs[-1].append(_segment(atoms))
    if len(runs) == 1:
        return _SLASH.join(runs[0])
    head = "".join(f"{part}{_SLASH}" for part in runs[0])
    middle = "".join(f"(?>(?:[^/]*/)*?{_SLASH.join(run)}{_SLASH})" for run in runs[1:-1] if run)
    return head + middle + (f"(?:.*{_SLASH})?{_SLASH.join(runs[-1])}" if runs[-1] else ".+")
