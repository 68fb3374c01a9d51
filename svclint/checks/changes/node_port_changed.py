"""A node port that gets another number, by an edit of the number or of what it is known by."""

from collections.abc import Iterator
from typing import Any

from svclint.apiserver.change import PortChange, is_chosen
from svclint.apiserver.data import number, text
from svclint.checks.refusal import refusal_note
from svclint.model.located import Located
from svclint.model.service import Service, ServicePort
from svclint.policy.lifecycle import Verdict as Edge
from svclint.record import NamedTuple
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.place import Place
from svclint.workspace.transitions import Transition


class _Case(NamedTuple):
    """A port of one Service before and after: what is stored, and what was and is written of it."""

    service: Service
    stored: PortChange
    was: ServicePort | None
    now: ServicePort
    how: str

    @property
    def fixed(self) -> bool:
        """Whether the number was written before."""
        return bool(self.was and self.was.node_port.value)


def check(transition: Transition, context: Context) -> Iterator[Finding]:
    """Report each port that goes on with another node port; which it gets is worked out as the server does."""
    before, after = transition
    verdict = transition.update(context.settings.cluster, context.settings.kubernetes_version)
    if before is None or after is None or verdict is None or verdict.change is None or not verdict.change.is_known:
        return
    if not (before.HAS_NODE_PORTS and after.HAS_NODE_PORTS) or _is_illegal(before, after, context):
        return
    refused = {error.field for error in verdict.errors}
    written = {(port.port.value, port.protocol.value): port for port in before.ports}
    for stored in verdict.change.same_ports():
        now = after.ports[stored.entry]
        if str(now.node_port.path) in refused:
            continue  # the rule that says so speaks
        was = written.get((number(stored.before, "port"), text(stored.before, "protocol") or "TCP"))
        for finding in _judged(_Case(after, stored, was, now, transition.how)):
            yield finding._replace(notes=(*finding.notes, *refusal_note(verdict)))


def _is_illegal(before: Service, after: Service, context: Context) -> bool:
    """Whether illegal-type-transition speaks."""
    if before.stage is None or after.stage is None:
        return True
    return context.settings.lifecycle.verdict(before.stage, after.stage) is Edge.ILLEGAL


def _judged(case: _Case) -> Iterator[Finding]:
    old, new = case.stored.node_ports
    if not old:
        return
    if old == new:
        if case.fixed and not case.now.node_port.value and case.was:
            yield _unpinned(case, old, case.was)
    elif case.now.node_port.value:
        yield _renumbered(case, old, new)
    elif new or case.fixed:
        yield _lost(case, old, new)


def _renumbered(case: _Case, old: int, new: int) -> Finding:
    if is_chosen(old):
        return Finding(
            case.now.node_port,
            f"{case.service.title} asks for node port {new}, and the cluster has chosen one already",
            (case.service.title, "", str(new)),
            notes=(
                Note("look up which one it has, and write that, unless it is to change", voice=Voice.HELP),
                Note("the number that it has now is released, unless it is this very one"),
            ),
            label="clients know another number",
            category=Category.ADVICE,
        )
    return Finding(
        case.now.node_port,
        f"the node port of {case.service.title} changes from {old} to {new}",
        (case.service.title, str(old), str(new)),
        notes=(
            *((Note(f"it was {old} before", case.was.node_port.place),) if case.was and case.fixed else ()),
            Note(f"keep {old} until no client uses it: a second Service can offer {new} beside it", voice=Voice.HELP),
            *_released(case.service, old),
        ),
        label="clients of the old number lose the Service",
    )


def _lost(case: _Case, old: int, new: int) -> Finding:
    """A number that is not written, and is not kept."""
    title, known = case.service.title, not is_chosen(old)
    shown = f"node port {old}" if known else "its node port"
    becomes = "none" if not new else "another" if is_chosen(new) else str(new)
    at, was, label = _moved(case)
    keep = f"write `nodePort: {old}` at this port" if known else "look up which node port it has, and write it as `nodePort` at this port"
    notes = [Note("it was this port before", was)] if was else []
    notes.append(Note(keep, voice=Voice.HELP))
    if case.how == "replace" and case.stored.before.get("port") == case.stored.after.get("port"):
        notes.append(Note("or apply it: `kubectl apply` knows a port by its number, `kubectl replace` by its name", voice=Voice.HELP))
    # Who dials a load balancer does not see the number behind it.
    unseen = not case.fixed and case.service.TYPE == "LoadBalancer"
    return Finding(
        at,
        f"{title} loses {shown} and gets {becomes}",
        (title, str(old) if known else "", str(case.now.port.value)),
        notes=(*notes, *(_released(case.service, old) if known else ())),
        label=label,
        category=Category.ADVICE if unseen else None,
    )


def _moved(case: _Case) -> tuple[Located[Any], Place | None, str]:
    """Where to point at the cause, at what was there before, and what it is."""
    stored, was, now = case.stored, case.was, case.now
    renamed = text(stored.before, "name") != text(stored.after, "name")
    if stored.before.get("port") != stored.after.get("port"):
        label = "another name and another number: a new port to the server" if renamed else "another number: a new port to kubectl"
        return now.port, was.port.place if was else None, label
    if renamed and now.name.written:
        return now.name, was.name.place if was else None, "renamed: a new port to the server"
    return now.node_port, was.node_port.place if was else None, "no node port is asked for"


def _unpinned(case: _Case, old: int, was: ServicePort) -> Finding:
    title = case.service.title
    return Finding(
        case.now.node_port,
        f"node port {old} of {title} is no longer written down",
        (title, str(old)),
        notes=(
            Note("it was written here", was.node_port.place),
            Note(f"write `nodePort: {old}` again if clients know the number", voice=Voice.HELP),
            Note("the Service keeps it; where it is created anew, in another cluster too, it gets another one"),
        ),
        label="kept, but not pinned",
        category=Category.ADVICE,
    )


def _released(service: Service, old: int) -> tuple[Note, ...]:
    """Where the number goes: to another port of this Service, or back to all."""
    for port in service.ports:
        if port.node_port.value == old:
            return (Note(f"{old} leads to port {port.port.value} now"),)
    return (Note(f"node port {old} is released at once, and any other Service may be given it"),)


RULE = Rule(
    name="node-port-changed",
    code="SVC513",
    summary="the node port of an existing Service changes, by its number or by a rename",
    category=Category.HAZARD,
    subject=Subject.TRANSITION,
    check=check,
    needs=Needs.BASE,
    options=("apply", "cluster.node-port-range", "default-namespace", "transitions"),
)
