"""One cluster IP asked for by two Services."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Reason
from svclint.apiserver.network import Network
from svclint.checks.contested import called, rival_notes, rivals_among
from svclint.model.located import Located
from svclint.model.service import Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.claims import Claim
from svclint.workspace.clusterips import cluster_ip_claims
from svclint.workspace.wiring import Wiring

_FREE = Note("leave clusterIP out and let the cluster choose, or give each Service an address of its own", voice=Voice.HELP)


def check(wiring: Wiring, context: Context) -> Iterator[Finding]:
    """Report each address that another Service asks for where both are deployed together; both sides are told."""
    settings = context.settings
    service = wiring.service
    network: Network | None = None
    for address, asked in cluster_ip_claims(service):
        network = network or Network(settings.cluster, settings.kubernetes_version)
        if network.fault(address, asked.value):
            continue  # it never reaches the table of addresses, and invalid-cluster-ip speaks of it
        rivals = rivals_among((one.cluster_ip_claims(service, address) for one in wiring.close), service)
        if rivals:
            yield _finding(service, asked, rivals)
        elif address == network.taken and (service.namespace, service.name) != ("default", "kubernetes"):
            yield _of_the_api(asked)


def _finding(service: Service, asked: Located[str], rivals: list[Claim[str]]) -> Finding:
    other = called(rivals[0].service, service)
    return Finding(
        asked,
        f"cluster IP {asked.value} is also asked for by {other}",
        (asked.value, other),
        reason=Reason.INVALID.value,
        label="the API server refuses whichever comes second",
        notes=(
            *rival_notes(service, rivals, "it"),
            _FREE,
            Note("an address belongs to one Service in the whole cluster, whatever the namespace"),
        ),
    )


def _of_the_api(asked: Located[str]) -> Finding:
    message = f"cluster IP {asked.value} belongs to the Service kubernetes, the API server's own"
    note = Note("the API server takes the first address of the first service CIDR for itself")
    return Finding(asked, message, (asked.value,), reason=Reason.INVALID.value, label="already taken in every cluster", notes=(_FREE, note))


RULE = Rule(
    name="cluster-ip-collision",
    code="SVC214",
    summary="two Services ask for the same cluster IP",
    category=Category.REJECTED,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("cluster.service-cidrs",),
)
