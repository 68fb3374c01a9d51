"""What an update makes of a stored Service, and which port becomes which."""

from collections.abc import Iterator

from svclint.apiserver.data import AutomaticPort, Object, entries, number, text
from svclint.apiserver.fielderror import Cause, FieldError
from svclint.record import NamedTuple

_FORGIVEN = frozenset(
    (
        Cause.UNKNOWN_FIELD,
        Cause.DUPLICATE_KEY,
        Cause.FORBIDDEN_FIELD,
        Cause.NODE_PORT_ON_CLUSTER_IP,
        Cause.HEALTH_CHECK_NODE_PORT,
        Cause.SELECTOR_LABEL,
    )
)
"""What a client may be told to leave unchecked, or an update from another type drops, or older versions let in."""


class PortChange(NamedTuple):
    """A port of the stored Service before and after an update; `entry` is its index in the new manifest."""

    before: Object
    after: Object
    entry: int

    @property
    def node_ports(self) -> tuple[int, int]:
        """The node ports; 0 for none, an AutomaticPort for one that the cluster chooses."""
        return number(self.before, "nodePort"), number(self.after, "nodePort")


class Change(NamedTuple):
    """The stored Service before and after an update; where that is refused, as it would be if nothing stood against it.

    `origins` tells for each port after it the entry of the new manifest that it comes from, None for one that was there before.
    `doubts` are errors against ever creating the one before.
    """

    before: Object
    after: Object
    origins: tuple[int | None, ...]
    doubts: tuple[FieldError, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the one before can have been in a cluster as its manifest says it."""
        return not any(error.path.steps()[:1] == ["spec"] and error.cause not in _FORGIVEN for error in self.doubts)

    def ports(self) -> tuple[list[Object], list[Object]]:
        """The ports before and after."""
        return _ports(self.before), _ports(self.after)

    def released(self) -> list[int]:
        """The node ports that the Service had and has no more, those first whose number is known."""
        old, new = ([number(port, "nodePort") for port in ports] for ports in self.ports())
        return sorted(dict.fromkeys(one for one in old if one and one not in new), key=is_chosen)

    def same_ports(self) -> Iterator[PortChange]:
        """Each port that goes on: known by its number and protocol, else by its name; or the only one that there is."""
        old, new = self.ports()
        left, right = list(range(len(old))), list(range(len(new)))
        for alike in (_same_number, _same_name):
            for j in tuple(right):
                fits = [i for i in left if alike(old[i], new[j])]
                if len(fits) == 1:
                    left.remove(fits[0])
                    right.remove(j)
                    yield from self._change(old[fits[0]], new[j], j)
        if len(left) == len(right) == 1 and (len(old) == len(new) == 1 or _same_target(old[left[0]], new[right[0]])):
            yield from self._change(old[left[0]], new[right[0]], right[0])

    def _change(self, before: Object, after: Object, position: int) -> Iterator[PortChange]:
        entry = self.origins[position]
        if entry is not None:
            yield PortChange(before, after, entry)


def is_chosen(node_port: int) -> bool:
    """Whether nobody but the cluster knows the number of a node port."""
    return isinstance(node_port, AutomaticPort)


def _ports(service: Object) -> list[Object]:
    spec = service.get("spec")
    return entries(spec, "ports") if isinstance(spec, dict) else []


def _protocol(port: Object) -> str:
    return text(port, "protocol") or "TCP"


def _same_number(one: Object, other: Object) -> bool:
    return one.get("port") == other.get("port") and _protocol(one) == _protocol(other)


def _same_name(one: Object, other: Object) -> bool:
    return text(one, "name") == text(other, "name") != "" and _protocol(one) == _protocol(other)


def _same_target(one: Object, other: Object) -> bool:
    return one.get("targetPort") == other.get("targetPort") and _protocol(one) == _protocol(other)
