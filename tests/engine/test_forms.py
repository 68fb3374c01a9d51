"""What each form of a suppression covers, by where it stands: one mistake at a time, one comment, silent or not."""

import pytest

from svclint import pipeline
from svclint.rule.report import Silencer
from svclint.source.file import SourceFile
from tests.support.run import settings_of, snapshot_of

TEXT = """\
#1
apiVersion: v1 #2
kind: Service
#3
metadata: #4
  #5
  name: web #6
  annotations:
    note: | #7
      #8
    other: "#9"
#10
spec: #11
  #12
  type: NodePort #13
  #14

  # another comment
  selector:
    app: web
  #15
  ports: #16
    #17
    - port: 80 #18
      #19
      nodePort: 80 #20
      name: a #21
    #22
    - {port: 81, name: b} #23
#24
---
#25
apiVersion: v1
kind: Service
metadata: {name: other}
spec: {selector: {app: other}, ports: [{port: 80}]}
#26
"""
SPOTS = range(1, 27)
"""The marks of the text: a comment takes the place of one, the others go."""
TOML = 'ignore = ["unused-ignore", "malformed-ignore"]'


def put(comment: str, spot: int, text: str = TEXT) -> str:
    for other in reversed(SPOTS):
        text = text.replace(f"#{other}", f"# svclint: {comment}" if other == spot else "")
    return text


def silenced(text: str) -> list[str]:
    """The findings that are not reported."""
    report = pipeline.check(snapshot_of([SourceFile("web.yaml", text)]), settings_of(TOML))
    assert [one.rule.name for one in report.diagnostics if one.rule.code != "SVC201"] == []
    assert {one.by for one in report.suppressed} <= {Silencer.COMMENT}
    return [one.reason for one in report.suppressed]


REACHING = {
    # on its line and on that of the key around it; above whatever holds it
    "ignore[SVC201] why": {10, 15, 16, 17, 19, 20},
    # anywhere at column 1 of the document
    "ignore-document[SVC201] why": {1, 3, 10, 24},
    "ignore-file[SVC201] why": {1, 2, 3, 4, 5, 6, 7},
    "ignore[SVC202] why": set(),
    "ignore": set(),
}


@pytest.mark.parametrize("spot", SPOTS)
@pytest.mark.parametrize(("comment", "reaching"), REACHING.items(), ids=REACHING)
def test_where_a_comment_works(comment: str, reaching: set[int], spot: int) -> None:
    assert silenced(put(comment, spot)) == (["why"] if spot in reaching else [])


SPELLED = {
    "#svclint:ignore[SVC201]why": "why",
    "# svclint:   ignore[SVC201]": "",
    "#   svclint: ignore[ SVC301 ,node-port-out-of-range, ]  a  reason ": "a  reason",
    "# svclint: ignore[SVC2] all of them": "all of them",
    "# svclint: ignore[ALL] #1 of all": "#1 of all",
    "# svclint: ignore[nothing, SVC201] one is unknown": "one is unknown",
    "# svclint: ignore[SVC201] why # noqa": "why",
    "# svclint: ignore[SVC201] [why]": "[why]",
}


@pytest.mark.parametrize(("comment", "reason"), SPELLED.items(), ids=SPELLED)
def test_how_a_comment_is_spelled(comment: str, reason: str) -> None:
    text = put("", 0).replace("nodePort: 80", f"nodePort: 80 {comment}")
    report = pipeline.check(snapshot_of([SourceFile("web.yaml", text)]), settings_of('ignore = ["SVC0"]'))
    assert [(one.diagnostic.rule.code, one.reason) for one in report.suppressed] == [("SVC201", reason)]


SILENT = {
    "its own rule": "ignore-file[SVC005, nothing]",
    "by the name": "ignore[SVC203, unused-ignore]",
    "by the prefix": "ignore[SVC203, SVC0]",
    "by all": "ignore[SVC203, ALL]",
    "by another comment": "ignore-file[unused-ignore]\n# svclint: ignore[SVC203] why",
}


@pytest.mark.parametrize("comment", SILENT.values(), ids=SILENT)
def test_what_is_said_of_a_comment_can_be_silenced_there(comment: str) -> None:
    text = put(f"{comment} why", 1).replace("nodePort: 80", "nodePort: 30080")
    report = pipeline.check(snapshot_of([SourceFile("web.yaml", text)]), settings_of(""))
    assert not report.diagnostics
    assert len(report.suppressed) == 1
