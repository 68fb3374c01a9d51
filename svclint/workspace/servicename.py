"""How a user calls a Service: its name, or namespace/name, or a glob over these."""

from collections.abc import Iterable
from fnmatch import fnmatchcase

from svclint.model.service import Service
from svclint.record import NamedTuple
from svclint.source.nearest import nearest
from svclint.source.place import Place
from svclint.workspace.wiring import Wiring


class ServiceName(NamedTuple):
    """What is asked for: `*`, `?` and `[a-z]` stand for what they do in a shell. Without a slash any namespace is meant."""

    text: str
    default_namespace: str

    def matches(self, wiring: Wiring) -> bool:
        """Whether a Service is meant: as it is deployed, or as its file calls it. One without a namespace is in the default one."""
        namespace, slash, name = self.text.rpartition("/")
        for service in (wiring.service, wiring.origin):
            there = service.namespace or self.default_namespace
            if fnmatchcase(service.name, name) and (not slash or fnmatchcase(there, namespace)):
                return True
        return False


class Unmatched(NamedTuple):
    """A name that is no Service's. `place` is that of one outside the named paths; else `meant` is a name to try."""

    text: str
    meant: str | None = None
    place: Place | None = None


def unmatched(name: ServiceName, shown: Iterable[Wiring], others: Iterable[Wiring]) -> Unmatched:
    """What to say of a name that none of `shown` has; `others` are outside the named paths."""
    outside = next((one for one in others if name.matches(one)), None)
    if outside:
        return Unmatched(name.text, place=outside.origin.place)
    services = [one.service for one in shown]
    last = name.text.rpartition("/")[2]
    if "/" not in name.text:
        return Unmatched(name.text, nearest(last, (one.name for one in services)))
    full = {_full(one, name.default_namespace): one for one in services}
    same = sorted(there for there, one in full.items() if one.name == last)
    return Unmatched(name.text, nearest(name.text, full) or (same[0] if same else None))


def _full(service: Service, default_namespace: str) -> str:
    return f"{service.namespace or default_namespace}/{service.name}"
