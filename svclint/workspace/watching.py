"""A monitor as it is deployed, and the Services that it selects there: the subject of the rules of monitors."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import cached_property

from svclint.model.located import Located
from svclint.model.monitor import Monitor
from svclint.model.service import Service
from svclint.record import NamedTuple
from svclint.source.nearest import distance
from svclint.workspace.evidence import are_instances
from svclint.workspace.reliance import Found, Standing
from svclint.workspace.scope import Scope, nearness
from svclint.workspace.similar import SimilarValues, folded
from svclint.workspace.universe import Membership, Universe

_CROWD = 64  # a value that more Services have tells nothing


class Kind(IntEnum):
    """How a monitor misses a Service; the surest first."""

    SELECTOR = 1
    """The pairs are what the Service selects pods by, not among its own labels."""
    NAMESPACE = 2
    """It has the labels, in a namespace that the monitor does not look into."""
    OTHER_KEY = 3
    """It has the value under another key."""
    VALUE = 4
    """It has another, similar value under the key."""


class Miss(NamedTuple):
    """What a monitor misses a Service by: the pair `key`; `found` is what the Service has, under `found_key`."""

    kind: Kind
    scope: Scope
    service: Service
    key: str = ""
    found_key: str = ""
    found: Located[str] | None = None


class ServicesByValue:
    """The Services of a universe by the values of their labels and selectors, equal or similar."""

    def __init__(self, universe: Universe) -> None:
        found: dict[str, dict[Service, None]] = defaultdict(dict)
        for service in universe.services:
            for labels in (service.labels, service.selector):
                for value in labels.values():
                    found[value.value][service] = None
        self._by_value: Mapping[str, dict[Service, None]] = found
        self._similar = SimilarValues(found)

    def having(self, value: str) -> Iterator[Service]:
        """The Services with exactly this value somewhere."""
        return iter(self._by_value.get(value, ()))

    def around(self, value: str) -> Iterator[Service]:
        """The Services that have a value, or one like it, as far as it tells them apart."""
        for one in dict.fromkeys((value, *self._similar.around(value))):
            found = self._by_value.get(one, ())
            if len(found) <= _CROWD:
                yield from found


class Watching:
    """A monitor of Services in one of the ways that it is deployed. `values` has the Services of each universe by their values."""

    def __init__(self, monitor: Monitor, standing: Standing, values: dict[Universe, ServicesByValue]) -> None:
        self.monitor = monitor
        self.standing = standing
        self._values = values

    @property
    def about(self) -> Monitor:
        """The object that is judged."""
        return self.monitor

    @property
    def home(self) -> Membership:
        """What holds the innermost universe together."""
        return self.standing.home

    @cached_property
    def matches(self) -> tuple[Service, ...]:
        """All Services of the workspace that the monitor selects."""
        found = (one for universe in self.standing.around for one in self._selected(universe))
        return tuple(dict.fromkeys(found))

    @cached_property
    def found(self) -> Found:
        """The Services that the monitor selects in the innermost scope that has any."""
        for universe in self.standing.around:
            distances = [(nearness(self.monitor, one, together=universe.membership.is_set), one) for one in self._selected(universe)]
            if distances:
                least = min(distance for distance, _ in distances)
                return Found(least[0], tuple(one for near, one in distances if near == least), universe)
        return Found()

    def _selected(self, universe: Universe) -> Iterator[Service]:
        selector = self.monitor.selector
        first = next(iter(selector.labels.values()), None)
        around = self._in(universe).having(first.value) if first else iter(universe.services)
        return (one for one in around if selector.matches(one.labels) and self.looks_at(one))

    def _in(self, universe: Universe) -> ServicesByValue:
        if universe not in self._values:
            self._values[universe] = ServicesByValue(universe)
        return self._values[universe]

    def looks_at(self, service: Service) -> bool:
        """Whether the monitor looks into the namespace of a Service, as far as the manifests tell: unset may be any."""
        names = self.monitor.namespaces
        if names is None or not service.namespace:
            return True
        if names == (self.monitor.namespace,):
            spaces = self.standing.spaces(self.monitor, None)
            return spaces in (None, ("",)) or self.standing.directory.same_namespace(service, spaces or ())
        return self.standing.directory.same_namespace(service, names)

    def nearest_miss(self) -> Miss | None:
        """The Service that was probably meant, where none is selected: the innermost scope that has one decides."""
        for universe in self.standing.close:
            found = [miss for service in self._candidates(universe) if (miss := self._miss(service, universe))]
            best = min(found, key=lambda miss: (miss.scope, miss.kind, miss.service.name, miss.service.place.begin), default=None)
            if best:
                return best
        return None

    def _candidates(self, universe: Universe) -> tuple[Service, ...]:
        values = {value.value for value in self.monitor.selector.labels.values()}
        return tuple(dict.fromkeys(one for value in sorted(values) for one in self._in(universe).around(value)))

    def _miss(self, service: Service, universe: Universe) -> Miss | None:
        scope, _ = nearness(self.monitor, service, together=universe.membership.is_set)
        if scope is Scope.OUTWARD or not self._fits(service):
            return None
        wanted, labels = self.monitor.selector.labels, service.labels
        if not self.monitor.selector._replace(labels=type(wanted)()).matches(labels):
            return None
        missing = [key for key, value in wanted.items() if key not in labels or labels[key].value != value.value]
        if not missing:
            return None if scope is Scope.DIRECTORY and not universe.membership.is_set else Miss(Kind.NAMESPACE, scope, service)
        first = missing[0]
        if not self.looks_at(service):
            return None
        own = service.selector
        if all(key in own and own[key].value == wanted[key].value for key in missing):
            return Miss(Kind.SELECTOR, scope, service, first, first, own[first])
        return self._differing(service, scope, first) if len(missing) == 1 else None

    def _differing(self, service: Service, scope: Scope, key: str) -> Miss | None:
        wanted, labels = self.monitor.selector.labels, service.labels
        value = wanted[key].value
        if key not in labels:
            for other, has in labels.items():
                if has.value == value and other not in wanted and len(value) > 1:
                    return Miss(Kind.OTHER_KEY, scope, service, key, other, has)
            return None
        return Miss(Kind.VALUE, scope, service, key, key, labels[key]) if _is_mistyped(value, labels[key].value) else None

    def _fits(self, service: Service) -> bool:
        """Whether a Service has a port that the monitor scrapes; its name, where the monitor does not say which port of a Service."""
        names = {one.port.value for one in self.monitor.endpoints if one.port}
        if not names:
            return service.name == self.monitor.name
        return any(port.name.value in names for port in service.ports)


def _is_mistyped(one: str, other: str) -> bool:
    one, other = folded(one), folded(other)
    most = min(2, max(len(one), len(other)) // 4)
    return one == other or (not are_instances(one, other) and 0 < distance(one, other, most) <= most)
