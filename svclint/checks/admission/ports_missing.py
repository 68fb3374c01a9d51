"""A Service without ports."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.checks.servicetype import described_type
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report a Service that must have ports and has none."""
    misspelled = bool(verdict.caused_by(Cause.CLUSTER_IP)) and str(verdict.service.cluster_ip.value).lower() == "none"
    for error in () if misspelled else verdict.caused_by(Cause.PORTS_MISSING):  # it is to be headless: invalid-cluster-ip says so
        kind = described_type(verdict.service)
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
    subject=Verdict,
    check=check,
)
