"""Services in other files than before are followed, and never mixed up."""

import pytest

from svclint import pipeline
from svclint.source.file import SourceFile
from tests.support.run import settings_of, snapshot_of

A, B, C = (
    f"apiVersion: v1\nkind: Service\nmetadata: {{name: web}}\nspec: {{type: {kind}, ports: [{{port: 80}}]}}\n"
    for kind in ("ClusterIP", "NodePort", "LoadBalancer")
)
K = "resources: [.]\n"
ROOT = {"k/dev/kustomization.yaml": K, "k/prod/kustomization.yaml": K}

# before, after, and the pairs of paths
CASES: dict[str, tuple[dict[str, str], dict[str, str], set[tuple[str, str]]]] = {
    "to another file": ({"a.yaml": A}, {"b.yaml": B}, {("a.yaml", "b.yaml")}),
    "to a file beside others": ({"a.yaml": A, "b.yaml": "x: 1"}, {"b.yaml": B}, {("a.yaml", "b.yaml")}),
    "to another folder": ({"a.yaml": A}, {"d/b.yaml": B}, {("a.yaml", "d/b.yaml")}),
    "two overlays renamed": (
        {"o/dev/s.yaml": A, "o/prod/s.yaml": A},
        {"e/dev/s.yaml": B, "e/prod/s.yaml": C},
        {("o/dev/s.yaml", "e/dev/s.yaml"), ("o/prod/s.yaml", "e/prod/s.yaml")},
    ),
    "two files renamed, each in its folder": (
        {"dev/s.yaml": A, "prod/s.yaml": A},
        {"dev/t.yaml": B, "prod/t.yaml": C},
        {("dev/s.yaml", "dev/t.yaml"), ("prod/s.yaml", "prod/t.yaml")},
    ),
    "moved as they are": ({"a.yaml": A, "b.yaml": B}, {"x/1.yaml": B, "x/2.yaml": A}, {("a.yaml", "x/2.yaml"), ("b.yaml", "x/1.yaml")}),
    "nobody can tell": ({"a.yaml": A, "b.yaml": A}, {"x/1.yaml": B, "y/2.yaml": C}, set()),
    "gone from one overlay, new in another": (
        {**ROOT, "k/dev/s.yaml": A},
        {**ROOT, "k/prod/s.yaml": B},
        {("k/dev/s.yaml", ""), ("", "k/prod/s.yaml")},
    ),
    "within one overlay": ({**ROOT, "k/dev/a/s.yaml": A}, {**ROOT, "k/dev/b/t.yaml": B}, {("k/dev/a/s.yaml", "k/dev/b/t.yaml")}),
    "an overlay renamed": (
        {**ROOT, "k/dev/s.yaml": A},
        {"k/prod/kustomization.yaml": K, "k/stage/kustomization.yaml": K, "k/stage/s.yaml": B},
        {("k/dev/s.yaml", "k/stage/s.yaml")},
    ),
    "an unchanged overlay stays out of it": (
        {"k/dev/s.yaml": A, "k/prod/s.yaml": A},
        {"k/dev/s.yaml": A, "k/prod/t.yaml": B},
        {("k/prod/s.yaml", "k/prod/t.yaml")},
    ),
    "created and deleted": ({"a.yaml": A}, {"b.yaml": A.replace("web", "new")}, {("a.yaml", ""), ("", "b.yaml")}),
}


@pytest.mark.parametrize(("before", "after", "pairs"), CASES.values(), ids=CASES)
def test_followed(before: dict[str, str], after: dict[str, str], pairs: set[tuple[str, str]]) -> None:
    old, new = ([SourceFile(path, text) for path, text in files.items()] for files in (before, after))
    settings, snapshot = settings_of(""), snapshot_of(new, old)
    found = pipeline.index(pipeline.read_all(new, settings), snapshot, settings).transitions
    assert {(one.file.path if one else "", other.file.path if other else "") for group in found for one, other in group} == pairs
