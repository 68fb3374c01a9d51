"""The workloads of one file or folder, found by what a selector that misses them may have meant."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from svclint.model.located import Located
from svclint.model.workload import Workload
from svclint.workspace.similar import SimilarValues

_CROWD = 32  # a label that more workloads share tells nothing about which one was meant


class Neighbours:
    """Workloads by their labels; every index is made when the first selector misses."""

    def __init__(self, workloads: tuple[Workload, ...]) -> None:
        self._workloads = workloads

    def candidates(self, pairs: Mapping[str, Located[str]]) -> tuple[Workload, ...]:
        """The workloads that a selector may almost select, in the order of their places, each once."""
        found = {one for key, value in pairs.items() for one in self._around(key, value.value)}
        return tuple(sorted(found, key=lambda one: (one.file.path, one.template.begin)))

    def _around(self, key: str, value: str) -> Iterator[Workload]:
        yield from _sparse(self._by_own_label.get((key, value)))
        yield from _sparse(self._by_value.get(value))
        if key in self._similar:
            for other in self._similar[key].around(value):
                yield from _sparse(self._by_label.get((key, other)))

    @cached_property
    def _by_own_label(self) -> dict[tuple[str, str], list[Workload]]:
        found: dict[tuple[str, str], list[Workload]] = defaultdict(list)
        for workload in self._workloads:
            for key, value in workload.labels.items():
                found[key, value.value].append(workload)
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
