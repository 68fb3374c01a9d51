"""A change of the port on which a load balancer asks nodes for their health."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.checks.refusal import doubted
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.transitions import Transition

_CHOSEN = "the version before leaves the number to the cluster: this is refused unless it is the very one that the cluster chose"
_AGAIN = "to get there, apply it once with `externalTrafficPolicy: Cluster` and no number, which gives the old one back"


def check(transition: Transition, context: Context) -> Iterator[Finding]:
    """Report the new number; one that is out of range is node-port-out-of-range's."""
    before, after = transition
    verdict = transition.update(context.settings.cluster, context.settings.kubernetes_version)
    if before is None or after is None or verdict is None:
        return
    old, new = (service.spec.child("healthCheckNodePort").number() for service in transition if service)
    for error in verdict.caused_by(Cause.HEALTH_CHECK_NODE_PORT_CHANGED):
        if new.value is None or new.value not in context.settings.cluster.node_ports:
            continue
        keep = f"keep {old.value}" if old.value else "leave healthCheckNodePort out, as before"
        notes = [Note(f"it was {old.value} before", old.place)] if old.value else []
        notes += [Note(keep, voice=Voice.HELP), Note(_AGAIN, voice=Voice.HELP)]
        if not old.value:
            notes.append(Note(_CHOSEN))
        title = after.title
        change = f"changes from {old.value} to {new.value}" if old.value else f"becomes {new.value}, after the cluster chose one"
        finding = Finding(
            error.at,
            f"the healthCheckNodePort of {title} {change}",
            (title, str(old.value or ""), str(new.value)),
            error.reason.value,
            tuple(notes),
            label="the number may not change while it is in use",
            lowered=not old.value,
        )
        yield doubted(finding, verdict)


RULE = Rule(
    name="health-check-node-port-changed",
    code="SVC504",
    summary="the healthCheckNodePort of an existing Service is changed",
    category=Category.REJECTED,
    subject=Subject.TRANSITION,
    check=check,
    needs=Needs.BASE,
    options=("cluster.node-port-range", "default-namespace"),
)
