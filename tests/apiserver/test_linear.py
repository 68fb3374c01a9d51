"""The cost of a verdict grows with the number of ports, and no faster: counted in calls, not in seconds."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from svclint import admission
from svclint.apiserver.data import Data, Object
from svclint.apiserver.request import WAYS
from svclint.apiserver.verdict import judge_create
from svclint.policy.cluster import ClusterPolicy
from tests.apiserver.services import manifest, service

SIZE = 300


def _text(size: int, **port: Data) -> str:
    return manifest({"type": "NodePort", "ports": [{"name": f"p{n}", "port": n + 1, **port} for n in range(size)]})


def _calls(work: Callable[[], object]) -> int:
    """How many functions are called, ours and built-in ones."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def _growth(work: Callable[[int], Callable[[], object]]) -> float:
    work(10)()  # what is loaded and cached once
    return _calls(work(2 * SIZE)) / _calls(work(SIZE))


@pytest.mark.parametrize("port", [{}, {"nodePort": 30000}, {"port": 0, "name": "A"}, {"targetPort": "-"}], ids=str)
def test_creating(port: Object) -> None:
    assert _growth(lambda size: lambda: admission.create(_text(size, **port))) < 2.1
    assert _growth(lambda size: lambda: judge_create(service(_text(size, **port)), ClusterPolicy())) < 2.1


@pytest.mark.parametrize("how", WAYS)
def test_updating(how: str) -> None:
    assert _growth(lambda size: lambda: admission.update(_text(size), _text(size, targetPort=1), how)) < 2.1
    assert _growth(lambda size: lambda: admission.update(_text(size), _text(size // 2, nodePort=1), how)) < 2.1


def test_many_services() -> None:
    assert _growth(lambda size: lambda: admission.create_all([_text(1, nodePort=30000 + n) for n in range(size)])) < 2.1
