"""A targetPort number that the selected pods do not declare, with evidence that it is a mistake.

Kubernetes never looks a number up, and many processes listen on ports that nobody declared: without evidence this is
silent.
"""

from collections.abc import Iterator

from svclint.checks.doubts import Doubts, doubt_notes, doubts_about
from svclint.model.service import ServicePort
from svclint.model.workload import Workload
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.endpoints import DeclaredPort
from svclint.workspace.undeclared import Suspicion, suspect
from svclint.workspace.wiring import Wiring


def check(wiring: Wiring, context: Context) -> Iterator[Finding]:
    """Report each number that leads beside the declared ports in every pod selected close by."""
    selection = wiring.selection
    if not selection.is_close or wiring.service.is_headless:
        return
    doubts = doubts_about(wiring, selection.scope)
    served = _served(wiring, context)
    for port in wiring.service.ports:
        suspicion = suspect(port, selection.workloads, served)
        if suspicion is not None:
            yield _finding(port, suspicion, selection.workloads[0], doubts)


def _served(wiring: Wiring, context: Context) -> set[int | str]:
    """The target ports of this Service and of all others that select its workloads."""
    others = (other for workload in wiring.selection.workloads for other in context.workspace.selecting(workload))
    services = {wiring.service, *(other.service for other in others)}
    return {port.target_port.value for one in services for port in one.ports if port.target_port.value is not None}


def _finding(port: ServicePort, suspicion: Suspicion, workload: Workload, doubts: Doubts) -> Finding:
    number = port.target_port.value
    meant = suspicion.meant
    if port.defaulted:
        message = f"port {number} without targetPort leads to {number}, which no selected pod declares"
    else:
        message = f"targetPort {number} is declared by no selected pod"
    notes = [Note(f"{workload.title} declares {_ports(workload)}", meant.port.number.place if meant else workload.place)]
    if suspicion.why:
        notes.append(Note(suspicion.why))
    notes.append(Note(_advice(port, meant), voice=Voice.HELP))
    evident = meant is not None
    return Finding(
        port.target_port,
        message,
        (str(number),),
        label="nothing is known to listen here",
        notes=(*notes, *(doubt_notes(doubts, "a warning", "advice") if evident else ())),
        category=None if evident else Category.ADVICE,
        lowered=evident and bool(doubts),
    )


def _ports(workload: Workload) -> str:
    numbers = [str(port.number.value) for container in workload.containers for port in container.ports if port.number.value]
    return "only " + numbers[0] if len(numbers) == 1 else ", ".join(numbers)


def _advice(port: ServicePort, meant: DeclaredPort | None) -> str:
    if meant is None:
        return "declare the port in the container if it listens there: the declaration is documentation only, and tools read it"
    number = meant.port.number.value
    verb = "add" if port.defaulted else "use"
    return f"{verb} `targetPort: {number}`, or declare {port.target_port.value} in the container if it listens there"


RULE = Rule(
    name="target-port-undeclared",
    code="SVC404",
    summary="a targetPort number beside the ports that the selected pods declare",
    category=Category.HAZARD,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
)
