"""A selector with a label that the next upgrade changes: a hash, the version of a chart or of the program."""

from collections.abc import Iterator

from svclint.checks.doubts import doubt_notes, doubts_about
from svclint.model.located import Located
from svclint.model.workload import Workload
from svclint.policy.volatile import Volatile, volatile
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.evidence import NearMiss
from svclint.workspace.missing import why_missing
from svclint.workspace.selection import judged_pairs
from svclint.workspace.versions import other_versions
from svclint.workspace.wiring import Wiring


def check(wiring: Wiring, context: Context) -> Iterator[Finding]:
    """Report each such pair, unless it tells versions apart that run side by side, or is what the selector misses anyway."""
    for key, pair in judged_pairs(wiring.service).items():
        change = volatile(key, pair.value)
        if change is None or _is_written(wiring, key, chosen=change.chosen) or _is_repeated(wiring, key):
            continue
        other = next(other_versions(wiring, key), None) if change.chosen else None
        if (other and wiring.selection.workloads) or (change.chosen and _is_missed(wiring, key, context)):
            continue
        yield _finding(wiring, key, pair, change, other)


def _finding(wiring: Wiring, key: str, pair: Located[str], change: Volatile, other: Workload | None) -> Finding:
    doubts = doubts_about(wiring, wiring.selection.scope) if change.chosen else None
    now = other.pod_labels[key] if other else None
    return Finding(
        pair,
        f"{key}={pair.value} in a selector changes {change.when}",
        (key, pair.value),
        label=change.why,
        notes=(
            *((Note(f"the pods of {other.title} have {now.value} by now", now.place),) if other and now else ()),
            Note(_consequence(chosen=change.chosen)),
            Note(_advice(wiring, key), voice=Voice.HELP),
            *(doubt_notes(doubts, "a warning", "advice") if doubts else ()),
        ),
        lowered=bool(doubts),
    )


def _is_written(wiring: Wiring, key: str, *, chosen: bool) -> bool:
    """Whether the pods have from their manifest what a controller writes otherwise: a ReplicaSet that somebody exported."""
    return not chosen and any(key in workload.pod_labels for workload in wiring.selection.workloads)


def _is_repeated(wiring: Wiring, key: str) -> bool:
    """Whether the pair is one that a kustomization adds to all its Services: it is one mistake, told of the first of them."""
    place = wiring.service.selector[key].place
    if place.file is wiring.service.file:
        return False
    first = next((one for one in wiring.around[0].services if key in one.selector and one.selector[key].place == place), wiring.service)
    return first is not wiring.service


def _is_missed(wiring: Wiring, key: str, context: Context) -> bool:
    """Whether nothing is selected because of this very pair: selector-matches-nothing says so."""
    reason = why_missing(wiring, context.workspace)
    return isinstance(reason, NearMiss) and reason.key == key


def _consequence(*, chosen: bool) -> str:
    if chosen:
        return "the new selector applies at once: until new pods are ready, the Service has no endpoints"
    return "the selector keeps the old value: once the pods are replaced, the Service has no endpoints"


def _advice(wiring: Wiring, key: str) -> str:
    place = wiring.service.selector[key].place
    if place.file is not wiring.service.file:
        return "move it to `labels`, without `includeSelectors`: it then marks the objects, and the selectors stay the same"
    if len(wiring.service.selector) == 1:
        return f"select by a label of the pods that stays the same, instead of {key}"
    return f"remove {key}: the other labels of the selector stay the same"


RULE = Rule(
    name="selector-on-volatile-label",
    code="SVC303",
    summary="a selector with a label that every upgrade changes",
    category=Category.HAZARD,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
)
