"""Settings files: which there are, and their text as TOML."""

import os
import re
from typing import TypeAlias, cast

from svclint.config.error import ConfigError
from svclint.config.source import Source
from svclint.record import NamedTuple
from svclint.source.file import SourceFile

FILE_NAMES = (".svclint.toml", "svclint.toml", "pyproject.toml")
"""Where settings may stand, at the repository root."""
LIMIT = 1 << 20
"""The most bytes that a settings file may have."""
_PLACE = r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z"

Table: TypeAlias = dict[str, object]


class Found(NamedTuple):
    """A source of settings, and its table as tomllib reads it; `table` None where the source has no settings."""

    source: Source
    table: object


class NotReadError(Exception):
    """A source that cannot be read; `error` says why."""

    def __init__(self, error: ConfigError) -> None:
        self.error = error
        super().__init__(str(error))


def root_file(root: str) -> Found | None:
    """The settings file of the repository at `root`; None where it has none.

    Raises NotReadError for a file that is not TOML or not to be read, and where there are two.
    """
    found = [one for name in FILE_NAMES if (one := _at_root(root, name)) and one.table is not None]
    if len(found) > 1:
        names = [one.source.name for one in found]
        raise NotReadError(ConfigError(f"there are settings in {' and in '.join(names)}: keep one of them"))
    return found[0] if found else None


def named_file(path: str) -> Found:
    """The settings in a file that the user named. Raises NotReadError, also for a pyproject.toml without any."""
    data = _bytes(path, path)
    if data is None:
        raise NotReadError(ConfigError("no such file, and no `key = value` either", path))
    found = _found(path, data)
    if found.table is None:
        raise NotReadError(ConfigError('has no table "tool.svclint"', path))
    return found


def inline(text: str) -> Found:
    """The settings in a text such as `fail-on = "error"`. Raises NotReadError where it is not TOML."""
    name = f"--config '{text}'"
    return Found(Source(name), _toml(text, name, lines=False))


def _at_root(root: str, name: str) -> Found | None:
    path = f"{root}/{name}"
    if os.path.islink(path) and not _is_within(path, root):  # noqa: PTH114 - pathlib costs start-up
        raise NotReadError(ConfigError("is a symbolic link out of the repository: not read", name))
    data = _bytes(path, name)
    # Most pyproject.toml files have nothing for us: they are not worth loading tomllib, nor a complaint about their syntax.
    if data is None or (name == "pyproject.toml" and b"svclint" not in data):
        return None
    return _found(name, data)


def _is_within(path: str, root: str) -> bool:
    folder = os.path.realpath(root).rstrip(os.sep) + os.sep
    return os.path.realpath(path).startswith(folder)


def _found(name: str, data: bytes) -> Found:
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        end = SourceFile(name, data[: error.start].decode()).position(error.start)
        raise NotReadError(ConfigError(f"is not UTF-8: byte 0x{data[error.start]:02x}", name, end.line, end.column)) from None
    table: object = _toml(text, name)
    top = ("tool", "svclint") if re.split(r"[/\\]", name)[-1] == "pyproject.toml" else ()
    for step in top:
        table = cast(Table, table).get(step) if isinstance(table, dict) else None
    return Found(Source(name, text, top), table)


def _toml(text: str, name: str, *, lines: bool = True) -> Table:
    import tomllib  # noqa: PLC0415 - most repositories have no settings: 5 ms of start-up

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise NotReadError(ConfigError("is nested too deeply", name)) from None
    # A number of thousands of digits is a ValueError, too.
    except ValueError as error:
        message = str(error)
        found = re.search(_PLACE, message)
        why = f"is not TOML: {message[: found.start()] if found else message}"
        if not found or not lines:
            raise NotReadError(ConfigError(why, name)) from None
        end = SourceFile(name, text).position(len(text))
        line, column = (int(found[1]), int(found[2])) if found[1] else (end.line, end.column)
        raise NotReadError(ConfigError(why, name, line, column)) from None


def _bytes(path: str, name: str) -> bytes | None:
    """What the file holds; None where there is none."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs start-up
            data = file.read(LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise NotReadError(ConfigError(f"cannot be read: {error.strerror}", name)) from None
    if len(data) > LIMIT:
        raise NotReadError(ConfigError("is larger than 1 MiB", name))
    return data
