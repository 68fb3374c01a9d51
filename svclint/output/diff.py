"""Changed files as a unified diff, which `git apply` and `patch -p1` take at the top of the repository."""

from collections.abc import Iterable, Iterator

from svclint.output.colour import BOLD, Paint
from svclint.output.summary import counted
from svclint.source.decode import encode
from svclint.source.file import SourceFile

_STYLES = {"-": "31", "+": "32", "@": "36"}
_ESCAPES = {"\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", '"': '"', "\\": "\\"}


def render(changed: Iterable[tuple[SourceFile, SourceFile]], *, colour: bool = False) -> bytes:
    """The diff of each pair of before and after, in order: bytes, because they are the files' own. UTF-16 becomes UTF-8."""
    paint = Paint(on=colour)
    return b"".join(_bytes(line) for before, after in changed for line in _painted(_lines(before, after), paint))


def pending(mended: int, files: int, more: int) -> str:
    """The line about a diff: how many findings it mends in how many files, and how many more the unsafe fixes would."""
    said = f"Would fix {counted(mended, 'finding')} in {counted(files, 'file')}" if mended else "Nothing to fix"
    return said + (f"; {more} more with --unsafe-fixes" if more else "") + ".\n"


def _lines(before: SourceFile, after: SourceFile) -> Iterator[str]:
    from difflib import unified_diff  # noqa: PLC0415 - with it comes re's compiler; nothing else of a run needs it

    names = (_name("a/" + before.path), _name("b/" + after.path))
    for line in unified_diff(_split(before), _split(after), *names, lineterm=""):
        # The heads come without a break, and so does a last line without one.
        yield line if line.endswith("\n") else line + "\n"
        if line[0] in " +-" and not line.endswith("\n") and line not in (f"--- {names[0]}", f"+++ {names[1]}"):
            yield "\\ No newline at end of file\n"


def _split(file: SourceFile) -> list[str]:
    """The lines with their breaks, as git counts them; a byte-order mark belongs to the first."""
    text = "\ufeff" * (file.encoding == "utf-8-sig") + file.text
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _name(path: str) -> str:
    """A path as git writes it: quoted where a character would end or break it; a tab ends one with blanks."""
    if any(letter in _ESCAPES or ord(letter) < 32 for letter in path):
        return '"' + "".join(_escaped(letter) for letter in path) + '"'
    return path + "\t" * (" " in path)


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return "\\" + _ESCAPES[letter]
    return letter if ord(letter) >= 32 else f"\\{ord(letter):03o}"


def _painted(lines: Iterable[str], paint: Paint) -> Iterator[str]:
    for number, line in enumerate(lines):
        style = BOLD if number < 2 else _STYLES.get(line[0], "")
        yield paint(style, line[:-1]) + "\n" if style else line


def _bytes(line: str) -> bytes:
    return encode(_AS_UTF8, line)


_AS_UTF8 = SourceFile("", "")
