"""What a new type has no use for: some rule tells of every field, and whether the update is forgiven, once or at all."""

import pytest

from svclint import pipeline
from svclint.source.file import SourceFile
from tests.support.run import settings_of, snapshot_of

RANGES = "loadBalancerSourceRanges: [10.0.0.0/8]"
ONCE, REFUSED = "the first apply drops it in silence, the next one is refused", "this update is refused"
BALANCER, LOCAL = "type: LoadBalancer", "externalTrafficPolicy: Local"
ALIAS = ("type: ExternalName", "externalName: a.example.org")
FORBIDDEN, IGNORED = "field-forbidden-for-type", "ignored-field"
HEALTH, NODE_PORT = "misused-health-check-node-port", "node-port-on-cluster-ip"
ROWS = {
    "node-port": (("type: NodePort", "PORT 30080"), ("PORT 30080",), NODE_PORT, ONCE),
    "other-node-port": (("type: NodePort", "PORT 30080"), ("PORT 30081",), NODE_PORT, REFUSED),
    "cluster-ip": (("clusterIP: 10.96.0.7",), ("clusterIP: 10.96.0.7", *ALIAS), FORBIDDEN, ONCE),
    "families": (("ipFamilies: [IPv4]",), ("ipFamilies: [IPv4]", *ALIAS), FORBIDDEN, ONCE),
    "traffic-policy": ((BALANCER, LOCAL), (LOCAL,), FORBIDDEN, ONCE),
    "traffic-policy-of-external-ips": (("externalIPs: [192.0.2.1]", LOCAL), (LOCAL,), FORBIDDEN, ONCE),
    "health-check": ((BALANCER, LOCAL, "healthCheckNodePort: 31000"), ("healthCheckNodePort: 31000",), HEALTH, ONCE),
    "health-check-of-local": ((BALANCER, LOCAL, "healthCheckNodePort: 31000"), (BALANCER, "healthCheckNodePort: 31000"), HEALTH, ONCE),
    "health-check-wrong-before": ((BALANCER, "healthCheckNodePort: 31000"), (BALANCER, "healthCheckNodePort: 31000", "a: b"), HEALTH, ""),
    "allocation": ((BALANCER, "allocateLoadBalancerNodePorts: false"), ("allocateLoadBalancerNodePorts: false",), FORBIDDEN, ONCE),
    "class": ((BALANCER, "loadBalancerClass: a.example/b"), ("loadBalancerClass: a.example/b",), FORBIDDEN, ONCE),
    "source-ranges": (
        (BALANCER, "loadBalancerSourceRanges: [10.0.0.0/8]"),
        ("loadBalancerSourceRanges: [10.0.0.0/8]",),
        FORBIDDEN,
        REFUSED,
    ),
    "node-port-of-an-alias": (("type: NodePort", "PORT 30080"), (*ALIAS, "PORT 30080"), IGNORED, ""),
    "external-name": (ALIAS, ("externalName: a.example.org",), IGNORED, ""),
    "balancer-ip": ((BALANCER, "loadBalancerIP: 192.0.2.1"), ("loadBalancerIP: 192.0.2.1",), IGNORED, ""),
}


@pytest.mark.parametrize(("before", "after", "rule", "note"), ROWS.values(), ids=ROWS)
def test_every_leftover_is_told(before: tuple[str, ...], after: tuple[str, ...], rule: str, note: str) -> None:
    snapshot = snapshot_of([_service(after)], [_service(before)])
    found = [one for one in pipeline.check(snapshot, settings_of("")).diagnostics if one.rule.name == rule]
    assert found
    said = [text.partition(": ")[2] for one in found for text in one.notes if text.startswith("left over from")]
    assert set(said) == ({note} if note else set())


def _service(lines: tuple[str, ...]) -> SourceFile:
    number = "".join(line.removeprefix("PORT ") for line in lines if line.startswith("PORT"))
    port = f"{{port: 80, nodePort: {number}}}" if number else "{port: 80}"
    spec = "".join(f"  {line}\n" for line in lines if not line.startswith("PORT"))
    return SourceFile("web.yaml", f"apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports: [{port}]\n{spec}")
