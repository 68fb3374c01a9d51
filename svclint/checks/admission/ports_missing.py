"""A Service without ports."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.checks.servicetype import described_type
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report a Service that must have ports and has none."""
    for error in verdict.caused_by(Cause.PORTS_MISSING):
        kind = "ClusterIP" if verdict.service.is_headless else described_type(verdict.service)
        yield Finding(
            error.at,
            f"a Service of type {kind} has no ports",
            (kind,),
            reason=error.reason.value,
            label="ports are missing",
            notes=(
                Note("list at least one port under `spec.ports`", voice=Voice.HELP),
                Note("only a headless Service (`clusterIP: None`) and one of type ExternalName can do without"),
            ),
        )


RULE = Rule(
    name="ports-missing",
    code="SVC110",
    summary="a Service that needs ports has none",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
