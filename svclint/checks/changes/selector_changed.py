"""A new selector that the pods which run do not match: they lose the Service before there are others."""

from collections.abc import Iterator, Sequence

from svclint.checks.refusal import refusal_note
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.nearmiss import find_near_miss
from svclint.workspace.selection import judged_pairs
from svclint.workspace.transitions import Transition
from svclint.workspace.wiring import Wiring

_STEPS = Note("in two steps: give the pods the new label, roll that out, then change the selector", voice=Voice.HELP)
_WHY = Note("endpoints follow the selector at once, pods only as they are replaced: until the first new one is ready nobody answers")


def check(transition: Transition, context: Context) -> Iterator[Finding]:
    """Report the first pair that the pods before lack, where they had all of the old one; silent where other pods have all of the new."""
    before, after = transition
    earlier = context.workspace.earlier
    if before is None or after is None or earlier is None or not _differs(transition):
        return
    was = earlier.wiring_of(before)
    now = context.workspace.wiring_of(after)
    if was is None or now is None or not was.selection.is_close or not judged_pairs(after):
        return
    if was.resolver.select(after, was.around).workloads or _is_broken(now, context):
        return
    labels = was.resolver.labels
    for key, pair in judged_pairs(after).items():
        if not labels.chance(was.selection.workloads[0], key, pair.value):
            verdict = transition.update(context.settings.cluster, context.settings.kubernetes_version)
            yield _finding(after, key, was.selection.workloads, refusal_note(verdict))
            return


def _differs(transition: Transition) -> bool:
    old, new = ({key: value.value for key, value in judged_pairs(one).items()} if one else {} for one in transition)
    return bool(old) and bool(new) and old != new


def _is_broken(wiring: Wiring, context: Context) -> bool:
    """Whether selector-matches-nothing or selector-matches-other-namespace speaks of it, whatever pods run."""
    selection = wiring.selection
    if not selection.judgeable or selection.elsewhere or (wiring.is_complete and not selection.workloads):
        return True
    return find_near_miss(wiring, context.workspace, selection.scope) is not None


def _finding(after: Service, key: str, running: Sequence[Workload], refused: tuple[Note, ...]) -> Finding:
    pair = after.selector[key]
    return Finding(
        pair,
        f"{after.title} selects {key}={pair.value} now, which no pod of the version before has",
        (after.title, f"{key}={pair.value}"),
        notes=(_before(running[0], key, len(running) - 1), _STEPS, _WHY, *refused),
        label="running pods lose the Service",
    )


def _before(workload: Workload, key: str, others: int) -> Note:
    """The pods that the Service has had so far."""
    more = f", and {others} more workload{'s' if others > 1 else ''}" if others else ""
    own = workload.pod_labels.get(key)
    has = f"{key}={own.value}" if own else f"no label {key}"
    return Note(f"the pods of {workload.title} had {has} before{more}", own.place if own else workload.place)


RULE = Rule(
    name="selector-changed",
    code="SVC517",
    summary="a new selector, which the pods that run before the edit do not match",
    category=Category.HAZARD,
    subject=Subject.TRANSITION,
    check=check,
    needs=Needs.BASE,
    options=("default-namespace",),
)
