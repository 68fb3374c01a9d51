"""A selector whose pods are all in another namespace than the Service."""

from collections.abc import Iterator

from svclint.checks.doubts import doubt_notes, doubts_about
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.place import Place
from svclint.workspace.displaced import Displaced, Proof
from svclint.workspace.missing import why_missing
from svclint.workspace.wiring import Wiring

_CLASSES = {Proof.CERTAIN: Category.BROKEN, Proof.LIKELY: Category.HAZARD, Proof.NONE: Category.ADVICE}
_LOWERED = {Proof.CERTAIN: ("an error", "a warning"), Proof.LIKELY: ("a warning", "advice")}


def check(wiring: Wiring, context: Context) -> Iterator[Finding]:
    """Report the Service's namespace, where nothing in it has the labels and something close by has them in another."""
    if not wiring.selection.elsewhere:
        return
    reason = why_missing(wiring, context.workspace)
    if isinstance(reason, Displaced):
        yield _finding(wiring, reason)


def _finding(wiring: Wiring, displaced: Displaced) -> Finding:
    service, workload = wiring.service, displaced.workload
    doubts = doubts_about(wiring) if displaced.proof else None
    return Finding(
        service.home,
        _message(service, workload),
        (service.namespace, workload.namespace),
        label="a Service selects pods of its own namespace only",
        notes=(
            Note(f"{workload.title} has the labels{_placed(workload)}", _place(workload)),
            *(_applied(service, workload)),
            Note(_advice(service, workload), voice=Voice.HELP),
            *(doubt_notes(doubts, *_LOWERED[displaced.proof]) if doubts else ()),
        ),
        category=_CLASSES[displaced.proof],
        lowered=bool(doubts),
    )


def _message(service: Service, workload: Workload) -> str:
    if not service.namespace:
        return f'the selected pods are in namespace "{workload.namespace}", this Service has none'
    if not workload.namespace:
        return f'this Service is in namespace "{service.namespace}", the selected pods have none'
    return f'the selected pods are in namespace "{workload.namespace}", this Service is in "{service.namespace}"'


def _placed(workload: Workload) -> str:
    return f' in namespace "{workload.namespace}"' if workload.namespace else ", and no namespace"


def _place(workload: Workload) -> Place:
    return workload.home.place if workload.namespace else workload.place


def _applied(service: Service, workload: Workload) -> Iterator[Note]:
    """What becomes of an object without a namespace."""
    namespace = service.namespace or workload.namespace
    if not (service.namespace and workload.namespace):
        yield Note(f"the two meet only where this is applied with `-n {namespace}`, or to a context of that namespace")


def _advice(service: Service, workload: Workload) -> str:
    if not service.namespace:
        return f"set `namespace: {workload.namespace}` here, or remove it from {workload.title}"
    if not workload.namespace:
        return f"set `namespace: {service.namespace}` on {workload.title} too, or remove it here"
    return f"make them agree: `namespace: {workload.namespace}` here, or `namespace: {service.namespace}` on {workload.title}"


RULE = Rule(
    name="selector-matches-other-namespace",
    code="SVC302",
    summary="a selector whose pods are all in another namespace",
    category=Category.BROKEN,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
)
