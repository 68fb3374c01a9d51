"""A rule that raises becomes a finding that names it, and costs nobody else a finding."""

from typing import NoReturn

import pytest

from svclint import pipeline
from svclint.checks.ports.node_port_out_of_range import RULE as GOOD
from svclint.checks.reading.rule_crashed import RULE as CRASH_RULE
from svclint.engine.run import Outcome, run
from svclint.engine.suppress import Suppressions
from svclint.policy.settings import Settings
from svclint.rule.context import Context
from svclint.rule.registry import Registry
from svclint.rule.selection import Selection
from svclint.rule.severity import Severity
from svclint.rule.snapshot import Previous, Snapshot
from svclint.rule.subject import Subject
from svclint.source.file import SourceFile

TEXT = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  type: NodePort\n  ports: [{port: 80, nodePort: 80}]\n"


def crash(*_: object) -> NoReturn:
    raise KeyError("spec")


def outcome(subject: Subject) -> Outcome:
    """What the engine makes of a good rule and one that raises, over one Service that has changed."""
    file = SourceFile("web.yaml", TEXT)
    snapshot = Snapshot("/", (file,), previous=Previous("HEAD", (SourceFile("web.yaml", TEXT.replace("80", "81")),)))
    bad = GOOD._replace(name="bad-rule", code="SVC999", subject=subject, check=crash)
    settings = Settings(extend_select=("bad-rule",))
    workspace = pipeline.index(pipeline.read_all(snapshot.files, settings), snapshot, settings)
    registry = Registry((GOOD, CRASH_RULE, bad))
    return run(Selection(registry, settings), Context(workspace, settings), snapshot, Suppressions(registry, snapshot))


@pytest.mark.parametrize("subject", [Subject.DOCUMENT, GOOD.subject, Subject.SERVICE, Subject.WIRING, Subject.TRANSITION])
def test_a_crash_is_a_finding(subject: Subject) -> None:
    crashed = outcome(subject)
    assert crashed.crashed == ("bad-rule",)
    found = {one.rule.name: one for one in crashed.diagnostics}
    assert set(found) == {GOOD.name, CRASH_RULE.name}
    crash_ = found[CRASH_RULE.name]
    assert crash_.severity is Severity.ERROR
    assert crash_.message == "the rule bad-rule failed here: KeyError: 'spec'"
    assert crash_.helps == ("go on without the rule: --ignore bad-rule",)
