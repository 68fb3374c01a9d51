"""No manifest, however malformed, raises; every error has its place within the text."""

import json
from collections.abc import Iterator
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svclint import admission
from svclint.apiserver.data import Data, Object, copied
from svclint.apiserver.manifest import read_text
from svclint.apiserver.request import WAYS
from svclint.apiserver.verdict import judge_create
from svclint.apiserver.verdict_update import judge_update
from svclint.policy.cluster import ClusterPolicy
from tests.apiserver.agreement import sampled
from tests.apiserver.services import manifest, service

RICH: Object = {
    "type": "LoadBalancer",
    "clusterIP": "10.0.0.5",
    "clusterIPs": ["10.0.0.5", "fd00::5"],
    "ipFamilies": ["IPv4", "IPv6"],
    "ipFamilyPolicy": "PreferDualStack",
    "externalIPs": ["192.0.2.1"],
    "externalTrafficPolicy": "Local",
    "healthCheckNodePort": 30500,
    "loadBalancerClass": "example.com/lb",
    "loadBalancerSourceRanges": ["192.0.2.0/24"],
    "sessionAffinity": "ClientIP",
    "sessionAffinityConfig": {"clientIP": {"timeoutSeconds": 5}},
    "ports": [
        {"name": "dns", "port": 53, "protocol": "UDP", "targetPort": "dns", "nodePort": 30053},
        {"name": "dns-tcp", "port": 53, "targetPort": 5353, "appProtocol": "example.com/dns"},
    ],
}
TEXT = manifest(RICH, labels={"app": "web"}, annotations={"a": "b"}, finalizers=["a.b/c"], ownerReferences=[{"uid": "1"}])
VALUES: tuple[Data, ...] = (None, True, 0, -1, 99999999999, 1.5, 1e30, "", "None", "x y", [], {}, [None], ["", {}], {"a": None}, [[]])
SERVICES = [row["new"] for row in sampled() if row["op"] in ("create", "update")]


def _places(value: Data, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where every value of a document stands."""
    yield path
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _places(inner, (*path, step))


def _changed(data: Object, path: tuple[str | int, ...], value: Data, *, delete: bool = False) -> str:
    """The document with another value at a place, or none."""
    changed = copied(data)
    parent: Data = changed
    for step in path[:-1]:
        parent = parent[step]  # type: ignore[index]  # the path is the document's own
    if delete:
        del parent[path[-1]]  # type: ignore[arg-type, union-attr]  # as above
    else:
        parent[path[-1]] = value  # type: ignore[index]  # as above
    return json.dumps(changed)


def _judge(old: str, new: str) -> None:
    admission.create_all([new, old, new])
    for how in WAYS:
        admission.update(old, new, how)
        admission.update(new, old, how)


@pytest.mark.parametrize("path", list(_places(read_text(TEXT).data))[1:], ids=lambda path: ".".join(map(str, path)))
def test_any_value_anywhere(path: tuple[str | int, ...]) -> None:
    data = read_text(TEXT).data
    _judge(TEXT, _changed(data, path, None, delete=True))
    for value in VALUES:
        _judge(TEXT, _changed(data, path, value))


@given(st.text())
def test_any_text(text: str) -> None:
    _judge(TEXT, text)


@given(st.sampled_from(SERVICES), st.sampled_from(SERVICES), st.data())
@settings(max_examples=60, deadline=None)
def test_any_change_of_a_recorded_manifest(old: str, new: str, draw: st.DataObject) -> None:
    data = cast(Object, json.loads(json.dumps(read_text(new).data)))
    places = list(_places(data))[1:]
    path = draw.draw(st.sampled_from(places or [()]))
    if path:
        _judge(old, _changed(data, path, draw.draw(st.sampled_from(VALUES))))


@given(st.sampled_from(SERVICES), st.sampled_from(SERVICES), st.sampled_from(WAYS))
@settings(max_examples=100, deadline=None)
def test_places_lie_within_the_manifest(old: str, new: str, how: str) -> None:
    for verdict in (
        judge_create(service(new), ClusterPolicy()),
        judge_update(service(old), service(new), ClusterPolicy(), how=how),
    ):
        for error in verdict.errors:
            for at in (error.at, error.other):
                assert at is None or 0 <= at.place.begin <= at.place.end <= len(new)
