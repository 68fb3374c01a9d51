"""A StatefulSet whose governing Service does not select its pods."""

from collections.abc import Iterator

from svclint.checks.doubts import doubt_notes, doubts_about
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.governing import Governing, find_governing
from svclint.workspace.missing import why_missing
from svclint.workspace.reliance import Reliance


def check(reliance: Reliance, context: Context) -> Iterator[Finding]:
    """Report spec.serviceName where the Service of that name is close by and selects other pods."""
    governing = find_governing(reliance)
    if governing is None or not governing.differing:
        return
    workload, service = governing
    wiring = context.workspace.wiring_of(service)
    if wiring is None or workload in wiring.selection.workloads or why_missing(wiring, context.workspace):
        return
    doubts = doubts_about(reliance, reliance.found.scope)
    key, pair = next(iter(governing.differing.items()))
    twin = governing.headless_twin(context.workspace)
    name = f"name {twin.title} here, which is headless and selects these pods" if twin else "name one that selects these pods"
    yield Finding(
        reliance.reference.name,
        f"{service.title} does not select the pods of this StatefulSet",
        (service.name, f"{key}={pair.value}"),
        label="so the pods have no names in DNS",
        notes=(
            Note(f"{service.title} selects {key}={pair.value}, {_pods(governing, key)}", pair.place),
            Note(f"{name}, or make its selector and the labels of the pod template agree", voice=Voice.HELP),
            *doubt_notes(doubts, "an error", "a warning"),
        ),
        lowered=bool(doubts),
    )


def _pods(governing: Governing, key: str) -> str:
    label = governing.workload.pod_labels.get(key)
    return f"these pods have {key}={label.value}" if label else "these pods have no such label"


RULE = Rule(
    name="governing-service-mismatch",
    code="SVC604",
    summary="a StatefulSet whose governing Service does not select its pods",
    category=Category.BROKEN,
    subject=Subject.RELIANCE,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
)
