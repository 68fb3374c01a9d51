"""Where the errors of a Service lie, which of them are consequences, and which the server never comes to see."""

import pytest

from svclint import admission
from svclint.apiserver.fielderror import Cause
from svclint.apiserver.request import WAYS
from svclint.apiserver.verdict import LocatedError, Verdict, judge_create
from svclint.apiserver.verdict_update import judge_update
from svclint.policy.cluster import ClusterPolicy
from tests.apiserver.agreement import CLUSTER, Row, sampled
from tests.apiserver.services import service

HEAD = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n"


def _created(text: str) -> Verdict:
    return judge_create(service(text), ClusterPolicy())


def _shown(error: LocatedError) -> str:
    """Line, text and cause of an error."""
    return f"{error.at.place.span.start.line} {error.at.place.text} {error.cause.name}{' hidden' if error.hidden else ''}"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("spec:\n  type: nodeport\n  ports: [{port: 80}]\n", ["5 nodeport UNKNOWN_TYPE"]),
        ("spec:\n  ports: []\n", ["5 [] PORTS_MISSING"]),
        ("spec: {}\n", ["4 spec PORTS_MISSING"]),
        ("", ["2 Service PORTS_MISSING"]),
        ("spec:\n  ports:\n  - {port: 80}\n  - {port: 81}\n", ["6 port PORT_NAME_MISSING", "7 port PORT_NAME_MISSING"]),
        ("spec:\n  ports:\n  - {name: a, port: 80}\n  - {name: a, port: 81}\n", ["7 a PORT_NAME_REPEATED"]),
        ("spec:\n  ports:\n  - targetPort: 80\n", ["6 targetPort PORT_NUMBER"]),
        ("spec:\n  ports: [{port: 80}]\n  clusterIP: 10.0.0.256\n", ["6 10.0.0.256 CLUSTER_IP"]),
        ("spec:\n  ports: [{port: 80}]\n  loadBalancerSourceRanges: [10.0.0.0/8]\n", ["6 [10.0.0.0/8] FORBIDDEN_FIELD"]),
        ("spec:\n  ports: [{port: 80}]\n  selector: {a b: c, d: -e}\n", ["6 a b SELECTOR_LABEL", "6 -e SELECTOR_LABEL"]),
        ("spec:\n  ports: [{port: 80}]\n  selecter: {a: b}\n", ["6 selecter UNKNOWN_FIELD"]),
        ("spec:\n  ports: &p [{port: 80}]\n  type: ExternalName\n  externalIPs: [a]\n", ["4 spec EXTERNAL_NAME", "7 a EXTERNAL_IP"]),
    ],
)
def test_places(spec: str, expected: list[str]) -> None:
    assert [_shown(error) for error in _created(HEAD + spec).errors if error.cause is not Cause.CONSEQUENCE] == expected


@pytest.mark.parametrize(
    ("spec", "causes"),
    [
        # What did not decode is not missing, and nothing is said that hangs on it.
        ("ports: 80", [Cause.FIELD_TYPE]),
        ("ports: [{port: '80'}]", [Cause.FIELD_TYPE]),
        ("ports: [{port: 80, name: 1}, {port: 81, name: b}]", [Cause.FIELD_TYPE]),
        ("type: 5, ports: [{port: 80, nodePort: 30080}]", [Cause.FIELD_TYPE]),
        ("Type: NodePort, ports: [{port: 80, nodePort: 30080}]", [Cause.UNKNOWN_FIELD]),
        ("clusterIP: 5, ports: []", [Cause.FIELD_TYPE]),
        ("selector: 5, clusterIP: None, ipFamilies: [IPv4, IPv6], ports: [{port: 80}]", [Cause.FIELD_TYPE]),
        ("ports: [{port: 0}]", [Cause.PORT_NUMBER, Cause.CONSEQUENCE]),
        ("ports: [{port: 0, targetPort: -1}]", [Cause.PORT_NUMBER, Cause.TARGET_PORT]),
        # The allocator and the validation both speak of a number that stands twice.
        (
            "type: NodePort, ports: [{name: a, port: 80, nodePort: 30080}, {name: b, port: 81, nodePort: 30080}]",
            [Cause.NODE_PORT_REPEATED, Cause.CONSEQUENCE],
        ),
    ],
)
def test_consequences(spec: str, causes: list[Cause]) -> None:
    assert [error.cause for error in _created(f"{HEAD}spec: {{{spec}}}\n").errors] == causes


def test_a_service_without_a_name_gets_no_address() -> None:
    verdict = _created("apiVersion: v1\nkind: Service\nspec: {ports: [{port: 80}]}\n")
    assert [(error.field, error.cause) for error in verdict.errors] == [
        ("spec.clusterIPs", Cause.CONSEQUENCE),
        ("metadata.name", Cause.NAME),
    ]


def test_what_the_server_hides_is_told_too() -> None:
    verdict = _created(HEAD + "spec:\n  clusterIP: x\n  sessionAffinity: sticky\n  ports: [{port: 80, nodePort: 5}]\n  type: NodePort\n")
    assert [_shown(error) for error in verdict.errors] == ["5 x CLUSTER_IP", "7 5 NODE_PORT_RANGE hidden", "6 sticky VALUE hidden"]


def test_the_other_place_is_shown() -> None:
    text = HEAD + "spec:\n  type: NodePort\n  ports:\n  - {name: a, port: 80, nodePort: 30080}\n  - {name: b, port: 81, nodePort: 30080}\n"
    (error,) = _created(text).caused_by(Cause.NODE_PORT_REPEATED)
    assert error.other is not None
    assert (error.at.place.span.start.line, error.other.place.span.start.line) == (8, 7)


def test_merged_ports_lie_where_they_are_written() -> None:
    old = HEAD + "spec:\n  ports:\n  - {name: a, port: 80}\n  - {name: b, port: 81}\n"
    new = HEAD + "spec:\n  ports:\n  - {name: c, port: 79, targetPort: A}\n  - {name: b, port: 81, protocol: tcp}\n"
    for how in ("apply", "server-side-apply", "replace"):
        verdict = judge_update(service(old), service(new), ClusterPolicy(), how=how)
        assert {_shown(error) for error in verdict.errors} == {"6 A TARGET_PORT", "7 tcp PROTOCOL"}


def test_a_patch_that_does_not_decode_is_named_as_the_patch() -> None:
    old = HEAD + "spec:\n  ports: [{port: 80}]\n"
    new = HEAD + "spec:\n  ports: [{port: a}]\n"
    (error,) = judge_update(service(old), service(new), ClusterPolicy()).errors
    assert (error.field, _shown(error)) == ("patch", "5 a FIELD_TYPE")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("clusterIP: 10.0.0.5", "clusterIP: 10.0.0.6", "5 10.0.0.6 CLUSTER_IP_CHANGED"),
        ("clusterIP: 10.0.0.5", "clusterIP: None", "5 None CLUSTER_IP_CHANGED"),
        ("type: LoadBalancer\n  loadBalancerClass: a/b", "type: LoadBalancer", "4 spec LOAD_BALANCER_CLASS_CHANGED"),
        ("ipFamilies: [IPv4]", "ipFamilies: [IPv6]", "5 IPv6 IP_FAMILY_CHANGED"),
        (
            "ipFamilies: [IPv4, IPv6]\n  ipFamilyPolicy: PreferDualStack",
            "ipFamilies: [IPv4]\n  ipFamilyPolicy: PreferDualStack",
            "6 PreferDualStack SECONDARY_ADDRESS_DROPPED",
        ),
        (
            "type: LoadBalancer\n  externalTrafficPolicy: Local\n  healthCheckNodePort: 30001",
            "type: LoadBalancer\n  externalTrafficPolicy: Local\n  healthCheckNodePort: 30002",
            "7 30002 HEALTH_CHECK_NODE_PORT_CHANGED",
        ),
        (
            "type: LoadBalancer\n  loadBalancerSourceRanges: [10.0.0.0/8]",
            "loadBalancerSourceRanges: [10.0.0.0/8]",
            "5 [10.0.0.0/8] FORBIDDEN_FIELD",
        ),
    ],
)
def test_changes(old: str, new: str, expected: str) -> None:
    before, after = (service(f"{HEAD}spec:\n  {spec}\n  ports: [{{port: 80}}]\n") for spec in (old, new))
    assert expected in [_shown(error) for error in judge_update(before, after, ClusterPolicy()).errors]


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=row["id"]) for row in sampled() if row["op"] in ("create", "update") and row["version"] == "1.36"]
)
def test_rules_see_what_programs_are_told(row: Row) -> None:
    """One implementation: check and --against run what admission and the score do."""
    new = service(row["new"])
    verdicts = [(judge_create(new, CLUSTER), admission.create(row["new"], cluster=CLUSTER))]
    for how in WAYS if row["op"] == "update" else ():
        old = service(row["old"])
        verdicts.append((judge_update(old, new, CLUSTER, how=how), admission.update(row["old"], row["new"], how, cluster=CLUSTER)))
    for seen, told in verdicts:
        assert [(one.field, one.reason, one.message) for one in seen.errors if not one.hidden] == [
            (one.field, one.reason_of, one.message) for one in told
        ]
