"""A headless Service whose targetPort is not its port: nothing translates between the two, clients dial the pod itself."""

import re
from collections.abc import Iterator, Sequence

from svclint.checks.doubts import Doubts, doubt_notes, doubts_about
from svclint.model.service import Service, ServicePort
from svclint.model.workload import Workload
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.pattern import pattern
from svclint.workspace.endpoints import DeclaredPort, find_port, serving_ports
from svclint.workspace.wiring import Wiring

# What scrapes reads the endpoints and their ports, and asks no DNS: the port's number is then nobody's.
_SCRAPED = pattern(r"(?:^|[-._])(?:\w*metrics\w*|metric|\w*exporter|monitoring|prometheus|prom|telemetry|scrape)(?:$|[-._])", re.IGNORECASE)


def check(wiring: Wiring, context: Context) -> Iterator[Finding]:
    """Report each port that clients dial, as they read it in the Service, and that no selected pod is known to open."""
    service, selection = wiring.service, wiring.selection
    if not service.is_headless or not selection.is_close:
        return
    version = context.settings.kubernetes_version
    doubts = doubts_about(wiring, selection.scope)
    for port in service.ports:
        number = port.port.value
        if port.defaulted or not number or _is_scraped(service, port):
            continue
        found = _resolved(port, selection.workloads, version)
        if number in found or not found or _declares(selection.workloads, number, version):
            continue
        target, declared = next(iter(found.items()))
        yield _finding(port, target, declared, doubts)


def _is_scraped(service: Service, port: ServicePort) -> bool:
    """Whether a port is there for what collects metrics, by its names: there are no others that tell."""
    names = (service.name, port.name.value, port.target_port.value)
    return any(isinstance(name, str) and _SCRAPED.search(name) for name in names)


def _resolved(port: ServicePort, workloads: Sequence[Workload], version: str) -> dict[int, DeclaredPort | None]:
    """The numbers that targetPort leads to in the pods, each with a declaration where there is one; none where a workload cannot tell."""
    target, found = port.target_port.value, dict[int, DeclaredPort | None]()
    for workload in workloads:
        if not workload.ports_declared:
            return {}
        if isinstance(target, str):
            declared = find_port(workload, target, port.protocol.value or "", version)
            number = declared.port.number.value if declared else None
        else:
            declared = next((one for one in serving_ports(workload, version) if one.port.number.value == target), None)
            number = target
        if number:
            found.setdefault(number, declared)
    return found


def _declares(workloads: Sequence[Workload], number: int, version: str) -> bool:
    return any(one.port.number.value == number for workload in workloads for one in serving_ports(workload, version))


def _finding(port: ServicePort, target: int, declared: DeclaredPort | None, doubts: Doubts) -> Finding:
    number, named = port.port.value, port.target_port.value
    led = f"targetPort {named}" if named == target else f'targetPort "{named}" ({target})'
    shown = (Note(f"the container {declared.container.name} declares {target}", declared.port.number.place),) if declared else ()
    return Finding(
        port.port,
        f"port {number} of a headless Service is not translated to {led}",
        (str(number), str(named), str(target)),
        label="clients dial this number on the pod itself",
        notes=(
            *shown,
            Note(
                "DNS answers with the addresses of the pods, and no proxy stands between: targetPort has no effect for who dials the name"
            ),
            Note(f"set `port: {target}`, or remove `clusterIP: None` to have the port translated", voice=Voice.HELP),
            *doubt_notes(doubts, "a warning", "advice"),
        ),
        lowered=bool(doubts),
    )


RULE = Rule(
    name="headless-target-port-differs",
    code="SVC405",
    summary="a headless Service whose port is not the one that its pods open",
    category=Category.HAZARD,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace", "kubernetes-version"),
)
