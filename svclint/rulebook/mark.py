"""The comments in an example that say where findings are expected."""

from svclint.record import NamedTuple
from svclint.source.pattern import pattern

LEVELS = ("error", "warning", "info", "ok")
_LEVEL = "|".join(LEVELS)
_ONE = pattern(rf"#[ \t]*({_LEVEL}):[ \t]*(?:([1-9][0-9]*)[ \t]*)?\[([^\]\n]*)\][ \t]*")
_TAIL = pattern(rf"(?:(?<=[ \t])|^)[ \t]*(?:{_ONE.pattern})+$")
_LOOSE = pattern(rf"(?:(?<=[ \t])|^)#[ \t]*(?:{_LEVEL}):")
_NAME = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


class Mark(NamedTuple):
    """A finding of `rule` starts on `line` (1-based, of its file), at `column` if it says so. `level` is `ok` where
    there is explicitly none.
    """

    level: str
    rule: str
    line: int
    column: int | None = None


def strip(line: str) -> str:
    """The line without its marks and the blanks that are then at its end."""
    return _TAIL.sub("", line).rstrip(" \t") if _TAIL.search(line) else line


def marks(line: str, number: int) -> list[Mark]:
    """The marks at the end of a line: `# error: [rule, other-rule]`, `# warning: 17 [rule]`; 17 is a column.

    Raises ValueError, with what is wrong, for a mark without brackets or not at the end, and for a name that is none.
    """
    tail = _TAIL.search(line)
    if _LOOSE.search(line[: tail.start()] if tail else line):
        raise ValueError("a mark is written `# error: [rule-name]` and ends its line")
    found = []
    for level, column, names in _ONE.findall(tail[0]) if tail else ():
        for name in names.split(","):
            if not _NAME.match(name.strip()):
                raise ValueError(f"{name.strip()!r} is no rule name")
            found.append(Mark(level, name.strip(), number, int(column) if column else None))
    return found
