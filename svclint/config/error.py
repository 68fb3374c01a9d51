"""What is wrong with a setting, as one line for the user."""

from collections.abc import Iterable

from svclint.record import NamedTuple

_NAMES = {str: "a string", int: "an integer", float: "a number with a point", list: "a list", dict: "a table"}


class ConfigError(NamedTuple):
    """One mistake. `path` is the settings file, or the flag that gave the value; empty where there is neither.

    `line` and `column` are 1-based, in code points; 0 where the place is not known. As a string it is one line that is fit for a terminal.
    """

    message: str
    path: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.path:
            return printable(self.message)
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return printable(f"{place}: {self.message}")


class ConfigErrors(Exception):  # noqa: N818 - holds several
    """All mistakes of the settings, in the order of their places; printed one a line."""

    def __init__(self, errors: Iterable[ConfigError]) -> None:
        self.errors: tuple[ConfigError, ...] = tuple(errors)
        super().__init__("\n".join(map(str, self.errors)))


def kind(value: object) -> str:
    """What a TOML value is, for "wants a string, found an integer"."""
    if isinstance(value, bool):
        return str(value).lower()
    return _NAMES.get(type(value), "a date or time")


def quoted(text: str) -> str:
    """The text in double quotes."""
    return f'"{text}"'


def printable(text: str) -> str:
    r"""The text with each character that is not to be seen as Python writes it: `\n`, `\u202e`."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def listed(words: Iterable[str]) -> str:
    """The words, quoted: `"error", "warning" or "info"`."""
    *most, last = map(quoted, words)
    return f"{', '.join(most)} or {last}" if most else last
