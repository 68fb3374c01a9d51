"""Our NamedTuple is typing's in all that anybody can see of it."""

import copy
import pickle
from typing import Any, Generic, NamedTuple, TypeVar

import pytest

from svclint import record

T = TypeVar("T")


class Theirs(NamedTuple):
    """A point."""

    x: int
    y: str = "why"

    @property
    def both(self) -> str:
        return f"{self.x}{self.y}"


class Ours(record.NamedTuple):
    """A point."""

    x: int
    y: str = "why"

    @property
    def both(self) -> str:
        return f"{self.x}{self.y}"


class Held(record.NamedTuple, Generic[T]):
    value: T


class Empty(record.NamedTuple):
    pass


SEEN = {
    "positional": lambda cls: cls(1, "2"),
    "named": lambda cls: cls(y="2", x=1),
    "default": lambda cls: cls(1),
    "fields": lambda cls: (cls._fields, cls._field_defaults, cls.__match_args__, cls.__doc__, cls.__module__, cls.__annotations__),
    "replaced": lambda cls: cls(1)._replace(y="z"),
    "made": lambda cls: (cls._make([1, "2"]), cls(1)._asdict()),
    "repr": lambda cls: repr(cls(1)).replace("Ours", "Theirs"),
    "property": lambda cls: cls(1).both,
    "equal": lambda cls: (cls(1) == (1, "why"), hash(cls(1)) == hash((1, "why")), cls(1) < cls(2), len(cls(1))),
    "copied": lambda cls: (copy.copy(cls(1)), copy.deepcopy(cls(1)), type(copy.copy(cls(1))) is cls),
    "pickled": lambda cls: pickle.loads(pickle.dumps(cls(1))),
    "a type": lambda cls: (type(cls), cls.__mro__[1:], cls.__slots__),
}
REFUSED = {
    "too few": lambda cls: cls(),
    "too many": lambda cls: cls(1, "2", 3),
    "unknown": lambda cls: cls(1, z=2),
    "replacing what is not there": lambda cls: cls(1)._replace(z=2),
    "making of too few": lambda cls: cls._make([1]),
    "assigned": lambda cls: setattr(cls(1), "x", 2),
    "another attribute": lambda cls: setattr(cls(1), "z", 2),
}


@pytest.mark.parametrize("see", SEEN.values(), ids=SEEN)
def test_the_same_is_seen(see: Any) -> None:
    assert see(Ours) == see(Theirs)


@pytest.mark.parametrize("see", REFUSED.values(), ids=REFUSED)
def test_the_same_is_refused(see: Any) -> None:
    told = []
    for cls in (Ours, Theirs):
        with pytest.raises((TypeError, ValueError, AttributeError)) as caught:
            see(cls)
        told.append((caught.type, str(caught.value).replace("Ours", "Theirs")))
    assert told[0] == told[1]


def test_matched() -> None:
    match Ours(1, "2"):
        case Ours(x, y):
            assert (x, y) == (1, "2")


def test_with_a_type_variable_and_without_fields() -> None:
    assert Held[int](3) == Held(3) == (3,)
    assert getattr(Held, "__orig_bases__")[0] is record.NamedTuple  # noqa: B009 - types.get_original_bases is younger than 3.11
    assert Empty() == ()


def test_a_default_in_front_of_none() -> None:
    with pytest.raises(TypeError, match="default"):

        class Wrong(record.NamedTuple):
            x: int = 1
            y: str  # type: ignore[misc]  # this is what is refused
