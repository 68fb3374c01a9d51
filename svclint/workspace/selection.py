"""Which workloads a Service selects: its selector resolved like a name, innermost scope first."""

import posixpath
from collections import defaultdict
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from svclint.model.located import Located
from svclint.model.service import ExternalNameService, Service
from svclint.model.workload import Workload
from svclint.policy.labels import ADDED_TO_PODS, is_operators
from svclint.workspace.endpoints import has_labels


class Scope(IntEnum):
    """How far out a name was resolved; the innermost scope with a match decides (design.md §1.2)."""

    FILE = 1
    DIRECTORY = 2
    ROOT = 3


class Selection(NamedTuple):
    """What a Service selects.

    `workloads` are those of the innermost scope with a match; `scope` is None where nothing matches. `elsewhere` tells
    that other namespaces have a match. `judgeable` is False where the manifests cannot tell: no selector, a value
    that does not decode, pods that an operator makes.
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

    `default_namespace` is the namespace that an absent one may be.
    """

    def __init__(self, services: tuple[Service, ...], workloads: tuple[Workload, ...], default_namespace: str) -> None:
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
    def _by_pair(self) -> dict[tuple[str, str], list[Workload]]:
        pairs: dict[tuple[str, str], list[Workload]] = defaultdict(list)
        for workload in self._workloads:
            for key, value in workload.pod_labels.items():
                pairs[key, value.value].append(workload)
        return pairs

    def _select(self, service: Service) -> Selection:
        pairs = visible_pairs(service)
        if not pairs:
            return Selection(judgeable=False)
        rarest = min((self._by_pair.get((key, value.value), []) for key, value in pairs.items()), key=len)
        matches = [one for one in rarest if has_labels(one, pairs)]
        here = [one for one in matches if self.same_namespace(service, one)]
        if not here:
            return Selection(elsewhere=bool(matches))
        innermost = min(scope_between(service, one) for one in here)
        return Selection(innermost, tuple(one for one in here if scope_between(service, one) == innermost))


def visible_pairs(service: Service) -> dict[str, Located[str]]:
    """The pairs of a selector that a pod template can show; empty where the manifests cannot tell who is selected."""
    if isinstance(service, ExternalNameService) or not service.selector.complete or any(map(is_operators, service.selector)):
        return {}
    return {key: value for key, value in service.selector.items() if key not in ADDED_TO_PODS}
