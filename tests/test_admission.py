"""The face for programs: what goes in, what comes out, and what is not known of a cluster."""

import pytest

from svclint import ClusterPolicy, admission
from svclint.apiserver.data import Object
from tests.apiserver.services import manifest

SINGLE = ClusterPolicy(service_cidrs=("10.0.0.0/16",))
DUAL = ClusterPolicy(service_cidrs=("10.0.0.0/16", "fd00:10::/112"))


@pytest.mark.parametrize(
    ("spec", "field", "reason"),
    [
        ({"clusterIP": "10.9.0.1"}, "spec.clusterIPs", "FieldValueInvalid"),
        ({"clusterIP": "10.0.0.0"}, "spec.clusterIPs", "FieldValueInvalid"),
        ({"clusterIP": "10.0.0.1"}, "spec.clusterIPs", "FieldValueInvalid"),
        ({"clusterIP": "10.0.255.255"}, "spec.clusterIPs", "FieldValueInvalid"),
        ({"ipFamilies": ["IPv6"]}, "spec.ipFamilies[0]", "FieldValueInvalid"),
        ({"clusterIP": "fd00::1"}, "spec.clusterIPs[0]", "FieldValueInvalid"),
        ({"ipFamilyPolicy": "RequireDualStack"}, "spec.ipFamilyPolicy", "FieldValueInvalid"),
    ],
)
def test_only_a_known_cluster_lacks_something(spec: Object, field: str, reason: str) -> None:
    assert admission.create(manifest(spec)) == ()
    assert [(error.field, error.reason) for error in admission.create(manifest(spec), cluster=SINGLE)] == [(field, reason)]


def test_a_headless_service_without_selector_may_ask_for_both_families_anywhere() -> None:
    spec: Object = {"clusterIP": "None", "selector": None, "ipFamilyPolicy": "RequireDualStack"}
    assert admission.create(manifest(spec), cluster=SINGLE) == ()


def test_dual_stack_can_be_told_without_cidrs() -> None:
    spec: Object = {"ipFamilyPolicy": "RequireDualStack"}
    assert admission.create(manifest(spec), cluster=ClusterPolicy(dual_stack=True)) == ()
    (error,) = admission.create(manifest(spec), cluster=ClusterPolicy(dual_stack=False))
    assert error.field == "spec.ipFamilyPolicy"


def test_a_cidr_that_is_none() -> None:
    with pytest.raises(ValueError, match=r'"10\.0\.0\.0" is no CIDR'):
        admission.create(manifest(), cluster=ClusterPolicy(service_cidrs=("10.0.0.0",)))


def test_a_way_of_applying_that_is_none() -> None:
    with pytest.raises(ValueError, match=r"'patch'.*apply, server-side-apply, replace"):
        admission.update(manifest(), manifest(), "patch")


@pytest.mark.parametrize(
    "text", ["", "a: [", "- 1", "kind: Pod\napiVersion: v1", "{{ x }}: 1", "apiVersion: serving.knative.dev/v1\nkind: Service"]
)
def test_what_is_no_service_is_refused(text: str) -> None:
    (error,) = admission.create(text)
    assert (error.field, error.reason) == ("", "FieldValueTypeInvalid")
    assert admission.update(text, manifest()) == admission.update(manifest(), text) == (error,)


def test_numbers_and_addresses_are_taken_in_order() -> None:
    one = manifest({"type": "NodePort", "clusterIP": "10.0.0.5", "ports": [{"port": 80, "nodePort": 30080}]}, name="one")
    two = one.replace('"one"', '"two"')
    bad = manifest({"type": "NodePort", "ports": [{"port": 0, "nodePort": 30080}]}, name="bad")
    verdicts = admission.create_all([bad, one, two], cluster=DUAL)
    assert [sorted({error.field for error in errors}) for errors in verdicts] == [
        ["spec.ports[0].port", "spec.ports[0].targetPort"],
        [],
        ["spec.clusterIPs", "spec.ports[0].nodePort"],
    ]


def test_what_the_cluster_chooses_never_collides() -> None:
    services = [manifest({"type": "LoadBalancer", "externalTrafficPolicy": "Local"}, name=f"s{number}") for number in range(5)]
    assert admission.create_all(services, cluster=DUAL) == [()] * 5


def test_a_health_check_port_is_of_the_same_stock() -> None:
    balancer: Object = {"type": "LoadBalancer", "externalTrafficPolicy": "Local", "healthCheckNodePort": 30080}
    taken = manifest({"type": "NodePort", "ports": [{"port": 80, "nodePort": 30080}]}, name="taken")
    assert [error.field for error in admission.create_all([taken, manifest(balancer)])[1]] == ["spec.healthCheckNodePort"]


def test_an_update_may_keep_what_the_service_has() -> None:
    old = manifest({"type": "NodePort", "clusterIP": "10.0.0.5", "ports": [{"port": 80, "nodePort": 30080}]})
    new = manifest({"type": "NodePort", "clusterIP": "10.0.0.5", "ports": [{"port": 81, "nodePort": 30080}]})
    for how in ("apply", "server-side-apply", "replace"):
        assert admission.update(old, new, how, cluster=DUAL) == ()


def test_another_name_is_another_object() -> None:
    for how in ("apply", "server-side-apply", "replace"):
        assert [error.field for error in admission.update(manifest(), manifest(name="other"), how)] == ["metadata.name"]
    assert admission.update(manifest(), manifest(name=None), "server-side-apply") == ()


def test_yaml_is_read_as_the_server_reads_it() -> None:
    text = (
        "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: yes}, ports: [{port: 0o120}, {port: 080, name: b}]}\n"
    )
    assert [error.field for error in admission.create(text)] == ["spec.selector[app]", "spec.ports[0].name", "spec.ports[1]"]
