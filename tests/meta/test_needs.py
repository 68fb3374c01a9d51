"""Rule.needs says what a check really touches: every check runs over every example and fixture, and is watched."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any, cast

import pytest

from svclint import pipeline
from svclint.checks import RULES
from svclint.policy.settings import Settings
from svclint.rule.context import Context
from svclint.rule.finding import Finding
from svclint.rule.registry import Registry
from svclint.rule.rule import Needs, Rule
from svclint.rule.subject import Subject
from svclint.workspace.workspace import Workspace
from tests.support.every import inputs
from tests.support.pages import has_triggers


class _Watched:
    """A Context that notes that its workspace is asked for."""

    def __init__(self, context: Context, touched: set[str]) -> None:
        self._context = context
        self._touched = touched

    @property
    def workspace(self) -> Workspace:
        self._touched.add("workspace")
        return self._context.workspace

    @property
    def settings(self) -> Settings:
        return self._context.settings


def _watched(rule: Rule, touched: dict[str, set[str]]) -> Rule:
    def check(subject: Any, context: Context) -> Iterator[Finding]:
        touched[rule.name].add("run")
        return rule.check(subject, cast(Context, _Watched(context, touched[rule.name])))

    return rule._replace(check=check)


@cache
def _touched() -> dict[str, set[str]]:
    touched: dict[str, set[str]] = defaultdict(set)
    registry = Registry(_watched(rule, touched) for rule in RULES)
    for snapshot, settings in inputs().values():
        workspace = pipeline.index(pipeline.read_all(snapshot.files, settings), snapshot, settings)
        *_, ran = pipeline.diagnose(registry, Context(workspace, settings), snapshot)
        assert not ran.crashed
    return touched


@pytest.mark.parametrize("rule", [rule for rule in RULES if has_triggers(rule)], ids=lambda rule: rule.name)
def test_needs(rule: Rule) -> None:
    touched = _touched()[rule.name]
    assert "run" in touched
    # An edit is seen with all that is around it, before and after.
    around = "workspace" in touched and rule.subject is not Subject.TRANSITION
    deployed = rule.subject in (Subject.RELIANCE, Subject.UNUSED, Subject.WATCHING, Subject.WIRING)
    assert (around or deployed) == (rule.needs is Needs.WORKSPACE)
    assert (rule.subject is Subject.TRANSITION) == (rule.needs is Needs.BASE)
