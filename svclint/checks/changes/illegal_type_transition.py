"""A change of type that the API server accepts and somebody pays for."""

from collections.abc import Iterator, Sequence

from svclint.apiserver.change import Change, is_chosen
from svclint.checks.refusal import refusal_note
from svclint.model.service import Service
from svclint.policy.lifecycle import Stage, Verdict
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category, Severity
from svclint.rule.subject import Subject
from svclint.workspace.transitions import Transition


def check(transition: Transition, context: Context) -> Iterator[Finding]:
    """Report each illegal edge of the life cycle, and who loses what."""
    before, after = transition
    old = before.stage if before else Stage.CREATED
    new = after.stage if after else Stage.DELETED
    lifecycle = context.settings.lifecycle
    if old is None or new is None or lifecycle.verdict(old, new) is not Verdict.ILLEGAL:
        return
    subject = after or before
    if subject is None:
        return
    update = transition.update(context.settings.cluster, context.settings.kubernetes_version)
    notes = [Note(text) for text in _losses(before, new, update.change if update else None)]
    if before and after:
        notes.insert(0, Note(f"it was {old.value} before", before.type.place if before.type.written else before.place))
    if lifecycle.is_configured(old, new):
        notes.append(Note("the settings forbid this edge of the life cycle"))
    notes += refusal_note(update)
    yield Finding(
        subject.type,
        _message(subject, old, new),
        (old.value, new.value),
        notes=(*notes, Note(_advice(old, new, configured=lifecycle.is_configured(old, new)), voice=Voice.HELP)),
        label=_label(before, after, new),
    )


def _message(subject: Service, old: Stage, new: Stage) -> str:
    if old is Stage.CREATED:
        return f"{subject.title} is created as {new.value}"
    if new is Stage.DELETED:
        return f"{subject.title}, of type {old.value}, is deleted"
    return f"{subject.title} goes from {old.value} to {new.value}"


def _losses(before: Service | None, new: Stage, change: Change | None) -> Iterator[str]:
    """Who loses what, in the order of the pain."""
    if before is None or new is Stage.DELETED:
        return
    if before.TYPE == "LoadBalancer" and new is not Stage.LOAD_BALANCER:
        yield "the load balancer and its address are deleted: clients outside the cluster lose the Service"
    released = change.released() if change else ()
    if released:
        are, them = ("is", "it") if len(released) == 1 else ("are", "them")
        yield f"{_ports(released)} {are} released at once, and any other Service may be given {them}"
    if new is Stage.EXTERNAL_NAME:
        if before.is_headless:
            yield "its DNS name no longer answers with the pods, but with an alias: clients that resolved every pod lose them"
        else:
            yield "its cluster IP is given up, and its DNS name answers with an alias instead of an address: open connections break"


def _ports(released: Sequence[int]) -> str:
    """Node ports by their numbers, as far as anybody but the cluster knows them."""
    known = [str(one) for one in released if not is_chosen(one)]
    chosen = len(released) - len(known)
    if not known:
        return "its node ports" if chosen > 1 else "its node port"
    last = known.pop() if not chosen else "the one that the cluster chose" if chosen == 1 else f"{chosen} that the cluster chose"
    return f"node port{'s' if len(known) + (not chosen) > 1 else ''} {', '.join(known)}{' and ' if known else ''}{last}"


def _label(before: Service | None, after: Service | None, new: Stage) -> str:
    if after is None:
        return "no longer there"
    return f"now {new.value}" if before else "a new Service"


def _advice(old: Stage, new: Stage, *, configured: bool) -> str:
    if old is Stage.CREATED:
        return "create it with a type that the settings allow under transitions.created, or add this one there"
    if new is Stage.DELETED:
        return f"keep it until nobody uses it, or {_allow(old, new)}"
    if configured:
        return f"keep the type, or {_allow(old, new)}"
    return f"add a second Service of type {new.value}, move the clients, then delete this one; or ignore this here, with the reason"


def _allow(old: Stage, new: Stage) -> str:
    return f'take "{old.value} -> {new.value}" out of transitions.forbid in the settings'


RULE = Rule(
    name="illegal-type-transition",
    code="SVC511",
    summary="a change of type that takes the Service away from somebody",
    category=Category.HAZARD,
    severity=Severity.ERROR,
    subject=Subject.TRANSITION,
    check=check,
    needs=Needs.BASE,
    options=("default-namespace", "transitions"),
)
