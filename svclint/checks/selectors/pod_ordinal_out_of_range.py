"""A selector for one pod of a StatefulSet that has no pod of that ordinal."""

from collections.abc import Iterator

from svclint.checks.doubts import doubt_notes, doubts_about
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.ordinals import POD_INDEX, Ordinals, find_out_of_range
from svclint.workspace.wiring import Wiring


def check(wiring: Wiring, _: Context) -> Iterator[Finding]:
    """Report the pair that names the pod, where its StatefulSet is close by and says how many pods it has."""
    found = find_out_of_range(wiring)
    if found is None:
        return
    pair = wiring.service.selector[found.key]
    workload = found.workload
    doubts = doubts_about(wiring, found.scope)
    replicas = workload.replicas if found.last is not None else None
    yield Finding(
        pair,
        f"{workload.title} has no pod {_pod(found, pair.value)}: {_range(found)}",
        (f"{found.key}={pair.value}",),
        label="selects nothing",
        notes=(
            Note(_count(found), replicas.place if replicas else workload.place),
            Note(_advice(found, pair.value), voice=Voice.HELP),
            *doubt_notes(doubts, "an error", "a warning"),
        ),
        lowered=bool(doubts),
    )


def _pod(found: Ordinals, value: str) -> str:
    return f"with index {value}" if found.key == POD_INDEX else value


def _name(found: Ordinals, ordinal: int) -> str:
    return str(ordinal) if found.key == POD_INDEX else f"{found.workload.name}-{ordinal}"


def _range(found: Ordinals) -> str:
    first = _name(found, found.first)
    if found.last is None:
        return f"it begins with {first}"
    return f"it has {first} to {_name(found, found.last)}" if found.last > found.first else f"it has {first} only"


def _count(found: Ordinals) -> str:
    start = f"ordinals from {found.first}" if found.first else "ordinals from 0"
    if found.last is None:
        return start
    number = found.last - found.first + 1
    return f"{number} {'replica' if number == 1 else 'replicas'}, {start}"


def _advice(found: Ordinals, value: str) -> str:
    ordinal = int(value.rpartition("-")[2])
    select = f"select {_name(found, found.first)}" if found.last == found.first else "select one that it has"
    if found.last is None or ordinal < found.first or ordinal - found.first > 999:
        return select
    return f"{select}, or set `replicas: {ordinal - found.first + 1}`"


RULE = Rule(
    name="pod-ordinal-out-of-range",
    code="SVC304",
    summary="a selector for a pod of a StatefulSet whose ordinal it never reaches",
    category=Category.BROKEN,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
)
