"""A node port outside the range that the cluster hands out."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.checks.spelling import spelling_note
from svclint.policy.cluster import ClusterPolicy
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, context: Context) -> Iterator[Finding]:
    """Report each number outside the range, healthCheckNodePort too."""
    node_ports = context.settings.cluster.node_ports
    for error in verdict.caused_by(Cause.NODE_PORT_RANGE):
        field = error.field.rpartition(".")[2]
        notes = [Note(f"choose a number from {node_ports}, or leave {field} out and let the cluster choose", voice=Voice.HELP)]
        notes += spelling_note(error.at)
        if context.settings.cluster.node_port_range == ClusterPolicy().node_port_range:
            notes.append(Note("this is the default range; if yours is another, set cluster.node-port-range in the settings"))
        yield Finding(
            error.at,
            f"{field} {error.at.value} is outside the node-port range {node_ports}",
            (field, str(error.at.value), str(node_ports)),
            reason=error.reason.value,
            label=f"not in {node_ports}",
            notes=tuple(notes),
        )


RULE = Rule(
    name="node-port-out-of-range",
    code="SVC201",
    summary="a node port is outside the cluster's range",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
    options=("cluster.node-port-range",),
)
