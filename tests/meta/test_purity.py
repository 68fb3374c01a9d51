"""The line is pure: the same snapshot gives the same bytes, in whatever order its files come, and changes nothing it was given."""

import random
from enum import Enum
from functools import cached_property

import pytest

from svclint.checks import RULES
from svclint.output import full
from svclint.output.summary import summary
from svclint.pipeline import check, diagnose, index, read_all
from svclint.policy.settings import Settings
from svclint.rule.context import Context
from svclint.rule.registry import Registry
from svclint.rule.snapshot import Snapshot
from tests.support import every
from tests.support.projects import NAMES, read_project

INPUTS = every.inputs() | {name: (read_project(name), Settings(pedantic=True)) for name in NAMES}


def render(snapshot: Snapshot, settings: Settings) -> str:
    report = check(snapshot, settings)
    return full.render(report) + summary(report)


@pytest.mark.parametrize("name", INPUTS)
def test_the_order_of_the_files_changes_nothing(name: str) -> None:
    snapshot, settings = INPUTS[name]
    once = render(snapshot, settings)
    reversed_before = snapshot.previous._replace(files=snapshot.previous.files[::-1])
    shuffled = random.Random(1).sample(snapshot.files, len(snapshot.files))
    for files in (snapshot.files, snapshot.files[::-1], tuple(shuffled)):
        assert render(snapshot._replace(files=files, previous=reversed_before), settings) == once


@pytest.mark.parametrize("name", INPUTS)
def test_the_rules_change_nothing(name: str) -> None:
    snapshot, settings = INPUTS[name]
    facts = read_all(snapshot.files, settings)
    before = dump(facts, {})
    context = Context(index(facts, snapshot, settings), settings)
    *_, ran = diagnose(Registry(RULES), context, snapshot)
    assert ran.crashed == ()
    assert dump(facts, {}) == before


def dump(value: object, seen: dict[int, int]) -> object:
    """The value as plain tuples that can be compared; what an object works out at first use is left out."""
    if value is None or isinstance(value, str | int | float | Enum | type):
        return value
    if id(value) in seen:
        return ("seen", seen[id(value)])
    seen[id(value)] = len(seen)
    if isinstance(value, tuple | list):
        return (type(value).__name__, *(dump(item, seen) for item in value))
    inner = value if isinstance(value, dict) else attributes(value)
    return (type(value).__name__, *((key, dump(item, seen)) for key, item in inner.items()))


def attributes(value: object) -> dict[str, object]:
    kind = type(value)
    slots = (name for base in kind.__mro__ for name in getattr(base, "__slots__", ()))
    names = [*slots, *getattr(value, "__dict__", {})]
    lazy = {name for name in names if name.startswith("_") or isinstance(getattr(kind, name, None), cached_property)}
    return {name: getattr(value, name) for name in names if name not in lazy}
