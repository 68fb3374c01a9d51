"""The deployable sets of the workspace, and so the universes that each Service lives in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.policy.glob import Glob
from svclint.policy.scopes import ScopeSetting
from svclint.workspace.charts import Charts
from svclint.workspace.facts import FileFacts
from svclint.workspace.kustomize.builds import Build, Kustomize
from svclint.workspace.selection import Resolver
from svclint.workspace.universe import Membership, Universe
from svclint.workspace.wiring import Wiring

if TYPE_CHECKING:
    from svclint.workspace.reliance import Directory, Standing

# ruff: noqa: PLC0415 - where nothing refers to a Service, nothing of references is imported


class DeployableSets:
    """What is deployed together: kustomizations' builds, charts, the scopes of the settings; and everything, the workspace.

    `files` are those with objects. What a kustomization builds is seen as built only: the files are its ingredients.
    """

    def __init__(
        self, files: Sequence[FileFacts], charts: Charts, kustomize: Kustomize, scopes: Sequence[ScopeSetting], resolver: Resolver
    ) -> None:
        self._files = {facts.file.path: facts for facts in files}
        self._charts = charts
        self._kustomize = kustomize
        self._scopes = [(scope, tuple(map(Glob, scope.paths))) for scope in scopes]
        self._resolver = resolver
        self._standings: dict[str, tuple[Standing, ...]] = {}

    @cached_property
    def wirings(self) -> tuple[tuple[Wiring, ...], ...]:
        """For each Service of the files, in the order of their places, how it is deployed: once for each kustomization that builds it."""
        built = self._built_wirings()
        groups: list[tuple[Wiring, ...]] = []
        for path, facts in self._files.items():
            is_plain = path not in self._kustomize.used_files
            around = self._around(path) if is_plain and facts.services else ()
            for service in facts.services:
                if is_plain:
                    groups.append((Wiring(service, service, around, self._resolver),))
                elif service in built:
                    groups.append(tuple(built[service]))
        return tuple(groups)

    def standings(self, path: str) -> "tuple[Standing, ...]":
        """How the objects of a file are deployed: as they stand, or once for each kustomization that is built from the file."""
        known = self._standings.get(path)
        if known is None:
            known = self._standings[path] = self._standings_of(path)
        return known

    def _standings_of(self, path: str) -> "tuple[Standing, ...]":
        from svclint.workspace.reliance import Standing

        if path not in self._kustomize.used_files:
            return (Standing(self._around(path), self._directory),)
        return tuple(
            Standing(
                (self._builds[build.kustomization.file.path], *self._around(build.kustomization.file.path)),
                self._directory,
                build,
                self._kustomize.patched(build),
            )
            for build in self._kustomize.roots
            if path in build.files
        )

    @cached_property
    def _directory(self) -> "Directory":
        from svclint.workspace.reliance import Directory

        return Directory(self._kustomize.roots, self._files.values(), self._resolver)

    @cached_property
    def workspace(self) -> Universe:
        """Everything that was read, as it is deployed."""
        return _universe(Membership(is_set=False), self._plain, self._builds.values(), self._files.values())

    @cached_property
    def _plain(self) -> tuple[FileFacts, ...]:
        """The files that no kustomization builds from."""
        return tuple(facts for path, facts in self._files.items() if path not in self._kustomize.used_files)

    @cached_property
    def _builds(self) -> dict[str, Universe]:
        """What the kustomizations build, by the path of the file of each."""
        return {build.kustomization.file.path: self._universe_of(build) for build in self._kustomize.roots}

    def _universe_of(self, build: Build) -> Universe:
        membership = Membership(
            f"the kustomization {build.kustomization.directory or '.'}",
            build.kustomization.place,
            is_built=True,
            sources=build.files,
            unapplied=tuple(dict.fromkeys(f"{one.place.file.path}: {one.what}" for one in build.unapplied)),
        )
        files = [self._files[path] for path in sorted(build.files) if path in self._files]
        resources = [built.resource for built in build.objects]
        services = (one for one in resources if isinstance(one, Service))
        return Universe(membership, files, services, (one for one in resources if isinstance(one, Workload)))

    def _built_wirings(self) -> dict[Service, list[Wiring]]:
        wirings: dict[Service, list[Wiring]] = defaultdict(list)
        for build in self._kustomize.roots:
            path = build.kustomization.file.path
            around = (self._builds[path], *self._around(path))
            for resource, origin in build.objects:
                if isinstance(resource, Service) and isinstance(origin, Service):
                    wirings[origin].append(Wiring(resource, origin, around, self._resolver))
        return wirings

    def _around(self, path: str) -> tuple[Universe, ...]:
        """The universes around a file that is deployed as it is: its charts, its scopes of the settings, the workspace."""
        charts = (self._chart_universes[folder] for folder in self._charts.of(path) if folder in self._chart_universes)
        scopes = (universe for globs, universe in self._scope_universes if _is_meant(path, globs))
        return (*charts, *scopes, self.workspace)

    @cached_property
    def _chart_universes(self) -> dict[str, Universe]:
        found: dict[str, list[FileFacts]] = defaultdict(list)
        for facts in self._plain:
            for folder in self._charts.of(facts.file.path):
                found[folder].append(facts)
        # The templates of a chart may exclude each other.
        memberships = {folder: Membership(f"the chart {folder or '.'}", is_unconditional=False) for folder in found}
        return {folder: _universe(memberships[folder], files) for folder, files in found.items()}

    @cached_property
    def _scope_universes(self) -> tuple[tuple[tuple[Glob, ...], Universe], ...]:
        return tuple((globs, self._scope_universe(scope, globs)) for scope, globs in self._scopes)

    def _scope_universe(self, scope: ScopeSetting, globs: tuple[Glob, ...]) -> Universe:
        """What is deployed of the files of a scope: those that stand for themselves, and what the kustomizations among them build."""
        plain = [facts for facts in self._plain if _is_meant(facts.file.path, globs)]
        builds = [universe for path, universe in self._builds.items() if _is_meant(path, globs)]
        files = {facts.file.path: facts for facts in (*plain, *(facts for build in builds for facts in build.files))}
        membership = Membership(f'the scope "{scope.name}" of the settings', is_complete=scope.complete)
        return _universe(membership, plain, builds, files.values())


def _is_meant(path: str, globs: Iterable[Glob]) -> bool:
    return any(glob.matches(path) for glob in globs)


def _universe(
    membership: Membership, plain: Iterable[FileFacts], builds: Iterable[Universe] = (), files: Iterable[FileFacts] = ()
) -> Universe:
    """The universe of plain files and of what kustomizations build; each object once. `files` are those that were read for it."""
    plain, builds = tuple(plain), tuple(builds)
    services = dict.fromkeys((*(one for facts in plain for one in facts.services), *(one for build in builds for one in build.services)))
    workloads = dict.fromkeys((*(one for facts in plain for one in facts.workloads), *(one for build in builds for one in build.workloads)))
    return Universe(membership, files or plain, services, workloads)
