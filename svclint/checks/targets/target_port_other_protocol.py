"""A named targetPort that the selected pods declare where a Service does not look: for another protocol, or in an init container."""

from collections.abc import Iterator

from svclint.apiserver.syntax import port_name_faults
from svclint.checks.doubts import Doubts, doubt_notes, doubts_about
from svclint.model.service import ServicePort
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.endpoints import DeclaredPort, find_port, is_searched, ports_named
from svclint.workspace.wiring import Wiring

_PROTOCOLS = frozenset(("TCP", "UDP", "SCTP"))


def check(wiring: Wiring, context: Context) -> Iterator[Finding]:
    """Report each name that some of the pods selected close by declare, but none where the Service finds it."""
    selection = wiring.selection
    if not selection.is_close or not all(workload.ports_declared for workload in selection.workloads):
        return
    version = context.settings.kubernetes_version
    doubts = doubts_about(wiring, selection.scope)
    for port in wiring.service.ports:
        name, protocol = port.target_port.value, port.protocol.value
        if not isinstance(name, str) or protocol not in _PROTOCOLS or any(port_name_faults(name)):
            continue
        if any(find_port(workload, name, protocol, version) for workload in selection.workloads):
            continue
        declared = [found for workload in selection.workloads for found in ports_named(workload, name)]
        searched = [found for found in declared if is_searched(found.container, version)]
        if searched:
            yield _for_another_protocol(wiring, port, searched[0], doubts)
        elif declared:
            yield _in_init_container(port, declared[0], version, doubts)


def _for_another_protocol(wiring: Wiring, port: ServicePort, found: DeclaredPort, doubts: Doubts) -> Finding:
    name, wanted, declared = port.target_port.value, port.protocol.value, found.port.protocol
    number = found.port.number.value
    twins = [one.name.value for one in found.container.ports if one.number.value == number and one.protocol == wanted]
    if twins and twins[0]:
        help_ = f"use `targetPort: {twins[0]}`, which is the name of {number}/{wanted}"
    elif twins:
        help_ = f"give the container's {number}/{wanted} a name and use that here, or give the number: `targetPort: {number}`"
    elif any(other.target_port.value == name and other.protocol.value == declared for other in wiring.service.ports):
        # Within a container a name is given once: it cannot serve both.
        help_ = f"declare {number}/{wanted} under a name of its own and use that here, or give the number: `targetPort: {number}`"
    else:
        help_ = f"set `protocol: {declared}` on this port, or `protocol: {wanted}` on the container's"
    return Finding(
        port.protocol if port.field.child("protocol").present else port.target_port,
        f'no selected pod declares a port named "{name}" for {wanted}, only for {declared}',
        (str(name), str(wanted), declared),
        label=f"looks for {name} among the {wanted} ports",
        notes=(
            Note(f"the container {found.container.name} declares {name} for {declared}", found.port.name.place),
            Note(help_, voice=Voice.HELP),
            *doubt_notes(doubts, "an error", "a warning"),
        ),
        lowered=bool(doubts),
    )


def _in_init_container(port: ServicePort, found: DeclaredPort, version: str, doubts: Doubts) -> Finding:
    name, number = port.target_port.value, found.port.number.value
    container = f"the init container {found.container.name}"
    if found.container.sidecar:
        reason = f"names in init containers that keep running count from Kubernetes 1.33 on, and this is judged for {version}"
        help_ = f"give the number: `targetPort: {number}`"
    else:
        reason = "an init container has ended before the pod serves, so no Service looks there"
        help_ = f"declare {name} in the container that listens, or give {container} `restartPolicy: Always` if it keeps running"
    return Finding(
        port.target_port,
        f'only an init container declares a port named "{name}"',
        (str(name),),
        label="leads nowhere",
        notes=(
            Note(f"{container} declares {name} ({number})", found.port.name.place),
            Note(reason),
            Note(help_, voice=Voice.HELP),
            *doubt_notes(doubts, "an error", "a warning"),
        ),
        lowered=bool(doubts),
    )


RULE = Rule(
    name="target-port-other-protocol",
    code="SVC402",
    summary="a named targetPort that the pods declare for another protocol, or in an init container only",
    category=Category.BROKEN,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace", "kubernetes-version"),
)
