"""A repository as the measurements see it: which Services select what, worked out without the code that is measured."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from svclint.model.service import ExternalNameService, Service
from svclint.model.workload import Workload
from svclint.workspace.facts import FileFacts

DEFAULT_NAMESPACE = "default"
_RELABELS = re.compile(r"commonLabels|includeSelectors")
_NAMESPACE = re.compile(r"^namespace:", re.MULTILINE)


class Chosen(NamedTuple):
    """A Service and the workloads that it selects in `scope`: its file, its directory, or a deployable set.

    `number` is that of the Service among those of its file, from 0.
    """

    service: Service
    number: int
    workloads: tuple[Workload, ...]
    scope: str

    @property
    def path(self) -> str:
        """The file that the Service is written in."""
        return self.service.file.path


def matches(service: Service, workload: Workload) -> bool:
    """Whether the pods of a workload have every pair of a selector, in the same namespace."""
    labels = workload.pod_labels
    one, other = (each.namespace or DEFAULT_NAMESPACE for each in (service, workload))
    return one == other and all(key in labels and labels[key].value == pair.value for key, pair in service.selector.items())


class Surroundings:
    """The facts of a repository by path, and what is said anywhere in it."""

    def __init__(self, facts: Iterable[FileFacts]) -> None:
        self.facts = {one.file.path: one for one in facts}
        self._kustomizations = {one.directory: one for one in self.facts.values() if one.kustomization}

    def choose(self) -> Iterator[Chosen]:
        """Every Service that selects a workload of its file, else its directory, else a kustomization it is part of."""
        for path, facts in self.facts.items():
            if facts.is_template or path in self._patches:
                continue
            for index, service in enumerate(facts.services):
                if isinstance(service, ExternalNameService) or not service.selector or not service.selector.complete:
                    continue
                scope, found = self._select(facts, service)
                if found:
                    yield Chosen(service, index, found, scope)

    def others(self, service: Service, chosen: Chosen) -> tuple[Workload, ...]:
        """The workloads of the repository, those of `chosen` aside, that a changed Service selects."""
        found = self._by_label[next(iter(service.selector.items()))[0]] if service.selector else []
        return tuple(one for one in found if one not in chosen.workloads and matches(service, one))

    def builders(self, path: str) -> tuple[str, ...]:
        """The texts of all kustomizations that build from the file at `path`."""
        return tuple(self._kustomizations[folder].file.text for folder in sorted(self._closures) if path in self._closures[folder])

    def is_relabelled(self, path: str, key: str) -> bool:
        """Whether a kustomization may set the label `key` in selectors of the file at `path`."""
        return any(key in text and _RELABELS.search(text) for text in self.builders(path))

    def is_moved(self, path: str) -> bool:
        """Whether a kustomization sets the namespace of what the file at `path` holds."""
        return any(_NAMESPACE.search(text) for text in self.builders(path))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every key and value of a label, every namespace, and every name of a port: what a changed text must not become."""
        found: set[str] = set()
        for facts in self.facts.values():
            for workload in facts.workloads:
                ports = (port for container in workload.containers for port in container.ports)
                found |= {workload.name, workload.namespace, *(port.name.value or "" for port in ports)}
                for labels in (workload.labels, workload.pod_labels):
                    found |= {text for key, pair in labels.items() for text in (key, pair.value)}
            for service in facts.services:
                found |= {service.name, service.namespace, *(text for key, pair in service.selector.items() for text in (key, pair.value))}
        return frozenset(found)

    def _select(self, facts: FileFacts, service: Service) -> tuple[str, tuple[Workload, ...]]:
        near = self._by_folder[facts.directory]
        sets = sorted((len(paths), sorted(paths)) for paths in self._closures.values() if facts.file.path in paths)
        scopes = [("file", [facts]), ("directory", near)]
        scopes += [("set", [self.facts[path] for path in paths]) for _, paths in sets]
        for scope, files in scopes:
            found = tuple(workload for one in files for workload in one.workloads if matches(service, workload))
            if found:
                return scope, found
        return "", ()

    @cached_property
    def _patches(self) -> frozenset[str]:
        return frozenset(path for one in self.facts.values() if one.kustomization for path in one.kustomization.patch_files)

    @cached_property
    def _by_folder(self) -> dict[str, list[FileFacts]]:
        folders: dict[str, list[FileFacts]] = defaultdict(list)
        for path, facts in self.facts.items():
            if path not in self._patches:
                folders[facts.directory].append(facts)
        return folders

    @cached_property
    def _by_label(self) -> dict[str, list[Workload]]:
        found: dict[str, list[Workload]] = defaultdict(list)
        for path, facts in self.facts.items():
            for workload in facts.workloads if path not in self._patches else ():
                for key in workload.pod_labels:
                    found[key].append(workload)
        return found

    @cached_property
    def _closures(self) -> dict[str, frozenset[str]]:
        """The object files that each kustomization builds from, by its folder."""
        return {folder: frozenset(self._built(folder, set())) for folder in self._kustomizations}

    def _built(self, folder: str, seen: set[str]) -> Iterator[str]:
        facts = self._kustomizations.get(folder)
        if facts is None or facts.kustomization is None or folder in seen:
            return
        seen.add(folder)
        for path in (reference.path for reference in facts.kustomization.uses if reference.path is not None):
            if path in self.facts and path not in self._patches:
                yield path
            else:
                yield from self._built(posixpath.normpath(path) if path else "", seen)
