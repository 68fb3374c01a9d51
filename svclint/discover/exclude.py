"""Which paths are manifests, and which of them the settings leave out."""

from collections.abc import Iterable
from typing import Final

from svclint.discover.ancestors import Ancestors
from svclint.discover.gitignore import Ignore

_ENDS: Final = (".yaml", ".yml", ".json", "/Kustomization")


def is_manifest(path: str) -> bool:
    """Whether a path's name is one that is read without being named: *.yaml, *.yml, *.json, Kustomization."""
    return path.endswith(_ENDS) or path == "Kustomization"


class Exclude:
    """The `exclude` globs: patterns as in a .gitignore file at the root."""

    __slots__ = ("_above", "_ignore")

    def __init__(self, patterns: Iterable[str] = ()) -> None:
        self._ignore = Ignore(patterns)
        self._above = Ancestors(lambda directory: self._ignore.verdict(directory, directory=True) is True)

    def directory(self, path: str) -> bool:
        """Whether a directory (without "/" at its end), and so all that is below it, is left out."""
        return self._above.any(path)

    def file(self, path: str) -> bool:
        """Whether a file is left out, for itself or for a directory above it."""
        return self._above.any(path[: max(path.rfind("/"), 0)]) or self._ignore.verdict(path, directory=False) is True
