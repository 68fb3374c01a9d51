"""External IPs, which Kubernetes is giving up."""

from collections.abc import Iterator

from svclint.model.located import Located
from svclint.model.service import ExternalNameService, Service
from svclint.policy.version import version_at_least
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject

_HELP = Note("use a LoadBalancer Service or a Gateway, whose address the cluster's administrator hands out", voice=Voice.HELP)
_WHY = Note("whoever may write a Service can take over the traffic to any address with it (CVE-2020-8554)")


def check(service: Service, context: Context) -> Iterator[Finding]:
    """Report the list once, on the types that implement it; before 1.36, where the server is silent, as advice."""
    field = service.spec.child("externalIPs")
    if service.stage is None or service.is_headless or isinstance(service, ExternalNameService):
        return
    addresses = [str(item.text().value) for item in field.items()]
    if not addresses:
        return
    deprecated = version_at_least(context.settings.kubernetes_version, 1, 36)
    yield Finding(
        Located(addresses, service.spec.key_place("externalIPs"), field.path),
        "externalIPs is deprecated, and clusters may stop implementing it",
        tuple(addresses),
        notes=(_HELP, _WHY),
        category=None if deprecated else Category.ADVICE,
        label="deprecated since Kubernetes 1.36" if deprecated else "deprecated from Kubernetes 1.36 on",
    )


RULE = Rule(
    name="external-ips-deprecated",
    code="SVC701",
    summary="a Service lists externalIPs, which Kubernetes gives up",
    category=Category.HAZARD,
    subject=Subject.SERVICE,
    check=check,
    options=("kubernetes-version",),
)
