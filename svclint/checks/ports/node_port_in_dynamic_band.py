"""A fixed node port among those that the cluster hands out by itself."""

from collections.abc import Iterator

from svclint.model.service import Service
from svclint.policy.nodelisteners import listener_on
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.nodeports import node_port_claims


def check(service: Service, context: Context) -> Iterator[Finding]:
    """Report each number that automatic allocation may take first; node-port-reserved has more to say of its own."""
    node_ports = context.settings.cluster.node_ports
    static = node_ports.static_band
    if static is None:
        return
    for claim in node_port_claims(service, node_ports):
        if claim.value in static or listener_on(claim.value):
            continue
        help_ = f"take a number from {static}: automatic allocation leaves these for last; or leave the field out"
        yield Finding(
            claim,
            f"node port {claim.value} is outside the band for fixed numbers, {static}",
            (str(claim.value), str(static)),
            notes=(Note(help_, voice=Voice.HELP), Note("another Service may be given this number before this one is created")),
            label=f"not in {static}",
        )


RULE = Rule(
    name="node-port-in-dynamic-band",
    code="SVC215",
    summary="a fixed node port that automatic allocation may take first",
    category=Category.ADVICE,
    subject=Subject.SERVICE,
    check=check,
    options=("cluster.node-port-range",),
)
