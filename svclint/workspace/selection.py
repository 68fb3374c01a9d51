"""Which workloads a Service selects: its selector resolved like a name, innermost scope first."""

import posixpath
from collections.abc import Mapping
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from svclint.model.located import Located
from svclint.model.service import ExternalNameService, Service
from svclint.model.workload import Workload
from svclint.policy.labels import ADDED_BY_KEY, UNFORESEEABLE, is_run_time
from svclint.policy.operators import operator_made
from svclint.workspace.added import PodIndex, PodLabels


class Scope(IntEnum):
    """How far out a name was resolved; the innermost scope with a match decides (design.md §1.2)."""

    FILE = 1
    DIRECTORY = 2
    ROOT = 3


class Selection(NamedTuple):
    """What a Service selects.

    `workloads` are those of the innermost scope with a match; `scope` is None where nothing matches. `elsewhere` tells
    that other namespaces have a match. `judgeable` is False where the manifests cannot tell: no selector, a value
    that does not decode, no match where an operator makes the pods.
    """

    scope: Scope | None = None
    workloads: tuple[Workload, ...] = ()
    elsewhere: bool = False
    judgeable: bool = True

    @property
    def is_close(self) -> bool:
        """Whether the match is in the Service's own file or folder, and so surely deployed with it."""
        return self.scope in (Scope.FILE, Scope.DIRECTORY)


def scope_between(service: Service, workload: Workload) -> Scope:
    """The innermost scope that holds both."""
    if service.file is workload.file:
        return Scope.FILE
    same = posixpath.dirname(service.file.path) == posixpath.dirname(workload.file.path)
    return Scope.DIRECTORY if same else Scope.ROOT


class Selections:
    """The selections of all Services over all workloads, each worked out once.

    `default_namespace` is the namespace that an absent one may be; `labels` judges what labels pods have.
    """

    def __init__(self, services: tuple[Service, ...], workloads: tuple[Workload, ...], default_namespace: str, labels: PodLabels) -> None:
        self.labels = labels
        self._services = services
        self._workloads = workloads
        self._default = default_namespace
        self._known: dict[Service, Selection] = {}

    def of(self, service: Service) -> Selection:
        """What one Service selects."""
        known = self._known.get(service)
        if known is None:
            known = self._known[service] = self._select(service)
        return known

    def same_namespace(self, service: Service, workload: Workload) -> bool:
        """Whether both are in one namespace, as far as the manifests tell: unset may be the default one."""
        one, other = service.namespace, workload.namespace
        return one == other or (not one and other == self._default) or (not other and one == self._default)

    @cached_property
    def claimed(self) -> dict[Workload, tuple[Service, ...]]:
        """The Services that select each workload."""
        claims: dict[Workload, tuple[Service, ...]] = {}
        for service in self._services:
            for workload in self.of(service).workloads:
                claims[workload] = (*claims.get(workload, ()), service)
        return claims

    @cached_property
    def _index(self) -> PodIndex:
        return PodIndex(self._workloads)

    def _select(self, service: Service) -> Selection:
        pairs = judged_pairs(service)
        candidates = self._index.candidates(pairs)
        if candidates is None:
            return Selection(judgeable=False)
        matches = {one: chance for one in candidates if (chance := self.labels.selected(one, pairs))}
        here = [one for one in matches if self.same_namespace(service, one)]
        if not here:
            made = operator_made({key: value.value for key, value in pairs.items()})
            return Selection(elsewhere=bool(matches), judgeable=not made)
        innermost = min(scope_between(service, one) for one in here)
        close = [one for one in here if scope_between(service, one) == innermost]
        surest = max(matches[one] for one in close)
        return Selection(innermost, tuple(one for one in close if matches[one] == surest))


def judged_pairs(service: Service) -> Mapping[str, Located[str]]:
    """The pairs of a selector that selects; empty where the Service selects nothing, or a value does not decode."""
    if isinstance(service, ExternalNameService) or not service.selector.complete:
        return {}
    return service.selector


def visible_pairs(service: Service) -> dict[str, Located[str]]:
    """The pairs of a selector whose absence from pods can be told: no hashes, and no roles that pods give themselves."""
    return {
        key: value
        for key, value in judged_pairs(service).items()
        if key not in UNFORESEEABLE and (key in ADDED_BY_KEY or not is_run_time(key, value.value))
    }
