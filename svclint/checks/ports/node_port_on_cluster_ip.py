"""A node port asked for by a Service of a type that has none."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.checks.leftover import leftover_note
from svclint.checks.servicetype import described_type, has_type, type_note
from svclint.model.service import Service, ServicePort
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Fix, Safety
from svclint.yaml.edit import add_entry, remove_entry
from svclint.yaml.node import Mapping

_REMOVE = "remove nodePort"
_WIDEN = "set `type: NodePort`"


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report each nodePort of a ClusterIP Service, a headless one or one without a type included."""
    service = verdict.service
    entries = {str(port.node_port.path): port for port in service.ports}
    for error in verdict.caused_by(Cause.NODE_PORT_ON_CLUSTER_IP):
        fix = _fix(service, error, entries.get(error.field))
        yield Finding(
            error.at,
            f"nodePort {error.at.value} on a Service of type {described_type(service)}",
            (str(error.at.value),),
            reason=error.reason.value,
            label="only NodePort and LoadBalancer Services have node ports",
            notes=(*type_note(service), *_helps(service), *leftover_note(verdict, error)),
            fix=fix,
        )


def _helps(service: Service) -> tuple[Note, ...]:
    """The two ways out, the one that the fix takes first; it is recognised by its title."""
    remove = Note(f"{_REMOVE}, if only clients inside the cluster use the Service", voice=Voice.HELP)
    widen = Note(f"{_WIDEN}, if the Service is to be reached through the nodes", voice=Voice.HELP)
    if service.is_headless:
        return (Note(f"{_REMOVE}: a headless Service can be of no other type", voice=Voice.HELP),)
    return (remove, widen) if has_type(service) else (widen, remove)


def _fix(service: Service, error: LocatedError, entry: ServicePort | None) -> Fix | None:
    """Without a type, or a reason against it, NodePort was meant; else the number is a leftover."""
    spec = service.spec.node
    if isinstance(spec, Mapping) and "type" not in spec.fields and not service.is_headless:
        edit = add_entry(spec, "type", "NodePort")
        return Fix(_WIDEN, Safety.UNSAFE, (edit,)) if edit else None
    port = entry.field.node if entry else None
    edit = remove_entry(port, "nodePort") if isinstance(port, Mapping) and error.at.written else None
    return Fix(_REMOVE, Safety.UNSAFE, (edit,)) if edit else None


RULE = Rule(
    name="node-port-on-cluster-ip",
    code="SVC204",
    summary="a Service of type ClusterIP asks for a node port",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
    fixes="unsafe",
)
