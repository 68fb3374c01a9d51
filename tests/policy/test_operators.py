"""Which selectors mean pods that an operator makes, and which labels pods give themselves."""

import pytest

from svclint.policy.labels import is_run_time
from svclint.policy.operators import operator_made


@pytest.mark.parametrize(
    ("pairs", "made"),
    [
        ("strimzi.io/cluster=k", True),
        ("postgres-operator.crunchydata.com/cluster=h", True),
        ("kibana.k8s.elastic.co/name=q", True),
        ("notstrimzi.io/cluster=k", False),
        ("strimzi.io=k", False),
        ("alertmanager=main", True),
        ("rook_cluster=r", True),
        ("application=spilo", True),
        ("application=shop", False),
        ("istio=ingressgateway", True),
        ("istio=pilot", False),
        ("app=rook-ceph-mgr", True),
        ("app=rook", False),
        ("app=web", False),
        ("app=flink,component=jobmanager", True),
        ("component=jobmanager", False),
        ("app.kubernetes.io/managed-by=tidb-operator", True),
        ("app.kubernetes.io/managed-by=Helm", False),
        ("app.kubernetes.io/name=prometheus", True),
        ("app.kubernetes.io/name=web", False),
        ("app.kubernetes.io/component=rabbitmq,app.kubernetes.io/part-of=rabbitmq", True),
        ("app.kubernetes.io/component=rabbitmq", False),
        ("app.kubernetes.io/component=pxc,app.kubernetes.io/instance=c", True),
        ("k8s-app=kube-dns", True),
        ("k8s-app=dashboard", False),
        ("component=etcd", True),
        ("tier=control-plane", True),
        ("tier=backend", False),
        ("control-plane=controller-manager", False),
        ("role=master", False),
        ("app=", False),
        ("", False),
    ],
)
def test_operator_made(pairs: str, *, made: bool) -> None:
    assert operator_made(dict(pair.split("=") for pair in pairs.split(",") if pair)) is made


@pytest.mark.parametrize(
    ("key", "value", "answer"),
    [
        ("role", "primary", True),
        ("role", "web", False),
        ("spilo-role", "anything", True),
        ("vault-active", "true", True),
        ("cnpg.io/instanceRole", "primary", True),
        ("app", "primary", False),
    ],
)
def test_is_run_time(key: str, value: str, *, answer: bool) -> None:
    assert is_run_time(key, value) is answer
