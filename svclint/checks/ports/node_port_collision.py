"""One node port asked for by two Services: a node has each number once, whatever the namespace or the protocol."""

from collections.abc import Iterator
from itertools import islice

from svclint.model.located import Located
from svclint.model.service import Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.workspace.nodeports import node_port_claims


def check(service: Service, context: Context) -> Iterator[Finding]:
    """Report each number that another Service of the same file asks for too; both sides are told."""
    node_ports = context.settings.cluster.node_ports
    for number in node_port_claims(service, node_ports):
        claims = context.workspace.node_ports.claims(service.file.path, number.value, node_ports)
        # The same Service twice is one object in two versions. A crowd is not listed whole: each of them is told.
        others = list(islice(((one, claim) for one, claim in claims if one.identity != service.identity), 3))
        if others:
            yield _finding(service, number, others)


def _finding(service: Service, number: Located[int], others: list[tuple[Service, Located[int]]]) -> Finding:
    other = _called(others[0][0], service)
    notes = tuple(Note(f"{_called(one, service)} asks for {number.value} too", claim.place) for one, claim in others)
    help_ = Note("give each Service its own number, or leave nodePort out and let the cluster choose", voice=Voice.HELP)
    return Finding(
        number,
        f"nodePort {number.value} is also asked for by {other}",
        (str(number.value), other),
        reason="Invalid",
        label="the API server refuses whichever comes second",
        notes=(*notes, help_, Note("a number belongs to one Service in the whole cluster, whatever the namespace and the protocol")),
    )


def _called(other: Service, service: Service) -> str:
    """The other Service for a reader of this one: its namespace tells two of one name apart."""
    return other.title if other.namespace == service.namespace else f'{other.title} in namespace "{other.namespace or "(none)"}"'


RULE = Rule(
    name="node-port-collision",
    code="SVC202",
    summary="two Services ask for the same node port",
    category=Category.REJECTED,
    subject=Service,
    check=check,
    needs=Needs.WORKSPACE,
    options=("cluster.node-port-range",),
)
