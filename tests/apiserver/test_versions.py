"""What the versions of Kubernetes judge differently (1.28 to 1.36)."""

from collections.abc import Iterable

import pytest

from svclint import admission
from svclint.apiserver.data import Data, Object, entries, number, spec_of
from svclint.apiserver.existing import cluster_with
from svclint.apiserver.judge_update import update
from svclint.apiserver.manifest import read_text
from svclint.apiserver.request import make_request
from svclint.policy.cluster import ClusterPolicy
from tests.apiserver.services import manifest

VERSIONS = tuple(f"1.{minor}" for minor in range(28, 37))
LOAD_BALANCER: Object = {"type": "LoadBalancer"}


def _from(minor: int) -> set[str]:
    return set(VERSIONS[minor - 28 :])


def _until(minor: int) -> set[str]:
    return set(VERSIONS) - _from(minor + 1)


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        pytest.param(manifest(name="1web"), _from(36), id="name-begins-with-a-digit"),
        pytest.param(manifest({"externalIPs": ["192.0.2.010"]}), _until(35), id="leading-zeros"),
        pytest.param(manifest({"externalIPs": ["::ffff:192.0.2.1"]}), _until(35), id="mapped-address"),
        pytest.param(manifest({**LOAD_BALANCER, "loadBalancerSourceRanges": ["10.1.2.3/8"]}), _until(35), id="host-bits"),
        pytest.param(manifest({**LOAD_BALANCER, "ports": [{"port": 10250}]}), _from(33), id="kubelet-port"),
        pytest.param(manifest({"externalIPs": ["192.0.2.1"], "externalTrafficPolicy": "Local"}), _from(29), id="policy-with-external-ips"),
        pytest.param(manifest({"trafficDistribution": "PreferClose"}), _from(30), id="traffic-distribution"),
        pytest.param(manifest({"trafficDistribution": "PreferSameZone"}), {"1.30"} | _from(34), id="prefer-same-zone"),
    ],
)
def test_creating(text: str, accepted: Iterable[str]) -> None:
    assert {version for version in VERSIONS if not admission.create(text, kubernetes_version=version)} == set(accepted)


def test_source_ranges_were_judged_as_one_before_1_30() -> None:
    text = manifest({**LOAD_BALANCER, "loadBalancerSourceRanges": ["x", " 10.0.0.0/8 ", "y"]})
    assert [error.field for error in admission.create(text, kubernetes_version="1.29")] == ["spec.LoadBalancerSourceRanges"]
    fields = [error.field for error in admission.create(text, kubernetes_version="1.30")]
    assert fields == ["spec.LoadBalancerSourceRanges[0]", "spec.LoadBalancerSourceRanges[2]"]


def test_written_addresses_may_stay_as_they_are() -> None:
    """What 1.36 holds against new addresses it does not hold against those that are there: none can be created, though."""
    old, new = manifest({"externalIPs": ["192.0.2.1"]}), manifest({"externalIPs": ["192.0.2.01"]})
    assert [error.field for error in admission.update(old, new)] == ["spec.externalIPs[0]"]


@pytest.mark.parametrize(("version", "errors"), [("1.33", ["metadata.generateName"]), ("1.34", []), ("1.36", [])])
def test_names_are_judged_on_updates_before_1_34(version: str, errors: list[str]) -> None:
    text = manifest(generateName="Web-")
    assert [error.field for error in admission.update(manifest(), text, kubernetes_version=version)] == errors


@pytest.mark.parametrize(("version", "kept"), [("1.29", 30080), ("1.30", 0)])
def test_a_balancer_without_node_ports_gives_them_back(version: str, kept: int) -> None:
    ports: list[Data] = [{"name": "a", "port": 80, "nodePort": 30080}]
    later: list[Data] = [{"name": "a", "port": 80}]
    old = read_text(manifest({**LOAD_BALANCER, "ports": ports}))
    new = read_text(manifest({**LOAD_BALANCER, "allocateLoadBalancerNodePorts": False, "ports": later}))
    stored, allocator, _ = cluster_with(old, ClusterPolicy(), version)
    judgement = update(make_request("replace", old, new, stored, version), stored, allocator, version)
    (port,) = entries(spec_of(judgement.stored), "ports")
    assert number(port, "nodePort") == kept
