"""Fingerprints: the same for the same mistake wherever it stands, different for different ones."""

import pytest

from svclint import pipeline
from svclint.engine.identify import identify
from svclint.policy.settings import Settings
from svclint.rule.diagnostic import Diagnostic, ObjectName
from svclint.rule.report import Silenced, Silencer
from svclint.rule.severity import Severity
from svclint.source.file import SourceFile
from tests.output.report import RULE, SAMPLE, diagnostic
from tests.support.run import snapshot_of

NAME = ObjectName("v1", "Service", "shop", "web")
ONE = SAMPLE._replace(subject=NAME, field="spec.selector[app]", parameters=("app=webb",))
LATER = ONE._replace(place=diagnostic("\n\n\nother: «thing»\n", path="z/moved.yaml").place)
SAME = {
    "moved": LATER,
    "reworded": ONE._replace(message="nothing has app=webb", label="", notes=(), related=()),
    "another-severity": ONE._replace(severity=Severity.ERROR),
    "another-version": ONE._replace(subject=NAME._replace(api_version="v2")),
}
OTHER = {
    "rule": ONE._replace(rule=RULE._replace(code="SVC302")),
    "name": ONE._replace(subject=NAME._replace(name="web2")),
    "namespace": ONE._replace(subject=NAME._replace(namespace="")),
    "kind": ONE._replace(subject=NAME._replace(kind="Ingress")),
    "no-object": ONE._replace(subject=None),
    "field": ONE._replace(field="spec.selector[tier]"),
    "parameters": ONE._replace(parameters=("app=wib",)),
    "split-parameters": ONE._replace(parameters=("app=", "webb")),
    "no-text": ONE._replace(parameters=("\udcff\ud800",)),
}
SERVICE = """\
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  type: NodePort
  ports:
    - {name: a, port: 80, nodePort: 29999}
    - {name: b, port: 81, nodePort: 29998}
"""


def prints(*found: Diagnostic) -> list[str]:
    kept, _ = identify(found, ())
    return [one.fingerprint for one in kept]


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
def test_same(other: Diagnostic) -> None:
    assert prints(other) == prints(ONE)


@pytest.mark.parametrize("other", OTHER.values(), ids=OTHER)
def test_other(other: Diagnostic) -> None:
    assert prints(other) != prints(ONE)


def test_sixteen_digits_and_a_number_for_a_repeat() -> None:
    first, second, third = prints(LATER, ONE, LATER)
    assert len(first) == 16
    assert int(first, 16) >= 0
    assert [second, third] == [f"{first}:2", f"{first}:3"]


def test_silencing_the_first_does_not_rename_the_second() -> None:
    first, second = prints(ONE, LATER)
    kept, (silenced,) = identify([LATER], [Silenced(ONE, Silencer.COMMENT, "why")])
    assert [one.fingerprint for one in kept] == [second]
    assert (silenced.diagnostic.fingerprint, silenced.by, silenced.reason) == (first, Silencer.COMMENT, "why")


def test_both_stay_in_order() -> None:
    kept, silenced = identify([LATER, ONE], [Silenced(LATER, Silencer.BASELINE), Silenced(ONE, Silencer.BASELINE)])
    assert [one.place for one in kept] == [ONE.place, LATER.place]
    assert [one.diagnostic.place for one in silenced] == [ONE.place, LATER.place]


@pytest.mark.parametrize(
    "text",
    ["# a comment\n\n" + SERVICE, SERVICE + "---\nkind: ConfigMap\napiVersion: v1\n", SERVICE.replace("    - {", "      - {")],
    ids=["lines-above", "a-document-behind", "indented"],
)
def test_an_edit_elsewhere_renames_nothing(text: str) -> None:
    assert {one.fingerprint for one in checked("b.yaml", text)} == {one.fingerprint for one in checked("a.yaml", SERVICE)}


def test_a_comment_in_a_file_renames_nothing() -> None:
    quiet = SERVICE.replace("29999}", "29999}  # svclint: ignore[node-port-out-of-range]")
    first, second = checked("a.yaml", SERVICE)
    assert [one.fingerprint for one in checked("a.yaml", quiet)] == [second.fingerprint]
    assert first.fingerprint != second.fingerprint


def checked(path: str, text: str) -> tuple[Diagnostic, ...]:
    return pipeline.check(snapshot_of([SourceFile(path, text)]), Settings()).diagnostics
