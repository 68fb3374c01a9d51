"""Where the keys and values of a TOML text stand; tomllib knows the values only."""

import re
from contextlib import suppress

from svclint.config.keyplace import KeyPath, KeyPlace
from svclint.source.file import SourceFile
from svclint.source.pattern import pattern
from svclint.source.place import Place

_BLANK = pattern(r"[ \t]*")
_FILLER = pattern(r"(?:[ \t\r\n]|#[^\n]*)*")
_STRING = pattern(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'  # up to two quotes more belong to the string
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:\\.|[^\\"\n])*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE_KEY = pattern(r"[A-Za-z0-9_-]+")
_PLAIN = pattern(r"[^,\]}#\r\n]+")


class _LostError(Exception):
    """The text is not what the scanner takes for TOML."""


def key_places(file: SourceFile) -> dict[KeyPath, KeyPlace]:
    """The place of every key and every array item of a text that tomllib accepts; a key written twice has its first place.

    Never raises: where a text is not understood, the places up to there are returned.
    """
    scanner = _Scanner(file)
    with suppress(_LostError, RecursionError):
        scanner.document()
    return scanner.found


class _Scanner:
    def __init__(self, file: SourceFile) -> None:
        self.file, self.text, self.at = file, file.text, 0
        self.found: dict[KeyPath, KeyPlace] = {}
        self._lengths: dict[KeyPath, int] = {}

    def document(self) -> None:
        table: KeyPath = ()
        self._skip(_FILLER)
        while self.at < len(self.text):
            if self._take("[["):
                table = self._header("]]")
            elif self._take("["):
                table = self._header("]")
            else:
                self._pair(table)
            self._skip(_FILLER)

    def _header(self, closing: str) -> KeyPath:
        """The path of the table that a header opens, up to and including `closing`."""
        path: KeyPath = ()
        names = self._names()
        for number, (name, place) in enumerate(names, 1):
            path = (*path, name)
            self._note(path, place, place)
            if closing == "]]" and number == len(names):
                self._lengths[path] = self._lengths.get(path, 0) + 1
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
                self._note(path, place, place)
        self._expect(closing)
        return path

    def _pair(self, table: KeyPath) -> None:
        """`a.b = value`, noted under `table`."""
        names = self._names()
        self._expect("=")
        path = table
        for name, place in names[:-1]:
            path = (*path, name)
            self._note(path, place, place)
        name, place = names[-1]
        path = (*path, name)
        self._note(path, place, self._value(path))

    def _names(self) -> list[tuple[str, Place]]:
        """The parts of a dotted key."""
        names = []
        while True:
            self._skip(_BLANK)
            begin = self.at
            found = _STRING.match(self.text, begin) or _BARE_KEY.match(self.text, begin)
            if not found:
                raise _LostError
            self.at = found.end()
            names.append((_unquoted(found[0]), Place(self.file, begin, self.at)))
            self._skip(_BLANK)
            if not self._take("."):
                return names

    def _value(self, path: KeyPath) -> Place:
        """Read a value, note what is in it under `path`, and tell where it stands."""
        self._skip(_BLANK)
        begin = self.at
        if found := _STRING.match(self.text, begin):
            self.at = found.end()
        elif self._take("["):
            self._array(path)
        elif self._take("{"):
            self._inline_table(path)
        elif found := _PLAIN.match(self.text, begin):
            self.at = begin + len(found[0].rstrip())
        else:
            raise _LostError
        return Place(self.file, begin, self.at)

    def _array(self, path: KeyPath) -> None:
        index = 0
        while self._more("]"):
            place = self._value((*path, index))
            self._note((*path, index), place, place)
            index += 1
            self._separator("]")

    def _inline_table(self, path: KeyPath) -> None:
        while self._more("}"):
            self._pair(path)
            self._separator("}")

    def _separator(self, closing: str) -> None:
        self._skip(_FILLER)
        if not self._take(",") and not self.text.startswith(closing, self.at):
            raise _LostError

    def _note(self, path: KeyPath, key: Place, value: Place) -> None:
        self.found.setdefault(path, KeyPlace(key, value))

    def _more(self, closing: str) -> bool:
        self._skip(_FILLER)
        return not self._take(closing)

    def _skip(self, blanks: re.Pattern[str]) -> None:
        found = blanks.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def _take(self, sign: str) -> bool:
        taken = self.text.startswith(sign, self.at)
        self.at += len(sign) * taken
        return taken

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            raise _LostError


def _unquoted(key: str) -> str:
    """The name that a key spells."""
    if key[0] == "'":
        return key[1:-1]
    if key[0] != '"':
        return key
    if "\\" not in key:
        return key[1:-1]
    import tomllib  # noqa: PLC0415 - loaded already: its result is what is being located

    return str(tomllib.loads(f"key = {key}")["key"])
