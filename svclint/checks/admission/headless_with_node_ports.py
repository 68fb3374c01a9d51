"""A headless Service of a type that has node ports."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.checks.servicetype import type_note
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report the cluster IP None on a Service of type NodePort or LoadBalancer."""
    service = verdict.service
    for error in verdict.caused_by(Cause.HEADLESS_NODE_PORTS):
        kind = str(service.type.value)
        yield Finding(
            error.at,
            f"clusterIP None on a Service of type {kind}",
            (kind,),
            reason=error.reason.value,
            label="headless",
            notes=(
                *type_note(service),
                Note(f"remove `clusterIP: None`, and keep the type {kind}", voice=Voice.HELP),
                Note("set `type: ClusterIP` and leave out node ports, if DNS is to answer with the pods", voice=Voice.HELP),
            ),
        )


RULE = Rule(
    name="headless-with-node-ports",
    code="SVC113",
    summary="a Service of type NodePort or LoadBalancer is headless",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
