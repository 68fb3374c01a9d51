"""Where a setting comes from: a settings file, the text of `--config`, or a flag."""

from svclint.config.error import ConfigError
from svclint.config.keyplace import KeyPath, KeyPlace
from svclint.record import NamedTuple
from svclint.source.file import SourceFile


class Source:
    """One place that settings come from. `name` is a path or a flag as the user wrote it.

    `text` is a file's, None where there are no lines to point at. `top` is the way to the table that holds the settings.
    """

    __slots__ = ("_file", "_places", "is_flag", "name", "top")

    def __init__(self, name: str, text: str | None = None, top: KeyPath = (), *, is_flag: bool = False) -> None:
        self.name = name
        self.top = top
        self.is_flag = is_flag
        self._file = None if text is None else SourceFile(name, text)
        self._places: dict[KeyPath, KeyPlace] | None = None

    def position(self, path: KeyPath, *, key: bool = False) -> tuple[int, int]:
        """Line and column of the value at `path` (from the settings' table), or of its key; (0, 0) where unknown.

        The text is searched at the first need: settings without a mistake never are.
        """
        if self._file is None:
            return 0, 0
        if self._places is None:
            from svclint.config.keys import key_places  # noqa: PLC0415 - settings without a mistake need no places

            self._places = key_places(self._file)
        found = self._places.get((*self.top, *path))
        if found is None:
            return 0, 0
        start = self._file.position((found.key if key else found.value).begin)
        return start.line, start.column

    def key_error(self, path: KeyPath, message: str) -> ConfigError:
        """A mistake in the key at `path`."""
        return ConfigError(message, self.name, *self.position(path, key=True))

    def value_error(self, path: KeyPath, message: str) -> ConfigError:
        """A mistake in the value at `path`; the message says of which key, where the name of a flag does not."""
        name = ".".join(step for step in path if isinstance(step, str))
        return ConfigError(message if self.is_flag else f"{name}: {message}", self.name, *self.position(path))


class Entry(NamedTuple):
    """A setting that was read, and where it stands."""

    value: object
    source: Source
    path: KeyPath

    def whence(self, *item: int) -> str:
        """Where it stands: `svclint.toml:3:1`, or `--select`; with an index, where that item of a list stands."""
        return str(ConfigError("", self.source.name, *self.source.position((*self.path, *item), key=True))).removesuffix(": ")
