"""Kustomizations over what was read: which files are patches, and what is built."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.workspace.facts import FileFacts
from svclint.workspace.kustomize.build import Builder
from svclint.workspace.kustomize.kustomization import Kustomization
from svclint.workspace.kustomize.state import State, Unapplied


class Built(NamedTuple):
    """An object as kustomize builds it, and the one in the file; the same where nothing touches it."""

    resource: Service | Workload
    origin: Service | Workload


class Build(NamedTuple):
    """What a kustomization builds, what of it could not be applied, and all files that were read on the way.

    `names` are the Services' names as built by namespace and first name: what references by name are changed to.
    """

    kustomization: Kustomization
    objects: tuple[Built, ...]
    unapplied: tuple[Unapplied, ...]
    files: frozenset[str]
    names: dict[tuple[str, str], str]

    def name_of(self, service: str, namespace: str = "") -> str:
        """The name that a Service of some name in the files has as built; the same where none has another."""
        return self.names.get((namespace, service)) or self.names.get(("", service)) or service


class Kustomize:
    """All kustomizations of the workspace, by the folder that each lies in."""

    def __init__(self, files: Iterable[FileFacts]) -> None:
        self._files = {facts.file.path: facts for facts in files}
        self._kustomizations: dict[str, Kustomization] = {}
        for _, facts in sorted(self._files.items()):
            one = facts.kustomization
            if one is not None and one.directory in self._kustomizations:
                self._kustomizations[one.directory] = one._replace(problem="a second kustomization in the folder")
            elif one is not None:
                self._kustomizations[one.directory] = one
        self._builds: dict[str, Build] = {}

    @cached_property
    def patch_files(self) -> frozenset[str]:
        """The files that are patches: they look like objects and are none."""
        return frozenset(path for one in self._kustomizations.values() for path in one.patch_files)

    @cached_property
    def roots(self) -> tuple[Build, ...]:
        """The builds of the kustomizations that no other one uses, by their folders."""
        used = {reference.path for one in self._kustomizations.values() for reference in one.uses}
        builder = self._builder()
        for directory, one in self._kustomizations.items():
            if directory not in used and not one.is_component and directory not in self._builds:
                self._builds[directory] = _build(one, builder.build(directory))
        return tuple(
            self._builds[directory]
            for directory, one in sorted(self._kustomizations.items())
            if directory not in used and not one.is_component
        )

    def build(self, directory: str) -> Build | None:
        """What the kustomization in a folder builds; None where there is none."""
        one = self._kustomizations.get(directory)
        if one is not None and directory not in self._builds:
            self._builds[directory] = _build(one, self._builder().build(directory))
        return self._builds.get(directory)

    @cached_property
    def used_files(self) -> frozenset[str]:
        """The files that some root is built from."""
        return frozenset(path for build in self.roots for path in build.files)

    def patch_texts(self, path: str) -> tuple[str, ...]:
        """The texts of all patches of the kustomizations that build from the file at `path`, directly or through others."""
        return self._patches_over.get(path, ())

    @cached_property
    def _patches_over(self) -> dict[str, tuple[str, ...]]:
        over: dict[str, tuple[str, ...]] = {}
        for one in self._kustomizations.values():
            built = self._closure(one)
            # A component's patches change what its user builds, so all patches met on the way count for all files.
            texts = tuple(text for inner in built for text in self._patches_of(inner))
            for path in (reference.path for inner in built for reference in inner.uses) if texts else ():
                if path is not None:
                    over[path] = (*over.get(path, ()), *texts)
        return over

    def _patches_of(self, one: Kustomization) -> list[str]:
        inline = [patch.inline.text for patch in (*one.patches, *one.late_patches) if patch.inline is not None]
        return [*inline, *(self._files[path].file.text for path in one.patch_files if path in self._files)]

    def _closure(self, start: Kustomization) -> list[Kustomization]:
        """A kustomization and all that it builds from, itself first."""
        found = {start.directory: start}
        todo = [start]
        while todo:
            for reference in todo.pop().uses:
                inner = self._kustomizations.get(reference.path) if reference.path is not None else None
                if inner is not None and inner.directory not in found:
                    found[inner.directory] = inner
                    todo.append(inner)
        return list(found.values())

    def _builder(self) -> Builder:
        return Builder(self._files, self._kustomizations)


def _build(one: Kustomization, state: State) -> Build:
    objects = []
    names: dict[tuple[str, str], str] = {}
    for draft in state.drafts:
        objects += [Built(resource, origin) for resource, origin in draft.built()]
        for was in draft.identities[:-1] if draft.identity.kind == "Service" else ():
            if was.name != draft.identity.name:
                names.setdefault((was.namespace, was.name), draft.identity.name)
    return Build(one, tuple(objects), tuple(state.unapplied), frozenset(state.files), names)
