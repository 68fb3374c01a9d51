"""A port that the API server is to call, and that the Service does not have: every request that needs it fails."""

from collections.abc import Iterator

from svclint.checks.referred import is_of_server, lacking_findings
from svclint.rule.context import Context
from svclint.rule.finding import Finding
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.reliance import Reliance


def check(reliance: Reliance, context: Context) -> Iterator[Finding]:
    """Report the port, given or 443, where every Service that may be meant lacks it."""
    if is_of_server(reliance.reference):
        yield from lacking_findings(reliance, context, "the API server calls a port of the Service, 443 unless it is told")


RULE = Rule(
    name="webhook-service-port-missing",
    code="SVC608",
    summary="a port that the API server is to call and the Service does not have",
    category=Category.BROKEN,
    subject=Subject.RELIANCE,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
    fixes="unsafe",
)
