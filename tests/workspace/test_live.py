"""What a cluster printed as the previous version."""

import json

import pytest

from svclint import pipeline
from svclint.rule.snapshot import Previous, Snapshot
from svclint.source.file import SourceFile
from svclint.workspace.transitions import Transition
from tests.support.run import settings_of

META = "creationTimestamp: '2026-01-01T00:00:00Z', resourceVersion: '7', uid: 8a7e-1"
SPEC = "clusterIP: 10.96.0.12, clusterIPs: [10.96.0.12], ipFamilies: [IPv4], ipFamilyPolicy: SingleStack, sessionAffinity: None"
PORT = "name: http, nodePort: 31234, port: 80, protocol: TCP, targetPort: 8080"
MANIFEST = "apiVersion: v1\nkind: Service\nmetadata: {{name: {name}}}\nspec: {{ports: [{{{port}}}]{spec}}}\n"
WRITTEN = "name: http, port: 80, targetPort: 8080"


def manifest(spec: str = "", name: str = "web", port: str = WRITTEN) -> str:
    return MANIFEST.format(name=name, port=port, spec=f", {spec}" if spec else "")


def live(applied: object, type_: str = "NodePort", name: str = "web", managed: str = "") -> str:
    last = {"apiVersion": "v1", "kind": "Service", "metadata": {"annotations": {}, "name": name, "namespace": "default"}, "spec": applied}
    text = json.dumps(applied if isinstance(applied, str) else json.dumps(last))
    annotations = f"annotations: {{kubectl.kubernetes.io/last-applied-configuration: {text}}}, " if applied is not None else ""
    metadata = f"{{{annotations}name: {name}, namespace: default, {META}{managed}}}"
    port = PORT if type_ in {"NodePort", "LoadBalancer"} else PORT.replace("nodePort: 31234, ", "")
    return (
        f"- apiVersion: v1\n  kind: Service\n  metadata: {metadata}\n"
        f"  spec: {{{SPEC}, type: {type_}, internalTrafficPolicy: Cluster, ports: [{{{port}}}]}}\n  status: {{loadBalancer: {{}}}}\n"
    )


def exported(*items: str) -> str:
    return "apiVersion: v1\nkind: List\nitems:\n" + "".join(items)


def transitions(old: str, *files: tuple[str, str], settings: str = "", targets: tuple[str, ...] = ("",)) -> tuple[Transition, ...]:
    now = tuple(SourceFile(path, text) for path, text in files)
    before = (SourceFile("live.yaml", old).as_of("live.yaml"), *(SourceFile(path, "") for path, _ in files))
    snapshot = Snapshot("/", now, targets, Previous("live.yaml", before, may_be_live=True))
    made = settings_of(settings)
    return tuple(pair for group in pipeline.index(pipeline.read_all(now, made), snapshot, made).transitions for pair in group)


NODE_PORT = {"ports": [{"name": "http", "port": 80, "targetPort": 8080}], "type": "NodePort"}
HOLDS = '{"k:{\\"port\\":80,\\"protocol\\":\\"TCP\\"}": {.: {}, "f:port": {}, "f:name": {}, "f:targetPort": {}}}'
MANAGED = ", managedFields: [{manager: flux, operation: Apply, fieldsType: FieldsV1, fieldsV1: {f:spec: {%sf:ports: %s}}}]"

# the live object, the manifest now, the setting, and: the type and node port that were written, and what the server refuses
CASES: dict[str, tuple[str, str, str, str, int | None, list[str]]] = {
    "nothing changes": (live(NODE_PORT), manifest("type: NodePort"), "apply", "NodePort", 0, []),
    "a type that was written and is gone": (live(NODE_PORT), manifest(), "apply", "NodePort", 0, []),
    "a type that nobody wrote": (live({"ports": NODE_PORT["ports"]}), manifest(), "apply", "ClusterIP", 0, []),
    "a type that nobody wrote, and somebody writes now": (
        live({"ports": NODE_PORT["ports"]}),
        manifest("type: ClusterIP"),
        "apply",
        "NodePort",
        0,
        [],
    ),
    "made without apply": (live(None), manifest(), "apply", "ClusterIP", 0, []),
    "a node port is asked for": (
        live(NODE_PORT),
        manifest("type: NodePort", port=f"{WRITTEN}, nodePort: 30080"),
        "apply",
        "NodePort",
        31234,
        [],
    ),
    "the address that it has": (live(NODE_PORT), manifest("type: NodePort, clusterIP: 10.96.0.12"), "apply", "NodePort", 0, []),
    "another address": (
        live(NODE_PORT),
        manifest("type: NodePort, clusterIP: 10.96.0.13"),
        "apply",
        "NodePort",
        0,
        ["spec.clusterIPs[0]"],
    ),
    "another address, replaced": (live(None), manifest("clusterIP: 10.96.0.13"), "replace", "NodePort", 0, ["spec.clusterIPs[0]"]),
    "replaced without a type": (live(NODE_PORT), manifest(), "replace", "NodePort", 0, []),
    "owned by its manager": (live(None, managed=MANAGED % ("f:type: {}, ", HOLDS)), manifest(), "server-side-apply", "NodePort", 0, []),
    "owned by nobody": (live(None, managed=MANAGED % ("", HOLDS)), manifest(), "server-side-apply", "ClusterIP", 0, []),
    "on the server, by the annotation": (live(NODE_PORT), manifest(), "server-side-apply", "NodePort", 0, []),
}


@pytest.mark.parametrize(("old", "new", "how", "type_", "node_port", "refused"), CASES.values(), ids=CASES)
def test_what_was_written(old: str, new: str, how: str, type_: str, node_port: int, refused: list[str]) -> None:
    (pair,) = transitions(exported(old), ("a.yaml", new), settings=f'apply = "{how}"')
    assert pair.before is not None
    assert pair.live is not None
    assert (pair.before.TYPE, pair.before.ports[0].node_port.value) == (type_, node_port)
    settings = settings_of("")
    verdict = pair.update(settings.cluster, settings.kubernetes_version)
    assert verdict is not None
    assert [error.field for error in verdict.errors] == refused
    assert pair.before.type.place.file.path == "live.yaml"


BROKEN_APPLIED = ["{", "[]", '"x"', "[" * 5000, "null", '{"spec": [1]}', '{"spec": {"ports": {"a": 1}}}']


@pytest.mark.parametrize("applied", BROKEN_APPLIED, ids=[text[:20] for text in BROKEN_APPLIED])
def test_an_annotation_that_makes_no_sense(applied: str) -> None:
    (pair,) = transitions(exported(live(applied)), ("a.yaml", manifest("type: NodePort")))
    assert pair.update(settings_of("").cluster, "1.36") is not None


def test_the_cluster_has_more_and_the_files_have_more() -> None:
    old = exported(live(NODE_PORT), live(NODE_PORT, name="dns"))
    pairs = transitions(old, ("a.yaml", manifest("type: NodePort")), ("b.yaml", manifest(name="new")))
    names = {(pair.before.name if pair.before else "", pair.after.name if pair.after else "") for pair in pairs}
    assert names == {("web", "web"), ("", "new")}


OVERLAYS = {"the target": (("dev/",), ["dev/a.yaml"]), "both": (("",), []), "neither": (("x.yaml",), [])}


@pytest.mark.parametrize(("targets", "paths"), OVERLAYS.values(), ids=OVERLAYS)
def test_one_object_in_several_overlays(targets: tuple[str, ...], paths: list[str]) -> None:
    files = ("dev/a.yaml", manifest("type: NodePort")), ("prod/a.yaml", manifest("type: NodePort"))
    pairs = transitions(exported(live(NODE_PORT)), *files, targets=targets)
    assert [pair.after.file.path for pair in pairs if pair.after] == paths


def test_the_namespace_that_is_meant() -> None:
    old = exported(live(NODE_PORT)).replace("namespace: default", "namespace: shop")
    assert [pair.before for pair in transitions(old, ("a.yaml", manifest()))] == [None]
    (pair,) = transitions(old, ("a.yaml", manifest("type: NodePort")), settings='default-namespace = "shop"')
    verdict = pair.update(settings_of("").cluster, "1.36")
    assert verdict is not None
    assert verdict.errors == ()


def test_manifests_that_no_cluster_printed_are_compared_as_files() -> None:
    pairs = transitions(manifest("type: NodePort"), ("a.yaml", manifest(name="new")))
    assert {(pair.before is None, pair.after is None) for pair in pairs} == {(True, False), (False, True)}
