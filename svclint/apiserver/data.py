"""An object as the API server holds it: plain data, absent and null fields left out. How to read, copy and mark it."""

from typing import Final, Self, TypeAlias, cast

Data: TypeAlias = bool | int | float | str | list["Data"] | dict[str, "Data"] | None
Object: TypeAlias = dict[str, Data]

_AUTOMATIC: Final = 1 << 40
"""Beyond every number that a port field can hold."""


class AutomaticIP(str):
    """A cluster IP that the server chose: which one nobody knows, but it is equal to itself alone.

    `family` is IPv4, IPv6, or empty where it is not known what the cluster has.
    """

    __slots__ = ("family",)
    family: str

    def __new__(cls, family: str = "") -> Self:
        """An address of a family that is no other's."""
        made = super().__new__(cls, f"(chosen by the cluster{': ' + family if family else ''})")
        made.family = family
        return made

    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__


class AutomaticPort(int):
    """A node port that the server chose, the number-th one: equal to itself alone, and to no number of the user's."""

    __slots__ = ()

    def __new__(cls, number: int) -> Self:
        """The number-th one of a cluster."""
        return super().__new__(cls, _AUTOMATIC + number)


def copied(data: Object) -> Object:
    """A copy that shares nothing with the original."""
    return cast(Object, copied_value(data))


def copied_value(data: Data) -> Data:
    """The same for a value of any kind."""
    if isinstance(data, dict):
        return {name: copied_value(value) for name, value in data.items()}
    return [copied_value(value) for value in data] if isinstance(data, list) else data


def part(data: Object, name: str) -> Object:
    """The object under a name, made where it is absent."""
    found = data.get(name)
    if not isinstance(found, dict):
        found = data[name] = {}
    return found


def spec_of(service: Object) -> Object:
    """The spec of a Service."""
    return part(service, "spec")


def text(data: Object, name: str) -> str:
    """The text under a name; empty where there is none."""
    found = data.get(name)
    return found if isinstance(found, str) else ""


def number(data: Object, name: str) -> int:
    """The number under a name; 0 where there is none."""
    found = data.get(name)
    return found if isinstance(found, int) and not isinstance(found, bool) else 0


def listed(data: Object, name: str) -> list[str]:
    """The texts of a list under a name; none where it is absent."""
    found = data.get(name)
    return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []


def entries(data: Object, name: str) -> list[Object]:
    """The objects of a list under a name, the very ones; none where it is absent."""
    found = data.get(name)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def strings(data: Object, name: str) -> dict[str, str]:
    """A map of strings under a name; empty where it is absent."""
    found = data.get(name)
    return {key: value for key, value in found.items() if isinstance(value, str)} if isinstance(found, dict) else {}
