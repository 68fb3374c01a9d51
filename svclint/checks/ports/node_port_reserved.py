"""A node port on which something of the node's own listens."""

from collections.abc import Iterator

from svclint.model.located import Located
from svclint.model.service import Service
from svclint.policy.cluster import ClusterPolicy
from svclint.policy.nodelisteners import listener_on
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.nodeports import node_port_claims


def check(service: Service, context: Context) -> Iterator[Finding]:
    """Report each number of a well-known listener; only a range that was widened downwards holds any."""
    node_ports = context.settings.cluster.node_ports
    if node_ports.first >= ClusterPolicy().node_ports.first:
        return
    for claim in node_port_claims(service, node_ports):
        protocols = {port.protocol.value or "TCP" for port in service.ports if port.node_port.value == claim.value} or {"TCP"}
        who = listener_on(claim.value, protocols)
        if who:
            yield _finding(claim, who)


def _finding(claim: Located[int], who: str) -> Finding:
    help_ = "choose a number that nothing on the nodes uses, from 30000 upwards for instance"
    return Finding(
        claim,
        f"node port {claim.value} is the port of {who}",
        (str(claim.value), who),
        notes=(
            Note(help_, voice=Voice.HELP),
            Note("kube-proxy takes the packets for this number on every node: what listens there is cut off, and nothing warns"),
        ),
        label="taken on every node that runs it",
    )


RULE = Rule(
    name="node-port-reserved",
    code="SVC216",
    summary="a node port on which a component of the nodes listens",
    category=Category.HAZARD,
    subject=Subject.SERVICE,
    check=check,
    options=("cluster.node-port-range",),
)
