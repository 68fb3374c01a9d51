"""A named targetPort that only some of the selected workloads declare: the pods of the others get no traffic there."""

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
from svclint.workspace.endpoints import DeclaredPort, find_port, ports_named, serving_ports
from svclint.workspace.unrelated import strangers
from svclint.workspace.wiring import Wiring

_SHOWN = 5  # workloads with an excerpt of their own


def check(wiring: Wiring, context: Context) -> Iterator[Finding]:
    """Report each name that some workloads selected close by lack, and others have; selector-too-wide tells of those that do not belong."""
    selection = wiring.selection
    version = context.settings.kubernetes_version
    excluded = strangers(wiring, version)
    workloads = [one for one in selection.workloads if _is_meant(one) and one not in excluded]
    if not selection.is_close or len(workloads) < 2:
        return
    doubts = doubts_about(wiring, selection.scope)
    for port in wiring.service.ports:
        name = port.target_port.value
        if not isinstance(name, str) or any(port_name_faults(name)):
            continue
        found = {one: find_port(one, name, port.protocol.value or "", version) for one in workloads}
        lacking = [one for one, declared in found.items() if declared is None]
        having = [(one, declared) for one, declared in found.items() if declared]
        if lacking and having:
            yield _finding(port, lacking, having, version, doubts)


def _is_meant(workload: Workload) -> bool:
    """Whether a workload's pods should serve what others with their labels serve: those that finish only happen to have them."""
    return workload.ports_declared and not workload.runs_to_end


def _finding(
    port: ServicePort, lacking: Sequence[Workload], having: Sequence[tuple[Workload, DeclaredPort]], version: str, doubts: Doubts
) -> Finding:
    name = str(port.target_port.value)
    first, declared = having[0]
    number = declared.port.number.value
    more = f" and {len(having) - 1} more" if len(having) > 1 else ""
    unshown = lacking[_SHOWN:]
    return Finding(
        port.target_port,
        f'a port named "{name}" is missing in {len(lacking)} of {len(lacking) + len(having)} selected workloads',
        (name, *(one.title for one in lacking)),
        label="leads to some of the pods only",
        notes=(
            *(Note(f"{one.title} {_instead(one, name, version)}", one.place) for one in lacking[:_SHOWN]),
            *((Note(f"it is missing in {len(unshown)} more: {', '.join(one.title for one in unshown)}"),) if unshown else ()),
            Note(
                f"{first.title}{more} declares {name} ({number})" if not more else f"{first.title}{more} declare {name}",
                declared.port.name.place,
            ),
            Note(f"name the port {name} in all of them, or narrow the selector", voice=Voice.HELP),
            *doubt_notes(doubts, "a warning", "advice"),
        ),
        lowered=bool(doubts),
    )


def _instead(workload: Workload, name: str, version: str) -> str:
    """What a workload declares that lacks the port."""
    for found in ports_named(workload, name):
        return f"declares {name} for {found.port.protocol}" if not found.container.init else f"declares {name} in an init container only"
    names = [f"{found.port.name.value or 'an unnamed port'} ({found.port.number.value})" for found in serving_ports(workload, version)]
    return f"declares {', '.join(names)}" if names else "declares no port"


RULE = Rule(
    name="target-port-partly-resolved",
    code="SVC403",
    summary="a named targetPort that only some of the selected workloads declare",
    category=Category.HAZARD,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace", "kubernetes-version"),
)
