"""A node port asked for by a Service of a type that has none."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.model.service import Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.source.edit import Fix, Safety
from svclint.yaml.edit import add_entry, remove_entry
from svclint.yaml.node import Mapping


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report each nodePort of a ClusterIP Service, a headless one or one without a type included."""
    service = verdict.service
    for error in verdict.caused_by(Cause.NODE_PORT_ON_CLUSTER_IP):
        fix = _fix(service, error)
        help_ = Note("remove nodePort, or set `type: NodePort` if the Service is to be reached from outside the cluster", voice=Voice.HELP)
        yield Finding(
            error.at,
            f"nodePort {error.at.value} on a Service of type {_described(service)}",
            (str(error.at.value),),
            reason=error.reason.value,
            label="only NodePort and LoadBalancer Services have node ports",
            notes=(help_, *_type_note(service)),
            fix=fix,
        )


def _described(service: Service) -> str:
    if service.is_headless:
        return "ClusterIP (headless)"
    return "ClusterIP" if service.type.written else "ClusterIP (the default: there is no `type`)"


def _type_note(service: Service) -> tuple[Note, ...]:
    return (Note("the type is set here", service.type.place),) if service.type.written else ()


def _fix(service: Service, error: LocatedError) -> Fix | None:
    """Without a type, or a reason against it, NodePort was meant; else the number is a leftover."""
    spec = service.spec.node
    if not service.type.written and not service.is_headless and isinstance(spec, Mapping):
        edit = add_entry(spec, "type", "NodePort")
        return Fix("set `type: NodePort`", Safety.UNSAFE, (edit,)) if edit else None
    port = next((port.field.node for port in service.ports if port.node_port.place == error.at.place), None)
    edit = remove_entry(port, "nodePort") if isinstance(port, Mapping) and error.at.written else None
    return Fix("remove nodePort", Safety.UNSAFE, (edit,)) if edit else None


RULE = Rule(
    name="node-port-on-cluster-ip",
    code="SVC204",
    summary="a Service of type ClusterIP asks for a node port",
    category=Category.REJECTED,
    subject=Verdict,
    check=check,
    fixes="unsafe",
)
