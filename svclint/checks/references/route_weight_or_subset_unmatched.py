"""A subset that no pods have the labels of, or that a route names and no DestinationRule has."""

from collections.abc import Iterator, Sequence

from svclint.checks.doubts import doubt_notes, doubts_about
from svclint.model.istio import DestinationRule, Subset
from svclint.model.workload import Workload
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.nearest import nearest
from svclint.workspace.reliance import Reliance
from svclint.workspace.subsets import undefined_subset, unmatched_subsets


def check(reliance: Reliance, context: Context) -> Iterator[Finding]:
    """Report each subset of a DestinationRule without pods, and each subset of a VirtualService that is none."""
    for subset, workloads in unmatched_subsets(reliance, context.workspace):
        yield _unmatched(reliance, subset, workloads)
    rules = undefined_subset(reliance, context.workspace)
    if rules:
        yield _undefined(reliance, rules)


def _unmatched(reliance: Reliance, subset: Subset, workloads: Sequence[Workload]) -> Finding:
    key, label = next(
        ((key, label) for key, label in subset.labels.items() if not any(_has(one, key, label.value) for one in workloads)),
        next(iter(subset.labels.items())),
    )
    doubts = doubts_about(reliance)
    first = workloads[0]
    own = first.pod_labels.get(key)
    return Finding(
        label,
        f'no pods of {reliance.found.services[0].title} are in the subset "{subset.name.value or ""}": none have {key}={label.value}',
        (subset.name.value or "", f"{key}={label.value}"),
        label="selects no pods",
        notes=(
            Note(f"the pods of {first.title} have {f'{key}={own.value}' if own else f'no label {key}'}", own.place if own else first.place),
            Note("requests that a route sends to this subset get 503, no healthy upstream"),
            Note("use a label that pods of the Service have, or remove the subset", voice=Voice.HELP),
            *doubt_notes(doubts, "a warning", "advice"),
        ),
        lowered=bool(doubts),
    )


def _has(workload: Workload, key: str, value: str) -> bool:
    own = workload.pod_labels.get(key)
    return own is not None and own.value == value


def _undefined(reliance: Reliance, rules: Sequence[DestinationRule]) -> Finding:
    wanted = reliance.reference.subset
    assert wanted is not None
    rule = rules[0]
    names = [subset.name.value for one in rules for subset in one.subsets if subset.name.value]
    meant = nearest(wanted.value, names)
    doubts = doubts_about(reliance)
    return Finding(
        wanted,
        f'no DestinationRule for {reliance.reference.name.value} has a subset "{wanted.value}"',
        (wanted.value,),
        label="leads nowhere",
        notes=(
            Note(f"{rule.title} has {', '.join(names) or 'no subsets'}", rule.host.place),
            Note(f"write `subset: {meant}`" if meant else "use one of these, or add it to the DestinationRule", voice=Voice.HELP),
            *doubt_notes(doubts, "a warning", "advice"),
        ),
        lowered=bool(doubts),
    )


RULE = Rule(
    name="route-weight-or-subset-unmatched",
    code="SVC611",
    summary="a subset without pods, or one that a route names and no DestinationRule has",
    category=Category.HAZARD,
    subject=Subject.RELIANCE,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
)
