"""What the annotation covers: whatever is found of its object, wherever it stands, in each build by itself."""

import pytest

from svclint import pipeline
from svclint.rule.report import Report, Silencer
from svclint.source.file import SourceFile
from tests.support.run import settings_of, snapshot_of


def service(ignore: str = "", name: str = "web", ports: str = "{port: 80, nodePort: 80}", app: str = "web", type_: str = "NodePort") -> str:
    annotations = f", annotations: {{svclint.dev/ignore: {ignore}}}" if ignore else ""
    spec = f"type: {type_}, selector: {{app: {app}}}, ports: [{ports}]"
    return f"apiVersion: v1\nkind: Service\nmetadata: {{name: {name}, namespace: shop{annotations}}}\nspec: {{{spec}}}\n"


def workload(kind: str, ignore: str = "", spec: str = "") -> str:
    annotations = f", annotations: {{svclint.dev/ignore: {ignore}}}" if ignore else ""
    template = "template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: web, ports: [{containerPort: 80}]}]}}"
    head = f"apiVersion: apps/v1\nkind: {kind}\nmetadata: {{name: web, namespace: shop{annotations}}}\n"
    return f"{head}spec: {{selector: {{matchLabels: {{app: web}}}}, {spec}{template}}}\n"


def ingress(ignore: str = "") -> str:
    annotations = f", annotations: {{svclint.dev/ignore: {ignore}}}" if ignore else ""
    head = f"apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {{name: web, namespace: shop{annotations}}}\n"
    return f"{head}spec: {{defaultBackend: {{service: {{name: web, port: {{number: 81}}}}}}}}\n"


RANGE, GONE = '"SVC201: our own"', '"selector-matches-nothing: soon"'
BASE = "resources: [web.yaml]\n"
OVER = "resources: [../base]\n"
PATCHED = "resources: [../base]\npatches: [{path: web.yaml}]\n"
PATCH = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop"
PORTS = "spec: {type: NodePort, ports: [{port: 80, nodePort: 80}]}\n"
ANNOTATING = f"{PATCH}, annotations: {{svclint.dev/ignore: {RANGE}}}}}\n"
TWO = {"base/kustomization.yaml": BASE, "base/web.yaml": service(), "dev/kustomization.yaml": OVER}

CASES: dict[str, tuple[dict[str, str], list[str], list[str]]] = {
    "a Service": ({"web.yaml": service(RANGE)}, [], ["SVC201"]),
    "another rule": ({"web.yaml": service('"SVC202: another"')}, ["SVC201"], []),
    "another object of the file": ({"web.yaml": f"{service()}---\n{service(RANGE, 'api', '{port: 1}')}"}, ["SVC201"], []),
    "an item of a list": (
        {"web.yaml": f"apiVersion: v1\nkind: List\nitems:\n- {service(RANGE).rstrip().replace(chr(10), chr(10) + '  ')}\n"},
        [],
        ["SVC201"],
    ),
    "in quotes, folded": ({"web.yaml": service("'SVC201,\n   SVC301: two\n   lines'")}, [], ["SVC201"]),
    "by an alias": (
        {"web.yaml": service("&why SVC201") + "---\n" + service(RANGE, "api").replace("metadata:", "metadata: &m")},
        [],
        ["SVC201", "SVC201"],
    ),
    "what a Service selects": (
        {"web.yaml": service(GONE, ports="{port: 80}", app="wbe"), "pods.yaml": workload("Deployment")},
        [],
        ["SVC301"],
    ),
    "not what the pods say": (
        {"web.yaml": service("", ports="{port: 80}", app="wbe"), "pods.yaml": workload("Deployment", GONE)},
        ["SVC301"],
        [],
    ),
    "a referrer": ({"web.yaml": service("", ports="{port: 80}", type_="ClusterIP"), "in.yaml": ingress('"SVC602: soon"')}, [], ["SVC602"]),
    "not the Service that is referred to": (
        {"web.yaml": service('"SVC602: soon"', ports="{port: 80}", type_="ClusterIP"), "in.yaml": ingress()},
        ["SVC602"],
        [],
    ),
    "a workload": (
        {"web.yaml": service("", ports="{port: 80}"), "set.yaml": workload("StatefulSet", "SVC603", "serviceName: web, replicas: 2, ")},
        [],
        ["SVC603"],
    ),
    "in the base, of what a patch does": (
        {"base/kustomization.yaml": BASE, "base/web.yaml": service(RANGE, ports="{port: 80}"), "dev/kustomization.yaml": PATCHED}
        | {"dev/web.yaml": f"{PATCH}}}\n{PORTS}"},
        [],
        ["SVC201"],
    ),
    "by a patch": (
        {"base/kustomization.yaml": BASE, "base/web.yaml": service(), "dev/kustomization.yaml": PATCHED, "dev/web.yaml": ANNOTATING},
        [],
        ["SVC201"],
    ),
    "by a patch, in one of two": (
        {**TWO, "prod/kustomization.yaml": PATCHED, "prod/web.yaml": ANNOTATING},
        ["SVC201"],
        ["SVC201"],
    ),
    "by a patch that gives a new name": (
        {"base/kustomization.yaml": BASE, "base/web.yaml": service(RANGE), "dev/kustomization.yaml": f"{OVER}namePrefix: dev-\n"},
        [],
        ["SVC201"],
    ),
}


def check(files: dict[str, str], before: dict[str, str] | None = None) -> Report:
    now, was = ([SourceFile(path, text) for path, text in side.items()] for side in (files, before or files))
    return pipeline.check(snapshot_of(now, was), settings_of(""))


@pytest.mark.parametrize(("files", "left", "silent"), CASES.values(), ids=CASES)
def test_what_it_covers(files: dict[str, str], left: list[str], silent: list[str]) -> None:
    report = check(files)
    assert [one.rule.code for one in report.diagnostics if one.rule.code != "SVC004"] == left
    assert [one.diagnostic.rule.code for one in report.suppressed] == silent
    assert {one.by for one in report.suppressed} <= {Silencer.ANNOTATION}
    assert len([one for one in report.diagnostics if one.rule.code == "SVC004"]) == (
        not silent and "svclint.dev" in "".join(files.values())
    )


TYPED = service(ports="{port: 80}"), service('"SVC511: nobody uses it"', ports="{port: 80}", type_="ClusterIP")


def test_a_change() -> None:
    report = check({"web.yaml": TYPED[1]}, {"web.yaml": TYPED[0]})
    assert not report.diagnostics
    assert [(one.diagnostic.rule.code, one.by, one.reason) for one in report.suppressed] == [
        ("SVC511", Silencer.ANNOTATION, "nobody uses it")
    ]


def test_not_that_of_a_previous_version() -> None:
    before = TYPED[0].replace("namespace: shop", 'namespace: shop, annotations: {svclint.dev/ignore: "SVC511"}')
    report = check({"web.yaml": TYPED[1].replace('"SVC511: nobody uses it"', '"SVC501: another"')}, {"web.yaml": before})
    assert [one.rule.code for one in report.diagnostics] == ["SVC511"]
