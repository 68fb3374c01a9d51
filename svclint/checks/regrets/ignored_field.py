"""Fields that mean nothing on a Service of this type, or without a cluster IP."""

from collections.abc import Iterator
from typing import Any

from svclint.checks.servicetype import described_type, type_note
from svclint.model.located import Located
from svclint.model.service import ExternalNameService, LoadBalancerService, Service
from svclint.record import NamedTuple
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.place import Place
from svclint.yaml.node import Scalar
from svclint.yaml.scalars import resolve

_HINTS = ("service.kubernetes.io/topology-aware-hints", "service.kubernetes.io/topology-mode")


class _Ignored(NamedTuple):
    """A field that is set for nothing. `cause` completes "x is ignored ..."; `note` is the place of what makes it so."""

    at: Located[Any]
    name: str
    cause: str
    label: str
    help: str
    note: tuple[Note, ...] = ()


def check(service: Service, _: Context) -> Iterator[Finding]:
    """Report each field by itself; values that are the default say nothing and are left alone."""
    if service.stage is None:
        return
    for one in (*_by_type(service), *_by_setting(service)):
        help_ = Note(one.help, voice=Voice.HELP)
        message = f"{one.name} is ignored {one.cause}"
        yield Finding(one.at, message, (one.name,), notes=(*one.note, help_), label=one.label)


def _by_type(service: Service) -> Iterator[_Ignored]:
    if isinstance(service, ExternalNameService):
        cause, label, fields = "on a Service of type ExternalName", "an alias in DNS has no address and no pods", _of_alias(service)
        instead = "or give the Service another type"
    elif service.is_headless:
        cause, label, fields = "on a headless Service", "nothing stands between clients and pods", _of_headless(service)
        instead = "or `clusterIP: None` if the Service is to have an address of its own"
    else:
        cause, label, fields = f"on a Service of type {described_type(service)}", "only a load balancer has it", _of_address(service)
        instead = "or set `type: LoadBalancer`"
    note = (Note("headless", service.cluster_ip.place),) if service.is_headless else type_note(service)
    for at in fields:
        name = str(at.path.steps()[-1])
        yield _Ignored(at, name, cause, label, f"remove {name}, {instead}", note)
    if not isinstance(service, ExternalNameService):
        yield from _external_name(service, note)


def _of_alias(service: Service) -> Iterator[Located[Any]]:
    yield from _addresses(service)
    yield from _texts(service, sessionAffinity="ClientIP", internalTrafficPolicy="Local", loadBalancerIP="", trafficDistribution="")
    published = service.spec.child("publishNotReadyAddresses")
    if isinstance(published.node, Scalar) and resolve(published.node) is True:
        yield Located(None, published.place, published.path)
    yield from (port.node_port for port in service.ports if port.node_port.value)


def _of_headless(service: Service) -> Iterator[Located[Any]]:
    yield from _addresses(service)
    yield from _texts(service, sessionAffinity="ClientIP", internalTrafficPolicy="Local", loadBalancerIP="")


def _of_address(service: Service) -> Iterator[Located[Any]]:
    if not isinstance(service, LoadBalancerService):
        yield from _texts(service, loadBalancerIP="")


def _addresses(service: Service) -> Iterator[Located[Any]]:
    field = service.spec.child("externalIPs")
    if any(True for _ in field.items()):
        yield Located(None, service.spec.key_place("externalIPs"), field.path)


def _texts(service: Service, **meant: str) -> Iterator[Located[Any]]:
    """The fields of these names that have the value, or for an empty one any value."""
    for name, value in meant.items():
        text = service.spec.child(name).text()
        if text.value and text.value == (value or text.value):
            yield text


def _external_name(service: Service, note: tuple[Note, ...]) -> Iterator[_Ignored]:
    name = service.spec.child("externalName").text()
    if name.value:
        kind = described_type(service)
        help_ = "set `type: ExternalName` if the Service is to be an alias for that name; else remove externalName"
        yield _Ignored(name, "externalName", f"on a Service of type {kind}", "only an ExternalName Service has it", help_, note)


def _by_setting(service: Service) -> Iterator[_Ignored]:
    """What another field makes meaningless."""
    affinity = service.spec.child("sessionAffinity").text()
    config = service.spec.child("sessionAffinityConfig")
    if affinity.value in ("", "None") and config.names():
        at = Located(None, service.spec.key_place("sessionAffinityConfig"), config.path)
        help_ = "set `sessionAffinity: ClientIP` if clients are to stay with one pod; else remove sessionAffinityConfig"
        yield _Ignored(at, "sessionAffinityConfig", "without `sessionAffinity: ClientIP`", "dropped by the API server", help_)
    hints = _hints(service)
    distribution = service.spec.child("trafficDistribution").text()
    if hints and distribution.value and not isinstance(service, ExternalNameService):
        help_ = "remove the annotation if trafficDistribution is to count; else remove trafficDistribution"
        cause = "beside an annotation that asks for topology-aware routing"
        yield _Ignored(distribution, "trafficDistribution", cause, "the annotation wins", help_, (Note("the annotation", hints),))


def _hints(service: Service) -> Place | None:
    """Where an annotation turns topology-aware routing on (k8s.io/endpointslice, hintsEnabled); the older one decides."""
    annotations = service.root.at("metadata.annotations")
    for name in _HINTS:
        if name in annotations.names():
            return annotations.key_place(name) if annotations.entry(name).text().value in ("Auto", "auto") else None
    return None


RULE = Rule(
    name="ignored-field",
    code="SVC706",
    summary="a field that means nothing on a Service of this kind",
    category=Category.HAZARD,
    subject=Subject.SERVICE,
    check=check,
)
