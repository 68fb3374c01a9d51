"""One cluster IP asked for by two Services."""

from collections.abc import Iterator
from itertools import islice

from svclint.apiserver.fielderror import Reason
from svclint.apiserver.network import Network
from svclint.model.located import Located
from svclint.model.service import Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.workspace.clusterips import cluster_ip_claims

_LOOKED_AT = 50
"""Of how many claims the others are sought: beyond that all say the same."""
_FREE = Note("leave clusterIP out and let the cluster choose, or give each Service an address of its own", voice=Voice.HELP)


def check(service: Service, context: Context) -> Iterator[Finding]:
    """Report each address that another Service of the same file asks for too; both sides are told."""
    settings = context.settings
    claims = context.workspace.cluster_ip_claims
    network: Network | None = None
    for address, asked in cluster_ip_claims(service):
        network = network or Network(settings.cluster, settings.kubernetes_version)
        if network.fault(address, asked.value):
            continue  # it never reaches the table of addresses, and invalid-cluster-ip speaks of it
        # The same Service twice is one object in two versions.
        others = [claim for claim in islice(claims[service.file.path, address], _LOOKED_AT) if claim[0].identity != service.identity]
        if others:
            yield _finding(service, asked, others)
        elif address == network.taken and (service.namespace, service.name) != ("default", "kubernetes"):
            yield _of_the_api(asked)


def _finding(service: Service, asked: Located[str], others: list[tuple[Service, Located[str]]]) -> Finding:
    other = _called(others[0][0], service)
    notes = tuple(Note(f"{_called(one, service)} asks for it too", claim.place) for one, claim in others[:3])
    return Finding(
        asked,
        f"cluster IP {asked.value} is also asked for by {other}",
        (asked.value, other),
        reason=Reason.INVALID.value,
        label="the API server refuses whichever comes second",
        notes=(*notes, _FREE, Note("an address belongs to one Service in the whole cluster, whatever the namespace")),
    )


def _of_the_api(asked: Located[str]) -> Finding:
    message = f"cluster IP {asked.value} belongs to the Service kubernetes, the API server's own"
    note = Note("the API server takes the first address of the first service CIDR for itself")
    return Finding(asked, message, (asked.value,), reason=Reason.INVALID.value, label="already taken in every cluster", notes=(_FREE, note))


def _called(other: Service, service: Service) -> str:
    """The other Service for a reader of this one: its namespace tells two of one name apart."""
    return other.title if other.namespace == service.namespace else f'{other.title} in namespace "{other.namespace or "(none)"}"'


RULE = Rule(
    name="cluster-ip-collision",
    code="SVC214",
    summary="two Services ask for the same cluster IP",
    category=Category.REJECTED,
    subject=Service,
    check=check,
    needs=Needs.WORKSPACE,
    options=("cluster.service-cidrs",),
)
