"""The workloads of one file or folder, found by what a selector that misses them may have meant."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from svclint.model.located import Located
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.workspace.similar import SimilarValues

_CROWD = 32  # a label that more workloads share tells nothing about which one was meant


class Neighbours:
    """Workloads by their labels; every index is made when the first selector misses."""

    def __init__(self, workloads: tuple[Workload, ...]) -> None:
        self._workloads = workloads

    def candidates(self, service: Service, pairs: Mapping[str, Located[str]]) -> tuple[Workload, ...]:
        """The workloads that a selector of a Service may almost select, in the order of their places, each once."""
        found = {one for key, value in pairs.items() for one in self._around(key, value.value)}
        found.update(_sparse(self._by_name.get(service.name)), self._serving(service))
        return tuple(sorted(found, key=lambda one: (one.file.path, one.template.begin)))

    def _around(self, key: str, value: str) -> Iterator[Workload]:
        yield from _sparse(self._by_own_label.get((key, value)))
        yield from _sparse(self._by_value.get(value))
        if key in self._similar:
            for other in self._similar[key].around(value):
                yield from _sparse(self._by_label.get((key, other)))

    def _serving(self, service: Service) -> list[Workload]:
        """Workloads that declare the rarest of the ports that a Service leads to."""
        found = [self._by_port.get(port.target_port.value, []) for port in service.ports]
        return _sparse(min(found, key=len)) if found else []

    @cached_property
    def _by_name(self) -> dict[str, list[Workload]]:
        found: dict[str, list[Workload]] = defaultdict(list)
        for workload in self._workloads:
            found[workload.name].append(workload)
        return found

    @cached_property
    def _by_port(self) -> dict[int | str | None, list[Workload]]:
        found: dict[int | str | None, list[Workload]] = defaultdict(list)
        for workload in self._workloads:
            declared = (port for container in workload.containers for port in container.ports)
            for value in {value for port in declared for value in (port.name.value, port.number.value) if value}:
                found[value].append(workload)
        return found

    @cached_property
    def _by_own_label(self) -> dict[tuple[str, str], list[Workload]]:
        found: dict[tuple[str, str], list[Workload]] = defaultdict(list)
        for workload in self._workloads:
            pairs = {(key, value.value) for own in (workload.labels, workload.match_labels) for key, value in own.items()}
            for pair in pairs:
                found[pair].append(workload)
        return found

    @cached_property
    def _by_label(self) -> dict[tuple[str, str], list[Workload]]:
        found: dict[tuple[str, str], list[Workload]] = defaultdict(list)
        for workload in self._workloads:
            for key, value in workload.pod_labels.items():
                found[key, value.value].append(workload)
        return found

    @cached_property
    def _by_value(self) -> dict[str, list[Workload]]:
        found: dict[str, list[Workload]] = defaultdict(list)
        for (_, value), workloads in self._by_label.items():
            found[value] += workloads
        return found

    @cached_property
    def _similar(self) -> dict[str, SimilarValues]:
        values: dict[str, list[str]] = defaultdict(list)
        for key, value in self._by_label:
            values[key].append(value)
        return {key: SimilarValues(texts) for key, texts in values.items()}


def _sparse(found: list[Workload] | None) -> list[Workload]:
    return found if found is not None and len(found) <= _CROWD else []
