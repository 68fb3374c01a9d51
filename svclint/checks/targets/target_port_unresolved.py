"""A named targetPort that no selected pod declares: the port gets no endpoint, and nobody is told."""

from collections.abc import Iterator, Sequence

from svclint.apiserver.syntax import port_name_faults
from svclint.checks.doubts import Doubts, doubt_notes, doubts_about
from svclint.model.service import ServicePort
from svclint.model.workload import Workload
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Edit, Fix, Safety
from svclint.source.nearest import nearest
from svclint.workspace.endpoints import DeclaredPort, find_port, ports_named, serving_ports
from svclint.workspace.wiring import Wiring


def check(wiring: Wiring, context: Context) -> Iterator[Finding]:
    """Report each name that none of the pods selected close by declares."""
    selection = wiring.selection
    if not selection.is_close or not all(workload.ports_declared for workload in selection.workloads):
        return
    version = context.settings.kubernetes_version
    for port in wiring.service.ports:
        name = port.target_port.value
        if not isinstance(name, str) or any(port_name_faults(name)):
            continue
        if any(find_port(workload, name, port.protocol.value or "", version) for workload in selection.workloads):
            continue
        if any(any(ports_named(workload, name)) for workload in selection.workloads):
            continue  # declared, but under another protocol or where no Service looks: another mistake
        yield _finding(port, name, selection.workloads, context, doubts_about(wiring, selection.scope))


def _finding(port: ServicePort, name: str, workloads: Sequence[Workload], context: Context, doubts: Doubts) -> Finding:
    version = context.settings.kubernetes_version
    serving = [found for workload in workloads for found in serving_ports(workload, version)]
    declared = {found.port.name.value: found for found in reversed(serving) if found.port.name.value}
    meant = nearest(name, declared)
    fix = None
    if meant and port.target_port.written and not doubts:
        fix = Fix(f"did you mean `targetPort: {meant}`?", Safety.UNSAFE, (Edit(port.target_port.place, meant),))
    return Finding(
        port.target_port,
        f'no selected pod declares a port named "{name}"',
        (name,),
        label="leads nowhere",
        notes=(
            *_declarations(workloads, declared, meant),
            *(() if fix else (_advice(name, declared),)),
            *doubt_notes(doubts, "an error", "a warning"),
        ),
        fix=fix,
        lowered=bool(doubts),
    )


def _declarations(workloads: Sequence[Workload], declared: dict[str, DeclaredPort], meant: str | None) -> Iterator[Note]:
    """What the pods declare: the port that was meant, else the first workload with all its names."""
    if meant:
        found = declared[meant]
        yield Note(f"the container {found.container.name} declares {meant} ({found.port.number.value})", found.port.name.place)
        return
    title = workloads[0].title if len(workloads) == 1 else f"{workloads[0].title} and {len(workloads) - 1} more"
    names = ", ".join(f"{name} ({found.port.number.value})" for name, found in sorted(declared.items()))
    verb = "declares" if len(workloads) == 1 else "declare"
    yield Note(f"{title} {verb} {names or 'no port with a name'}", workloads[0].place)


def _advice(name: str, declared: dict[str, DeclaredPort]) -> Note:
    if declared:
        return Note(f"use one of the declared names, or name the container's port {name}", voice=Voice.HELP)
    return Note(f"declare the port in the container (`name: {name}` beside its containerPort), or give its number here", voice=Voice.HELP)


RULE = Rule(
    name="target-port-unresolved",
    code="SVC401",
    summary="a named targetPort that no selected pod declares",
    category=Category.BROKEN,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    fixes="unsafe",
    options=("default-namespace", "kubernetes-version"),
)
