"""Where a suppression without effect is told, where a run cannot know, and what is left when it is removed."""

from typing import NoReturn

import pytest

from svclint import pipeline
from svclint.checks import RULES
from svclint.rule.context import Context
from svclint.rule.registry import Registry
from svclint.rule.snapshot import Previous, Skipped, Snapshot
from svclint.source.apply import apply_fixes
from svclint.source.file import SourceFile
from tests.support.run import settings_of

HEAD = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n"
SPEC = "spec: {selector: {app: web}, ports: [{port: 80}]}"
WEB = f"{HEAD}{SPEC}"


def saying(words: str, spec: str = SPEC) -> str:
    return f"{HEAD}{spec} # svclint: ignore[{words}] why\n"


def told(snapshot: Snapshot, toml: str = "") -> list[str]:
    """The words that are said to have no effect."""
    report = pipeline.check(snapshot, settings_of(toml))
    return [one.place.text for one in report.diagnostics if one.rule.name == "unused-ignore"]


ALL = ["# svclint: ignore[{}] why"]
NODE_PORT = "spec: {type: NodePort, selector: {app: web}, ports: [{port: 80, nodePort: 80}]}"
UNDECLARED = f"""\
{HEAD}spec: {{selector: {{app: web}}, ports: [{{port: 81}}]}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {{name: web}}
spec:
  selector: {{matchLabels: {{app: web}}}}
  template: {{metadata: {{labels: {{app: web}}}}, spec: {{containers: [{{name: web, image: web, ports: [{{containerPort: 9000}}]}}]}}}}
"""

WORDS: dict[str, tuple[str, str, list[str]]] = {
    "a rule of one document": ("SVC201", "", ALL),
    "a rule of the workspace": ("SVC401", "", ALL),
    "two": ("SVC201, SVC401", "", ALL),
    "one of two": ("SVC201, SVC511", "", ["SVC201"]),
    "a prefix, all of whose rules ran": ("SVC1", "", ALL),
    "a prefix with advice": ("SVC2", "", []),
    "a prefix with advice that was asked for": ("SVC2", "pedantic = true", ALL),
    "a prefix with rules of changes": ("SVC5", "pedantic = true", []),
    "all": ("ALL", "pedantic = true", []),
    "advice": ("SVC707", "", []),
    "advice that was asked for": ("SVC707", 'extend-select = ["SVC707"]', ALL),
    "a change": ("SVC511", "", []),
    "not selected": ("SVC201", 'select = ["SVC3", "SVC0"]', []),
    "ignored": ("SVC201", 'ignore = ["SVC201"]', []),
    "off": ("SVC201", 'severity.SVC201 = "off"', []),
    "ignored in the file": ("SVC201, SVC401", '[per-file-ignores]\n"web.*" = ["SVC2"]', ["SVC401"]),
    "ignored elsewhere": ("SVC201", '[per-file-ignores]\n"api.*" = ["SVC2"]', ALL),
    "it itself": ("unused-ignore", "", []),
    "unknown": ("nothing", "", []),
    "turned off": ("SVC201", 'ignore = ["unused-ignore"]', []),
}


@pytest.mark.parametrize(("words", "toml", "expected"), WORDS.values(), ids=WORDS)
def test_which_words_are_judged(words: str, toml: str, expected: list[str]) -> None:
    file = SourceFile("web.yaml", saying(words))
    assert told(Snapshot("/", (file,)), toml) == [one.format(words) for one in expected]


USED = {
    "a finding": (saying("SVC201", NODE_PORT), ""),
    "by two names": (saying("SVC201, node-port-out-of-range, SVC2", NODE_PORT), "pedantic = true"),
    "by two comments": (f"# svclint: ignore-file[SVC201] why\n{saying('SVC201', NODE_PORT)}", ""),
    "by a comment and the annotation": (
        saying("SVC201", NODE_PORT).replace("{name: web", '{name: web, annotations: {svclint.dev/ignore: "SVC201"}'),
        "",
    ),
    "advice of a rule that is none": (f"# svclint: ignore-file[SVC404] why\n{UNDECLARED}", ""),
}


@pytest.mark.parametrize(("text", "toml"), USED.values(), ids=USED)
def test_what_is_of_use(text: str, toml: str) -> None:
    assert told(Snapshot("/", (SourceFile("web.yaml", text),)), toml) == []


WORKSPACE, DOCUMENT = saying("SVC401"), saying("SVC201")
BROKEN = SourceFile("pods.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: [}\n")
TEMPLATE = SourceFile("pods.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: {{ .x }}}\n")
OTHER = SourceFile("other.yaml", WEB)
REMOTE = SourceFile("kustomization.yaml", "resources: [web.yaml, https://example.org/base]\n")
SIGHT = {
    "everything": (Snapshot("/", (OTHER,)), True, True),
    "a target among others": (Snapshot("/", (OTHER,), ("web.yaml",)), True, True),
    "no target": (Snapshot("/", (OTHER,), ("other.yaml",)), False, False),
    "standard input": (Snapshot("/", (OTHER,), partial=True), False, False),
    "a broken document": (Snapshot("/", (BROKEN,)), False, True),
    "a template": (Snapshot("/", (TEMPLATE,)), False, True),
    "a template elsewhere": (Snapshot("/", (SourceFile("chart/templates/pods.yaml", TEMPLATE.text),)), True, True),
    "a file that was not read": (Snapshot("/", (), skipped=(Skipped("x.yaml", "too large"),)), False, True),
    "a kustomization that is not carried out": (Snapshot("/", (REMOTE,)), False, False),
}


@pytest.mark.parametrize(("around", "workspace", "document"), SIGHT.values(), ids=SIGHT)
def test_what_must_be_in_sight(around: Snapshot, *, workspace: bool, document: bool) -> None:
    for text, expected in ((WORKSPACE, workspace), (DOCUMENT, document)):
        assert bool(told(around._replace(files=(*around.files, SourceFile("web.yaml", text))))) is expected


def test_not_in_previous_texts() -> None:
    old = SourceFile("web.yaml", saying("SVC201"))
    assert told(Snapshot("/", (SourceFile("web.yaml", WEB),), previous=Previous("HEAD", (old,)))) == []


def _crash(*_: object) -> NoReturn:
    raise KeyError("spec")


def test_not_where_the_rule_crashed() -> None:
    rules = (rule._replace(check=_crash) if rule.code == "SVC701" else rule for rule in RULES)
    file = SourceFile("web.yaml", saying("SVC701, SVC203"))
    snapshot, settings = Snapshot("/", (file,)), settings_of("")
    workspace = pipeline.index(pipeline.read_all(snapshot.files, settings), snapshot, settings)
    kept, _, _ = pipeline.diagnose(Registry(rules), Context(workspace, settings), snapshot)
    assert [one.place.text for one in kept if one.rule.name == "unused-ignore"] == ["SVC203"]


ANNOTATED = 'annotations: {{svclint.dev/ignore: "{}"}}'
FIXED = {
    "behind a value": ("a: b \t # svclint: ignore[SVC201] x \nc: d\n", "a: b\nc: d\n"),
    "alone": ("a: b\n  # svclint: ignore[SVC201] x\nc: d\n", "a: b\nc: d\n"),
    "alone, first": ("# svclint: ignore-file[SVC201]\na: b\n", "a: b\n"),
    "alone, last": ("a: b\n# svclint: ignore[SVC201]", "a: b\n"),
    "line ends of Windows": ("a: b # svclint: ignore[SVC201] \r\n# svclint: ignore[SVC201]\r\nc: d\r\n", "a: b\r\nc: d\r\n"),
    "before another comment": ("a: b # svclint: ignore[SVC201] x # noqa\n", "a: b # noqa\n"),
    "alone, before another comment": ("a: b\n # svclint: ignore[SVC201] x  # noqa\n", "a: b\n # noqa\n"),
    "the first word": ("a: b # svclint: ignore[ SVC201 , SVC511] x\n", "a: b # svclint: ignore[ SVC511] x\n"),
    "the last word": ("a: b # svclint: ignore[SVC511, SVC201 ] x\n", "a: b # svclint: ignore[SVC511 ] x\n"),
    "words in the middle": ("a: b # svclint: ignore[SVC511,SVC201,SVC203, SVC5]\n", "a: b # svclint: ignore[SVC511, SVC5]\n"),
    "two in front": ("a: b # svclint: ignore[SVC201, SVC203, SVC511]\n", "a: b # svclint: ignore[SVC511]\n"),
    "the only annotation": ("metadata:\n  annotations:\n    svclint.dev/ignore: SVC201\n  name: web\n", "metadata:\n  name: web\n"),
    "one of two annotations": (
        'metadata:\n  annotations:\n    svclint.dev/ignore: "SVC201: x" # y\n    a: b\n',
        "metadata:\n  annotations:\n    a: b\n",
    ),
    "an annotation in braces": (
        'metadata: {name: web, annotations: {a: b, svclint.dev/ignore: "SVC201"}}\n',
        "metadata: {name: web, annotations: {a: b}}\n",
    ),
    "a word of an annotation": (
        'metadata: {annotations: {svclint.dev/ignore: "SVC201, SVC511: x"}}\n',
        'metadata: {annotations: {svclint.dev/ignore: "SVC511: x"}}\n',
    ),
    "a word of a folded annotation": (
        "metadata:\n  annotations:\n    svclint.dev/ignore: >-\n      SVC201,\n      SVC511\n",
        "metadata:\n  annotations:\n    svclint.dev/ignore: >-\n      SVC201,\n      SVC511\n",
    ),
}
KIND = "kind: ConfigMap\napiVersion: v1\n"


@pytest.mark.parametrize(("text", "fixed"), FIXED.values(), ids=FIXED)
def test_what_the_fix_leaves(text: str, fixed: str) -> None:
    file = SourceFile("web.yaml", KIND + text)
    for _ in range(3):
        report = pipeline.check(Snapshot("/", (file,)), settings_of(""))
        unused = [one for one in report.diagnostics if one.rule.name == "unused-ignore"]
        assert unused or file.text != KIND + text
        file = SourceFile("web.yaml", apply_fixes(file, [one.fix for one in unused if one.fix])[0])
    assert file.text == KIND + fixed
