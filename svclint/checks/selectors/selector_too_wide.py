"""A selector that also matches the pods of another component, which serve none of the Service's ports."""

from collections.abc import Iterator, Sequence

from svclint.checks.doubts import doubt_notes, doubts_about
from svclint.model.located import Located
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.endpoints import serving_ports
from svclint.workspace.unrelated import strangers, telling_labels
from svclint.workspace.wiring import Wiring

_SHOWN = 3


def check(wiring: Wiring, context: Context) -> Iterator[Finding]:
    """Report the selector once, with every workload that it matches by chance."""
    version = context.settings.kubernetes_version
    found = strangers(wiring, version)
    if not found:
        return
    service = wiring.service
    selector = service.spec.child("selector")
    kept = next(one for one in wiring.selection.workloads if one not in found)
    doubts = doubts_about(wiring, wiring.selection.scope)
    titles = found[0].title if len(found) == 1 else f"{found[0].title} and {len(found) - 1} more"
    yield Finding(
        Located(None, service.spec.key_place("selector"), selector.path),
        f"the selector also matches {titles}, which {'serves' if len(found) == 1 else 'serve'} none of the ports",
        tuple(one.title for one in found),
        label=f"meant for {kept.title}, as the ports tell",
        notes=(
            *(Note(f"{one.title} declares {_declared(one, version)}", one.place) for one in found[:_SHOWN]),
            Note(_consequence(service)),
            Note(_advice(wiring, kept, found), voice=Voice.HELP),
            *doubt_notes(doubts, "a warning", "advice"),
        ),
        lowered=bool(doubts),
    )


def _declared(workload: Workload, version: str) -> str:
    numbers = dict.fromkeys(str(one.port.number.value) for one in serving_ports(workload, version))
    return "only " + ", ".join(numbers)


def _consequence(service: Service) -> str:
    if any(isinstance(port.target_port.value, int) for port in service.ports):
        return "a number leads to every selected pod: these refuse their share of the connections"
    return "these pods get no endpoint as long as they declare no port of that name"


def _advice(wiring: Wiring, kept: Workload, found: Sequence[Workload]) -> str:
    labels = telling_labels(wiring, tuple(found))
    if labels:
        key, value = next(iter(labels.items()))
        return f"add `{key}: {value}` to the selector"
    return f"give the pods of {kept.title} a label of their own, and add it to the selector"


RULE = Rule(
    name="selector-too-wide",
    code="SVC308",
    summary="a selector that also matches pods of another component, with none of its ports",
    category=Category.HAZARD,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace", "kubernetes-version"),
)
