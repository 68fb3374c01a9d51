"""A port that the Service which is named does not have: nothing arrives there."""

from collections.abc import Iterator

from svclint.checks.referred import is_of_server, lacking_findings
from svclint.rule.context import Context
from svclint.rule.finding import Finding
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.reliance import Reliance


def check(reliance: Reliance, context: Context) -> Iterator[Finding]:
    """Report the port where every Service that may be meant lacks it."""
    if not is_of_server(reliance.reference):
        yield from lacking_findings(reliance, context, "what is named here is a port of the Service, not one of its pods or nodes")


RULE = Rule(
    name="backend-port-missing",
    code="SVC602",
    summary="a port that the Service named by a route does not have",
    category=Category.BROKEN,
    subject=Subject.RELIANCE,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace", "references"),
    fixes="unsafe",
)
