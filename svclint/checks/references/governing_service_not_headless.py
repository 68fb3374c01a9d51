"""A StatefulSet whose governing Service has a cluster IP: its pods then have no names in DNS."""

from collections.abc import Iterator

from svclint.checks.doubts import doubt_notes, doubts_about
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.governing import find_governing
from svclint.workspace.reliance import Reliance


def check(reliance: Reliance, context: Context) -> Iterator[Finding]:
    """Report spec.serviceName where the Service of that name is close by, selects the pods and is not headless."""
    governing = find_governing(reliance)
    if governing is None or governing.differing or not governing.service.selector:
        return
    service = governing.service
    if service.is_headless or not service.TYPE or service.cluster_ip.value is None:
        return
    doubts = doubts_about(reliance, reliance.found.scope)
    yield Finding(
        reliance.reference.name,
        f"{service.title} is not headless, so the pods of this StatefulSet have no names in DNS",
        (service.name,),
        label="wants a headless Service",
        notes=(
            Note(_what(service), service.type.place if service.type.written else service.place),
            Note(f"{governing.workload.name}-0.{service.name} is answered by no DNS server: only a headless Service has names of pods"),
            Note(_advice(governing.headless_twin(context.workspace)), voice=Voice.HELP),
            *doubt_notes(doubts, "a warning", "advice"),
        ),
        category=Category.ADVICE if _is_single(governing.workload) else None,
        lowered=bool(doubts),
    )


def _is_single(workload: Workload) -> bool:
    """Whether there is one pod: the Service itself then is as good a name for it."""
    return workload.replicas is None or workload.replicas.value in (0, 1)


def _what(service: Service) -> str:
    return f"{service.title} is of type {service.TYPE}"


def _advice(twin: Service | None) -> str:
    if twin:
        return f"name {twin.title} here, which is headless and selects these pods"
    return "add a Service with `clusterIP: None` for these pods, and name that here (it is immutable: the StatefulSet has to be replaced)"


RULE = Rule(
    name="governing-service-not-headless",
    code="SVC603",
    summary="a StatefulSet whose governing Service is not headless, so that its pods have no names in DNS",
    category=Category.HAZARD,
    subject=Subject.RELIANCE,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
)
