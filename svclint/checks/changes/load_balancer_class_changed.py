"""A change of the class of a load balancer, which is fixed when the Service gets its type."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.checks.refusal import doubted
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.transitions import Transition


def check(transition: Transition, context: Context) -> Iterator[Finding]:
    """Report a class that is set, changed or taken away; a new one that is no class is invalid-load-balancer-class's."""
    before, after = transition
    verdict = transition.update(context.settings.cluster, context.settings.kubernetes_version)
    if before is None or after is None or verdict is None or verdict.caused_by(Cause.LOAD_BALANCER_CLASS):
        return
    for error in verdict.caused_by(Cause.LOAD_BALANCER_CLASS_CHANGED):
        old = before.spec.child("loadBalancerClass").text()
        new = after.spec.word("loadBalancerClass")
        was = Note(f"it was {old.value} before", old.place) if old.value else Note("there was none before")
        keep = f'keep `loadBalancerClass: "{old.value}"`' if old.value else "leave loadBalancerClass out, as before"
        move = "to get there, add a second Service with the new class, move the clients, then delete this one"
        finding = Finding(
            error.at,
            _message(after.title, old.value, new),
            (after.title, old.value or "", new or ""),
            error.reason.value,
            (was, Note(keep, voice=Voice.HELP), Note(move, voice=Voice.HELP)),
            label="the class may not change once set",
        )
        yield doubted(finding, verdict)


def _message(title: str, old: str | None, new: str | None) -> str:
    if not new:
        return f"the loadBalancerClass {old} of {title} is taken away"
    return (
        f"the loadBalancerClass of {title} changes from {old} to {new}"
        if old
        else f"{title} is a load balancer already and cannot be given loadBalancerClass {new}"
    )


RULE = Rule(
    name="load-balancer-class-changed",
    code="SVC503",
    summary="the class of an existing load balancer is changed",
    category=Category.REJECTED,
    subject=Subject.TRANSITION,
    check=check,
    needs=Needs.BASE,
    options=("default-namespace",),
)
