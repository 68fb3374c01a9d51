"""Kustomizations over what was read: which files are patches, and which files a patch may change."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from svclint.model.resource import Resource
from svclint.source.place import Place
from svclint.workspace.kustomization import Kustomization


class Built(NamedTuple):
    resource: Resource
    origin: Resource


class Unapplied(NamedTuple):
    what: str
    place: Place


class Build(NamedTuple):
    kustomization: Kustomization
    objects: tuple[Built, ...]
    unapplied: tuple[Unapplied, ...]
    files: frozenset[str]


class Kustomize:
    roots: tuple[Build, ...] = ()
    used_files: frozenset[str] = frozenset()

    """All kustomizations of the workspace, by the folder that each lies in."""

    def __init__(self, kustomizations: Iterable[Kustomization], texts: Mapping[str, str]) -> None:
        self._by_directory = {one.directory: one for one in kustomizations}
        self._texts = texts

    @cached_property
    def patch_files(self) -> frozenset[str]:
        """The files that are patches: they look like objects and are none."""
        return frozenset(path for one in self._by_directory.values() for path in one.patches)

    def patch_texts(self, path: str) -> tuple[str, ...]:
        """The texts of all patches of the kustomizations that build from the file at `path`, directly or through others."""
        return self._patches_over.get(path, ())

    @cached_property
    def _patches_over(self) -> dict[str, tuple[str, ...]]:
        over: dict[str, tuple[str, ...]] = {}
        for one in self._by_directory.values():
            built = self._closure(one)
            # A component's patches change what its user builds, so all patches met on the way count for all files.
            texts = tuple(text for inner in built for text in self._patches_of(inner))
            for path in (path for inner in built for path in inner.uses) if texts else ():
                over[path] = (*over.get(path, ()), *texts)
        return over

    def _patches_of(self, one: Kustomization) -> list[str]:
        return list(filter(None, [one.inline, *(self._texts.get(path, "") for path in one.patches)]))

    def _closure(self, start: Kustomization) -> list[Kustomization]:
        """A kustomization and all that it builds from, itself first."""
        found = {start.directory: start}
        todo = [start]
        while todo:
            for path in todo.pop().uses:
                inner = self._by_directory.get(path)
                if inner is not None and path not in found:
                    found[path] = inner
                    todo.append(inner)
        return list(found.values())
