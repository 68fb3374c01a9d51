"""A selector that no pod will ever have, while a workload close by almost has it."""

from collections.abc import Iterator, Sequence

from svclint.checks.doubts import Doubts, doubt_notes, doubts_about
from svclint.model.located import Located
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Edit, Fix, Safety
from svclint.workspace.evidence import Kind, NearMiss, differing
from svclint.workspace.missing import why_missing
from svclint.workspace.nearmiss import is_claimed
from svclint.workspace.selection import visible_pairs
from svclint.workspace.wiring import Wiring

_MENDED = (Kind.OWN_LABEL, Kind.OTHER_KEY, Kind.VALUE)
"""Where the template is surely right, and the selector is to be changed."""


def check(wiring: Wiring, context: Context) -> Iterator[Finding]:
    """Report the pair that differs, where there is evidence; without evidence only advise: the pods may be elsewhere."""
    selection = wiring.selection
    reason = why_missing(wiring, context.workspace)
    if isinstance(reason, NearMiss):
        yield _missed(wiring, reason, context)
    elif reason is None and selection.judgeable and not (selection.workloads or selection.operator_made):
        yield _unproven(wiring)


def _missed(wiring: Wiring, miss: NearMiss, context: Context) -> Finding:
    service = wiring.service
    pair = service.selector[miss.key]
    doubts = doubts_about(wiring)
    farther = wiring.selection.workloads
    is_guess = miss.kind in (Kind.NAME, Kind.PORTS)
    fix = None if doubts or farther else _fix(wiring, miss, context)
    notes = [_near(miss, pair.value), *_explained(miss), *_farther(farther)]
    if not fix:
        notes.append(Note(_advice(miss), voice=Voice.HELP))
    at = Located(pair.value, service.spec.child("selector").key_place(miss.key), pair.path) if miss.kind is Kind.OTHER_KEY else pair
    return Finding(
        at,
        f"no pod template {'close by ' if farther else ''}has {_missing(service, miss)}",
        (f"{miss.key}={pair.value}",),
        label=_label(service, farther),
        notes=(*notes, *doubt_notes(doubts, "an error", "a warning")),
        fix=fix,
        category=Category.HAZARD if is_guess else None,
        lowered=bool(doubts or (farther and not is_guess)),
    )


def _label(service: Service, farther: Sequence[Workload]) -> str:
    if farther:
        return "selects nothing that is close by"
    return "selects nothing" + (f' in namespace "{service.namespace}"' if service.namespace else "")


def _explained(miss: NearMiss) -> Iterator[Note]:
    """Why the workload is thought to be the one."""
    match miss.kind:
        case Kind.OWN_LABEL:
            yield Note(f"a Service looks at the labels of pods: those of the pod template, not those of the {miss.workload.kind} itself")
        case Kind.OWN_SELECTOR:
            yield Note(f"the selector of {miss.workload.title} itself wants {miss.key}, too: the API server refuses it as it is")
        case Kind.NAME:
            yield Note(f"{miss.workload.title} has the name of this Service")
        case Kind.PORTS:
            yield Note(f"no Service selects {miss.workload.title}, and it declares every port that this one leads to")
        case _:
            return


def _farther(workloads: Sequence[Workload]) -> Iterator[Note]:
    """That something has the labels after all, only not close by."""
    if workloads:
        first = workloads[0]
        others = f", and {len(workloads) - 1} more" if len(workloads) > 1 else ""
        yield Note(f"{first.title} has all the labels{others}, so this is a warning, not an error", first.place)


def _unproven(wiring: Wiring) -> Finding:
    """What there is to say without a near miss: an error where the settings say that there is nothing else, advice otherwise."""
    at = wiring.service.spec.child("selector")
    described = _described(wiring.service)
    doubts = doubts_about(wiring) if wiring.is_complete else Doubts()
    if wiring.is_complete:
        where, help_ = "deployed with it", "select by labels that a pod template has, or add what makes these pods to the scope"
    else:
        where, help_ = (
            "in the workspace",
            "where the pods are made by an operator or live in another repository, ignore this with the reason",
        )
    return Finding(
        Located(None, at.near, at.path),
        f"no pod template {where} has {described}",
        (described,),
        notes=(Note(help_, voice=Voice.HELP), *doubt_notes(doubts, "an error", "a warning")),
        category=None if wiring.is_complete else Category.ADVICE,
        lowered=bool(doubts),
    )


def _missing(service: Service, miss: NearMiss) -> str:
    """The pair at fault, and how many there are beside it: a selector may be as long as a line is wide."""
    pair = f"{miss.key}={service.selector[miss.key].value}"
    others = len(visible_pairs(service)) - 1
    return f"{pair} and the other {'label' if others == 1 else f'{others} labels'} of this selector" if others else pair


def _described(service: Service) -> str:
    return ", ".join(f"{key}={value.value}" for key, value in visible_pairs(service).items())


def _near(miss: NearMiss, wanted: str) -> Note:
    if not miss.found_key:
        return Note(f"{miss.workload.title} has {miss.key}={wanted} here, its pod template has not", miss.found.place)
    have = f"the pods of {miss.workload.title} have" if miss.kind is Kind.OWN_LABEL else f"{miss.workload.title} has"
    return Note(f"{have} {miss.found_key}={miss.found.value}", miss.found.place)


def _advice(miss: NearMiss) -> str:
    if not miss.found_key or miss.kind is Kind.OWN_SELECTOR:
        return f"add the label {miss.key} to the pod template of {miss.workload.title}, or select by one that it has"
    return f"make the selector and the labels of {miss.workload.title}'s pod template agree on {miss.found_key}"


def _fix(wiring: Wiring, miss: NearMiss, context: Context) -> Fix | None:
    """Take over what the template has, unless another Service claims the workload or more than one pair changes."""
    service = wiring.service
    pair = service.selector[miss.key]
    field = service.spec.child("selector")
    if miss.kind not in _MENDED or not miss.found_key or not pair.written or is_claimed(miss.workload, wiring, context.workspace):
        return None
    if len(differing(wiring, miss.workload)) > 1:
        return None
    title = f"did you mean `{miss.found_key}: {miss.found.value}`?"
    if miss.kind is Kind.OTHER_KEY:
        return Fix(title, Safety.UNSAFE, (Edit(field.key_place(miss.key), miss.found_key),))
    return Fix(title, Safety.UNSAFE, (Edit(pair.place, _as_yaml(miss.found)),))


def _as_yaml(value: Located[str]) -> str:
    """The value as the template spells it, quotes included: what reads as a string there reads as one here."""
    return value.place.text if value.written and "\n" not in value.place.text else f'"{value.value}"'


RULE = Rule(
    name="selector-matches-nothing",
    code="SVC301",
    summary="a selector that no pod template has, while one close by almost has it",
    category=Category.BROKEN,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
    fixes="unsafe",
)
