"""One node port asked for by two Services: a node has each number once, whatever the namespace or the protocol."""

from collections.abc import Iterator

from svclint.checks.contested import called, rival_notes, rivals_among
from svclint.model.located import Located
from svclint.model.service import Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.claims import Claim
from svclint.workspace.nodeports import node_port_claims
from svclint.workspace.wiring import Wiring


def check(wiring: Wiring, context: Context) -> Iterator[Finding]:
    """Report each number that another Service asks for where both are deployed together; both sides are told."""
    node_ports = context.settings.cluster.node_ports
    service = wiring.service
    for asked in node_port_claims(service, node_ports):
        rivals = rivals_among((one.node_port_claims(service, asked.value, node_ports) for one in wiring.close), service)
        if rivals:
            yield _finding(service, asked, rivals)


def _finding(service: Service, number: Located[int], rivals: list[Claim[int]]) -> Finding:
    other = called(rivals[0].service, service)
    help_ = Note("give each Service its own number, or leave nodePort out and let the cluster choose", voice=Voice.HELP)
    return Finding(
        number,
        f"nodePort {number.value} is also asked for by {other}",
        (str(number.value), other),
        reason="Invalid",
        label="the API server refuses whichever comes second",
        notes=(
            *rival_notes(service, rivals, number.value),
            help_,
            Note("a number belongs to one Service in the whole cluster, whatever the namespace and the protocol"),
        ),
    )


RULE = Rule(
    name="node-port-collision",
    code="SVC202",
    summary="two Services ask for the same node port",
    category=Category.REJECTED,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("cluster.node-port-range",),
)
