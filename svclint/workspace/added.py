"""Which labels the pods of a workload have: those of its template, and those that controllers add to them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum

from svclint.model.autoscaler import Autoscaler
from svclint.model.located import Located
from svclint.model.workload import Workload
from svclint.policy.labels import ADDED_BY_KEY, ADDED_TO_KIND, UNFORESEEABLE, Added, Follows, is_run_time
from svclint.policy.version import version_at_least
from svclint.source.pattern import pattern

_LONGEST = 254  # no object has a longer name, and no label a longer value
_NUMBER = pattern(r"(?:0|[1-9][0-9]{0,8})\Z")


class Chance(IntEnum):
    """Whether pods have a label, as far as manifests tell."""

    NO = 0
    POSSIBLE = 1
    CERTAIN = 2


class PodLabels:
    """Judges whether pods have a label.

    `autoscalers` are those of the workspace: the object that one of them names may have any number of pods.
    """

    def __init__(self, autoscalers: Iterable[Autoscaler] = (), kubernetes_version: str = "1.36") -> None:
        self._scaled = frozenset((one.target_kind, one.target_name) for one in autoscalers)
        self._version = kubernetes_version

    def is_scaled(self, workload: Workload) -> bool:
        """Whether an autoscaler names the workload: by kind and name, whatever the namespace, which overlays set."""
        return (workload.kind, workload.name) in self._scaled

    def chance(self, workload: Workload, key: str, value: str) -> Chance:
        """Whether the pods of a workload, or some of them, have the label."""
        own = workload.pod_labels.get(key)
        if own is not None and own.value == value:
            return Chance.CERTAIN
        lines = ADDED_BY_KEY.get(key, ())
        if lines:
            return max((self._added(line, workload, value) for line in lines if self._applies(line, workload)), default=Chance.NO)
        if own is None and is_run_time(key, value) and all(other.value != value for other in workload.pod_labels.values()):
            return Chance.POSSIBLE  # where the template has the value under another key, the key is what went wrong
        return Chance.NO

    def selected(self, workload: Workload, pairs: Mapping[str, Located[str]]) -> Chance:
        """Whether a selector of these pairs selects the pods of a workload, or some of them: the least of what holds for each pair."""
        least = Chance.CERTAIN
        for key, value in pairs.items():
            own = workload.pod_labels.get(key)
            if own is None or own.value != value.value:
                least = min(least, self.chance(workload, key, value.value))
                if not least:
                    break
        return least

    def _applies(self, line: Added, workload: Workload) -> bool:
        if not version_at_least(self._version, 1, line.minor):
            return False
        if not line.kinds:
            return line.key not in workload.pod_labels
        part = workload.part
        return workload.kind in line.kinds and (not part or part == line.part or not line.part) and (not part or part != line.but)

    def _added(self, line: Added, workload: Workload, value: str) -> Chance:  # noqa: PLR0911 - one return for each way to follow
        name, part = workload.name, workload.part
        match line.follows:
            case Follows.NAME:
                return _equal(value, name)
            case Follows.NAME_AND_MORE:
                return _possible(value.startswith(f"{name}-") if name else bool(value))
            case Follows.NAME_AND_ORDINAL:
                head, _, tail = value.rpartition("-")
                return min(_equal(head, name), self._ordinal(workload, tail))
            case Follows.PART:
                return _equal(value, part)
            case Follows.ORDINAL:
                return self._ordinal(workload, value)
            case Follows.INDEX:
                return _possible(bool(_NUMBER.match(value)))
            case Follows.WORDS:
                return _equal(value, value if value in line.words else line.words[0])
            case Follows.NOTHING:
                return Chance.POSSIBLE

    def _ordinal(self, workload: Workload, text: str) -> Chance:
        """Whether a StatefulSet has a pod of that ordinal: from ordinals.start on, as many as it has replicas.

        Where something else says how many, or nobody, any from the start on is possible; none is what the number of replicas is
        before somebody scales.
        """
        start = workload.ordinals_start
        if not _NUMBER.match(text) or int(text) < start:
            return Chance.NO
        replicas = workload.replicas.value if workload.replicas else None
        if replicas is None or replicas < 1 or self.is_scaled(workload):
            return Chance.POSSIBLE
        return Chance.CERTAIN if int(text) < start + replicas else Chance.NO


def _equal(value: str, known: str) -> Chance:
    """A value against the one that it must be; an object without a name is given one by the server."""
    if not known:
        return _possible(bool(value))
    return Chance.CERTAIN if value == known else Chance.NO


def _possible(answer: bool) -> Chance:  # noqa: FBT001 - it turns one into the other
    return Chance.POSSIBLE if answer else Chance.NO


class PodIndex:
    """Workloads by the labels of their pods, the added ones among them: found without judging every workload."""

    def __init__(self, workloads: Iterable[Workload]) -> None:
        self._by_pair: dict[tuple[str, str], list[Workload]] = defaultdict(list)
        self._by_base: dict[tuple[str, str], list[Workload]] = defaultdict(list)
        for workload in workloads:
            for key, value in workload.pod_labels.items():
                self._by_pair[key, value.value].append(workload)
            for pair in {(line.key, base) for line in ADDED_TO_KIND.get(workload.kind, ()) for base in _bases(line, workload)}:
                self._by_base[pair].append(workload)

    def candidates(self, pairs: Mapping[str, Located[str]]) -> list[Workload] | None:
        """A superset of the workloads that a selector of these pairs selects; None where no pair narrows the choice."""
        found = [
            self._around(key, value.value)
            for key, value in pairs.items()
            if key not in UNFORESEEABLE and (key in ADDED_BY_KEY or not is_run_time(key, value.value))
        ]
        return min(found, key=len) if found else None

    def _around(self, key: str, value: str) -> list[Workload]:
        plain = self._by_pair.get((key, value), [])
        if key not in ADDED_BY_KEY:
            return plain
        added = [one for base in _cut(value) for one in self._by_base.get((key, base), ())]
        return list(dict.fromkeys((*plain, *added)))


def _bases(line: Added, workload: Workload) -> Iterator[str]:
    """What the values of an added label are filed under: the name they begin with, the value itself, or nothing."""
    if line.key in UNFORESEEABLE:
        return
    match line.follows:
        case Follows.NAME | Follows.NAME_AND_MORE | Follows.NAME_AND_ORDINAL:
            yield workload.name
        case Follows.PART:
            yield workload.part
        case Follows.WORDS:
            yield from line.words
        case _:
            yield ""


def _cut(value: str) -> Iterator[str]:
    """All that a value may be filed under: itself, what stands before each of its dashes, nothing."""
    yield value
    while "-" in value and len(value) < _LONGEST:
        value = value.rpartition("-")[0]
        yield value
    if value:
        yield ""
