"""Which comments silence a finding: at its place, in its document, at a related place of its own object; never those of old texts."""

import pytest

from svclint import pipeline
from svclint.rule.report import Report
from svclint.source.file import SourceFile
from tests.support.run import settings_of, snapshot_of

WEB = """\
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  type: ClusterIP
  clusterIP: 10.0.0.7
  ports: [{port: 80}]
"""
OLD = WEB.replace("type: ClusterIP", "type: NodePort")
WITHOUT = WEB.replace("  type: ClusterIP\n", "")
MOVED = WEB.replace("10.0.0.7", "10.0.0.8")
OTHER = WEB.replace("web", "other").replace("10.0.0.7", "10.0.1.7")
TYPE, ADDRESS = ["illegal-type-transition"], ["cluster-ip-changed"]


def said(text: str, after: str, comment: str, *, above: bool = False) -> str:
    """The text with a comment after one of its lines, or above it."""
    assert text.count(after) == 1
    line = f"# svclint: {comment} the reason"
    indent = after[: len(after) - len(after.lstrip())]
    return text.replace(after, f"{indent}{line}\n{after}" if above else f"{after} {line}")


def check(after: dict[str, str], before: dict[str, str], toml: str = "") -> Report:
    files = [[SourceFile(path, text) for path, text in side.items()] for side in (after, before)]
    return pipeline.check(snapshot_of(*files), settings_of(f'ignore = ["unused-ignore"]\n{toml}'))


def names(report: Report) -> tuple[list[str], list[str]]:
    """The rules of the findings that are left, and of those that are not."""
    return [one.rule.name for one in report.diagnostics], [one.diagnostic.rule.name for one in report.suppressed]


COVERED = {
    "at the type": (OLD, said(WEB, "  type: ClusterIP", "ignore[illegal-type-transition]"), TYPE),
    "by its code": (OLD, said(WEB, "  type: ClusterIP", "ignore[SVC301, SVC511]"), TYPE),
    "by its family": (OLD, said(WEB, "  type: ClusterIP", "ignore[SVC5]"), TYPE),
    "above the type": (OLD, said(WEB, "  type: ClusterIP", "ignore[SVC511]", above=True), TYPE),
    "at the parent key": (OLD, said(WEB, "spec:", "ignore[SVC511]"), TYPE),
    "above the parent key": (OLD, said(WEB, "spec:", "ignore[SVC511]", above=True), TYPE),
    "where the type was deleted": (OLD, said(WITHOUT, "spec:", "ignore[SVC511]"), TYPE),
    "in the document": (OLD, said(WEB, "kind: Service", "ignore-document[SVC511]", above=True), TYPE),
    "in the file": (OLD, said(WEB, "kind: Service", "ignore-file[SVC511]"), TYPE),
    "a refused update": (WEB, said(MOVED, "  clusterIP: 10.0.0.8", "ignore[cluster-ip-changed]"), ADDRESS),
    "a refused update, above": (WEB, said(MOVED, "  clusterIP: 10.0.0.8", "ignore[SVC501]", above=True), ADDRESS),
}


@pytest.mark.parametrize(("before", "after", "silent"), COVERED.values(), ids=COVERED)
def test_a_comment_at_the_edit(before: str, after: str, silent: list[str]) -> None:
    assert names(check({"web.yaml": after}, {"web.yaml": before})) == ([], silent)


NOT_COVERED = {
    "of another rule": (OLD, said(WEB, "  type: ClusterIP", "ignore[SVC501]")),
    "at another field": (OLD, said(WEB, "  clusterIP: 10.0.0.7", "ignore[SVC511]")),
    "in another document": (OLD, f"{WEB}---\n" + said(OTHER, "kind: Service", "ignore-document[SVC511]", above=True)),
    "in the old text": (said(OLD, "  type: NodePort", "ignore[SVC511]"), WEB),
    "for the old document": (said(OLD, "kind: Service", "ignore-document[SVC511]", above=True), WEB),
}


@pytest.mark.parametrize(("before", "after"), NOT_COVERED.values(), ids=NOT_COVERED)
def test_a_comment_elsewhere(before: str, after: str) -> None:
    assert names(check({"web.yaml": after}, {"web.yaml": before})) == (TYPE, [])


GONE = {
    "comment in the old text": (said(OLD, "  type: NodePort", "ignore[SVC511]"), OTHER),
    "the whole old file": (said(OLD, "kind: Service", "ignore-file[SVC511]"), OTHER),
    "what is left of the file": (f"{OTHER}---\n{OLD}", said(OTHER, "kind: Service", "ignore-file[SVC511]")),
}


@pytest.mark.parametrize(("before", "after"), GONE.values(), ids=GONE)
def test_no_comment_speaks_of_a_deleted_service(before: str, after: str) -> None:
    report = check({"web.yaml": after}, {"web.yaml": before}, 'transitions.forbid = ["NodePort -> (deleted)"]')
    assert names(report) == (TYPE, [])


BASE = {"base/kustomization.yaml": "resources: [web.yaml]\n"}
PROD = {
    "prod/kustomization.yaml": "resources: [../base]\npatches:\n  - path: type.yaml\n",
    "prod/type.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: NodePort}\n",
}
DEV = "resources:\n  - ../base\n"

KUSTOMIZED = {
    "no comment": (DEV, WEB, False),
    "in the kustomization": (f"# svclint: ignore-document[SVC511] only dev\n{DEV}", WEB, True),
    "at the related place": (said(DEV, "resources:", "ignore[SVC511]"), WEB, True),
    "above it": (said(DEV, "resources:", "ignore[SVC511]", above=True), WEB, True),
    "for the whole file": (f"# svclint: ignore-file[SVC511] its own findings\n{DEV}", WEB, False),
    "in the base": (DEV, said(WEB, "  type: ClusterIP", "ignore[SVC511]"), True),
}


@pytest.mark.parametrize(("dev", "web", "silent"), KUSTOMIZED.values(), ids=KUSTOMIZED)
def test_a_comment_in_the_kustomization_that_fails(dev: str, web: str, *, silent: bool) -> None:
    around = {**BASE, **PROD, "dev/kustomization.yaml": dev}
    report = check({**around, "base/web.yaml": web}, {**around, "base/web.yaml": OLD})
    assert names(report) == (([], TYPE) if silent else (TYPE, []))


PATCH = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {ports: [{port: 80, nodePort: 30080}]}\n"
PATCHED = {"prod/kustomization.yaml": PROD["prod/kustomization.yaml"], "prod/type.yaml": PATCH, **BASE}
OWN = {
    "no comment": (WEB, False),
    "at the type": (said(WEB, "  type: ClusterIP", "ignore[node-port-on-cluster-ip]"), True),
    "in its document": (said(WEB, "kind: Service", "ignore-document[SVC204]", above=True), True),
    "for its whole file": (said(WEB, "kind: Service", "ignore-file[SVC204]"), False),
    "in another document": (f"{WEB}---\n" + said(OTHER, "kind: Service", "ignore-document[SVC204]", above=True), False),
}


@pytest.mark.parametrize(("web", "silent"), OWN.values(), ids=OWN)
def test_a_comment_at_a_related_place_of_the_same_object(web: str, *, silent: bool) -> None:
    files = {**PATCHED, "base/web.yaml": web}
    report = check(files, files)
    (found,) = (one.diagnostic for one in report.suppressed) if silent else report.diagnostics
    assert (found.place.file.path, found.rule.name) == ("prod/type.yaml", "node-port-on-cluster-ip")
    assert found.related[0].place.file.path == "base/web.yaml"
    assert bool(report.suppressed) is silent
