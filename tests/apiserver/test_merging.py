"""What becomes of ports by each way of applying: the client's merge key is `port` alone, the server's has the protocol."""

from typing import cast

import pytest

from svclint.apiserver.data import AutomaticPort, Data, Object
from svclint.apiserver.existing import cluster_with
from svclint.apiserver.judge import Judgement
from svclint.apiserver.judge_update import update
from svclint.apiserver.manifest import read_text
from svclint.apiserver.request import WAYS, live_object, make_request
from svclint.policy.cluster import ClusterPolicy
from tests.apiserver.services import manifest

TCP: Object = {"name": "a", "port": 53, "protocol": "TCP"}
DNS: Object = {"name": "a", "port": 53}
UDP: Object = {"name": "b", "port": 53, "protocol": "UDP"}
WEB: Object = {"name": "web", "port": 80}
TLS: Object = {"name": "tls", "port": 443}


def _updated(old: Object, new: Object, how: str) -> Judgement:
    before, after = read_text(manifest(old)), read_text(manifest(new))
    stored, allocator, _ = cluster_with(before, ClusterPolicy(), "1.36")
    return update(make_request(how, before, after, stored, "1.36"), stored, allocator, "1.36")


def _ports(judgement: Judgement) -> str:
    """The ports that are stored, as name protocol/number."""
    spec = cast(Object, live_object(judgement.stored)["spec"])
    ports = cast(list[Object], spec["ports"])
    return " ".join(f"{port['name']}:{port['protocol']}/{port['port']}" for port in ports)


@pytest.mark.parametrize(
    ("old", "new", "client", "server"),
    [
        ([TCP, UDP], [TCP, UDP], "a:TCP/53 b:UDP/53", "a:TCP/53 b:UDP/53"),
        # The well-known faults of the merge key (kubernetes/kubernetes#39188).
        ([TCP], [TCP, UDP], "a:TCP/53", "a:TCP/53 b:UDP/53"),
        ([DNS], [DNS, UDP], "a:UDP/53", "a:TCP/53 b:UDP/53"),
        ([TCP, UDP], [TCP], "spec.ports", "a:TCP/53"),
        ([TCP, UDP, WEB], [TCP, WEB], "web:TCP/80", "a:TCP/53 web:TCP/80"),
        ([TCP, UDP], [{**TCP, "port": 54}, {**UDP, "port": 54}], "a:TCP/54", "a:TCP/54 b:UDP/54"),
        ([WEB], [{**WEB, "protocol": "UDP"}], "web:UDP/80", "web:UDP/80"),
        ([WEB, TLS], [TLS, WEB], "tls:TCP/443 web:TCP/80", "tls:TCP/443 web:TCP/80"),
        ([WEB, TLS], [TCP, TLS], "a:TCP/53 tls:TCP/443", "a:TCP/53 tls:TCP/443"),
        ([WEB], [{**WEB, "name": "other"}], "other:TCP/80", "other:TCP/80"),
    ],
)
def test_ports(old: list[Data], new: list[Data], client: str, server: str) -> None:
    for how, expected in (("apply", client), ("server-side-apply", server), ("replace", server)):
        judgement = _updated({"ports": old}, {"ports": new}, how)
        said = [error.field for error in judgement.errors]
        assert (" ".join(said) or _ports(judgement)) == expected, how


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        # (apply, server-side-apply, replace): whether the port keeps the number that the server chose.
        ([WEB], [WEB], (True, True, True)),
        ([WEB], [{**WEB, "name": "other"}], (True, True, False)),
        ([WEB], [{**WEB, "port": 81}], (True, True, True)),
        ([WEB], [{"name": "other", "port": 81}], (False, False, False)),
        ([{"port": 80}], [WEB, TLS], (True, True, False)),
    ],
)
def test_automatic_node_ports(old: list[Data], new: list[Data], kept: tuple[bool, ...]) -> None:
    for how, expected in zip(WAYS, kept, strict=True):
        judgement = _updated({"type": "NodePort", "ports": old}, {"type": "NodePort", "ports": new}, how)
        spec = cast(dict[str, list[Object]], judgement.stored["spec"])
        number = spec["ports"][0]["nodePort"]
        assert isinstance(number, AutomaticPort)
        assert (number == AutomaticPort(1)) is expected, how


def test_explicit_node_port_stays_when_it_is_no_longer_asked_for() -> None:
    for how in WAYS:
        judgement = _updated({"type": "NodePort", "ports": [{**WEB, "nodePort": 30080}]}, {"type": "NodePort", "ports": [WEB]}, how)
        assert cast(dict[str, list[Object]], judgement.stored["spec"])["ports"][0]["nodePort"] == 30080, how


@pytest.mark.parametrize(
    ("old", "new", "field", "expected"),
    [
        # What the manifest leaves out goes with kubectl apply, if the last one had it.
        ({"sessionAffinity": "ClientIP"}, {}, "sessionAffinity", "None"),
        ({"type": "NodePort"}, {}, "type", "ClusterIP"),
        ({"externalName": "a.b"}, {"externalName": None}, "externalName", None),
        ({"publishNotReadyAddresses": True}, {}, "publishNotReadyAddresses", None),
        ({"externalIPs": ["192.0.2.1"]}, {"externalIPs": ["192.0.2.2"]}, "externalIPs", ["192.0.2.2"]),
        ({"selector": {"a": "b", "c": "d"}}, {"selector": {"a": "x"}}, "selector", {"a": "x"}),
    ],
)
def test_fields(old: Object, new: Object, field: str, expected: Data) -> None:
    for how in WAYS:
        judgement = _updated(old, new, how)
        assert cast(Object, judgement.stored["spec"]).get(field) == expected, how


@pytest.mark.parametrize(
    ("ports", "path"),
    [
        ([{"name": "a"}], "spec.ports[0].port"),
        ([80], "spec.ports"),
        ([None], "spec.ports"),
        ([[]], "spec.ports"),
    ],
)
def test_kubectl_cannot_compute_the_patch(ports: list[Data], path: str) -> None:
    (error,) = _updated({}, {"ports": ports}, "apply").errors
    assert error.field == path


def test_server_side_apply_wants_keys_once() -> None:
    (error,) = _updated({}, {"ports": [WEB, {**TLS, "port": 80}]}, "server-side-apply").errors
    assert (error.field, error.message) == ("spec.ports[1]", "duplicate entries for key [port=80,protocol=TCP]")


def test_ports_are_traced_to_the_manifest_that_is_applied() -> None:
    old: Object = {"ports": [WEB, TLS]}
    new: Object = {"ports": [UDP, TLS]}
    assert _updated(old, new, "apply").ports == (0, 1)
    assert _updated(old, {"ports": [TLS, WEB]}, "server-side-apply").ports == (0, 1)
    assert _updated(old, new, "replace").ports is None
