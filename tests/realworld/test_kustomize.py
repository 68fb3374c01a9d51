"""Kustomizations of real repositories, where they are at hand: what svclint sees through them is what kustomize 5.8.1 builds."""

import json
from typing import Any

import pytest

from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.workspace.facts import read_facts
from svclint.workspace.kustomize.builds import Build, Kustomize
from svclint.yaml.values import to_json
from tests.support.archive import BUILDS, builds, needs_archive, repositories

pytestmark = [needs_archive, pytest.mark.skipif(not BUILDS.exists(), reason="what kustomize builds is not at hand")]
_ENOUGH = 0.95
_FIELDS = ("selector", "ports", "type", "clusterIP")


def test_builds() -> None:
    rows = builds()
    seen = {name: Kustomize(map(read_facts, repositories()[name])) for name in {_folder(row) for row in rows}}
    equal, silent = 0, []
    for row in rows:
        build = seen[_folder(row)].build(row["folder"])
        if build is not None and _built(build) == _expected(row):
            equal += 1
        elif build is None or not build.unapplied:
            silent.append((row["repo"], row["folder"]))
    assert silent == []
    assert equal >= _ENOUGH * len(rows)


def _folder(row: dict[str, Any]) -> str:
    return str(row["repo"]).replace("/", "+")


def _built(build: Build) -> list[str]:
    known = {"Service", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod"}
    return sorted(json.dumps(_seen(one.resource), sort_keys=True) for one in build.objects if one.resource.kind in known)


def _seen(resource: Service | Workload) -> dict[str, Any]:
    known: dict[str, Any] = {"kind": resource.kind, "name": resource.name, "namespace": resource.namespace or None}
    if isinstance(resource, Service):
        spec = to_json(resource.spec.node) if resource.spec.node else {}
        assert isinstance(spec, dict)
        return known | {name: spec.get(name) for name in _FIELDS}
    containers = [
        [one.name, [[port.name.value, port.number.value, port.protocol] for port in one.ports]]
        for one in resource.containers
        if not one.init
    ]
    return known | {"labels": {key: value.value for key, value in resource.pod_labels.items()}, "containers": containers}


def _expected(row: dict[str, Any]) -> list[str]:
    return sorted(json.dumps(_wanted(one), sort_keys=True) for one in row["objects"])


def _wanted(one: dict[str, Any]) -> dict[str, Any]:
    known = {name: one[name] for name in ("kind", "name", "namespace")}
    if one["kind"] == "Service":
        return known | {name: one.get(name) for name in _FIELDS}
    containers = [
        [inner["name"], [[port.get("name", ""), port["containerPort"], port.get("protocol", "TCP")] for port in inner.get("ports") or ()]]
        for inner in one["containers"]
    ]
    return known | {"labels": one["labels"] or {}, "containers": containers}
