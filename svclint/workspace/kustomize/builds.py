"""Kustomizations over what was read: which files are patches, and what is built."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.policy.pods import PodSetting
from svclint.record import NamedTuple
from svclint.source.pattern import pattern
from svclint.workspace.facts import FileFacts
from svclint.workspace.kustomize.kustomization import Kustomization
from svclint.workspace.kustomize.state import Unapplied

if TYPE_CHECKING:
    from svclint.workspace.kustomize.build import Builder

_KIND = pattern(r"""\bkind["']?:[ \t]*["']?([A-Za-z0-9]+)""")


class Built(NamedTuple):
    """An object as kustomize builds it, and the one in the file; the same where nothing touches it."""

    resource: Service | Workload
    origin: Service | Workload


class Build(NamedTuple):
    """What a kustomization builds, what of it could not be applied, and all files that were read on the way."""

    kustomization: Kustomization
    objects: tuple[Built, ...]
    unapplied: tuple[Unapplied, ...]
    files: frozenset[str]


class Patched(NamedTuple):
    """What the patches of a build may change: objects of these kinds, and whether they may give a namespace."""

    kinds: frozenset[str] = frozenset()
    namespace: bool = False


UNPATCHED = Patched()


class Kustomize:
    """All kustomizations of the workspace, by the folder that each lies in.

    `described` are the kinds with pods that the settings tell of.
    """

    def __init__(self, files: Iterable[FileFacts], described: Sequence[PodSetting] = ()) -> None:
        self._described = described
        self._files = {facts.file.path: facts for facts in files}
        self._kustomizations: dict[str, Kustomization] = {}
        for _, facts in sorted(self._files.items()):
            one = facts.kustomization
            if one is not None and one.directory in self._kustomizations:
                self._kustomizations[one.directory] = one._replace(problem="a second kustomization in the folder")
            elif one is not None:
                self._kustomizations[one.directory] = one
        self._builds: dict[str, Build] = {}
        self._patched: dict[str, Patched] = {}

    @cached_property
    def patch_files(self) -> frozenset[str]:
        """The files that are patches: they look like objects and are none."""
        return frozenset(path for one in self._kustomizations.values() for path in one.patch_files)

    @cached_property
    def roots(self) -> tuple[Build, ...]:
        """The builds of the kustomizations that no other one uses, by their folders."""
        if not self._kustomizations:
            return ()
        used = {reference.path for one in self._kustomizations.values() for reference in one.uses}
        builder = self._builder()
        for directory, one in self._kustomizations.items():
            if directory not in used and not one.is_component and directory not in self._builds:
                self._builds[directory] = self._build(one, builder)
        return tuple(
            self._builds[directory]
            for directory, one in sorted(self._kustomizations.items())
            if directory not in used and not one.is_component
        )

    def build(self, directory: str) -> Build | None:
        """What the kustomization in a folder builds; None where there is none."""
        one = self._kustomizations.get(directory)
        if one is not None and directory not in self._builds:
            self._builds[directory] = self._build(one, self._builder())
        return self._builds.get(directory)

    def patched(self, build: Build) -> Patched:
        """What the texts speak of in which a build's patches stand: those of its kustomizations, and their files of patches."""
        directory = build.kustomization.directory
        if directory not in self._patched:
            ones = [one for one in self._kustomizations.values() if one.file.path in build.files]
            files = {path for one in ones for path in one.patch_files}
            texts = (*(one.file.text for one in ones), *(self._files[path].file.text for path in files if path in self._files))
            kinds = frozenset(kind for text in texts for kind in _KIND.findall(text))
            self._patched[directory] = Patched(kinds, any("namespace:" in text for text in texts))
        return self._patched[directory]

    @cached_property
    def used_files(self) -> frozenset[str]:
        """The files that some root is built from."""
        return frozenset(path for build in self.roots for path in build.files)

    def _builder(self) -> "Builder":
        from svclint.workspace.kustomize.build import Builder  # noqa: PLC0415 - only where there is a kustomization

        return Builder(self._files, self._kustomizations, self._described)

    def _build(self, one: Kustomization, builder: "Builder") -> Build:
        state = builder.build(one.directory)
        objects = (Built(resource, origin) for draft in state.drafts for resource, origin in draft.built(self._described))
        return Build(one, tuple(objects), tuple(state.unapplied), frozenset(state.files))
