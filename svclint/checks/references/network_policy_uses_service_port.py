"""A NetworkPolicy that lets through the port of a Service, where traffic arrives at the port of its pods."""

from collections.abc import Iterator

from svclint.checks.doubts import Doubts, doubt_notes
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Edit, Fix, Safety
from svclint.workspace.guarding import Confused, Guarding


def check(guarding: Guarding, context: Context) -> Iterator[Finding]:
    """Report each port of ingress that is a Service's, and that no selected pod declares or speaks of."""
    if guarding.standing.is_patched(guarding.policy):
        return
    doubts = Doubts(guarding.standing.unread_around(guarding.policy), guarding.home.unapplied)
    for found in guarding.confused(context.workspace, context.settings.kubernetes_version):
        yield _finding(found, doubts)


def _finding(found: Confused, doubts: Doubts) -> Finding:
    number, service = found.at.value, found.service
    targets = ", ".join(map(str, found.targets))
    fix = None
    if len(found.targets) == 1 and found.at.written and not doubts:
        fix = Fix(f"did you mean `port: {targets}`?", Safety.UNSAFE, (Edit(found.at.place, targets),))
    return Finding(
        found.at,
        f"{number} is the port of {service.title}; its pods are reached at {targets}",
        (str(number), targets),
        label="no traffic arrives at this port",
        notes=(
            Note(f"{service.title} leads from {number} to {found.port.target_port.value}", found.port.target_port.place),
            Note("a policy is applied where the packet reaches the pod: the Service's port is replaced by then"),
            *(() if fix else (Note(f"let {targets} through", voice=Voice.HELP),)),
            *doubt_notes(doubts, "a warning", "advice"),
        ),
        fix=fix,
        lowered=bool(doubts),
    )


RULE = Rule(
    name="network-policy-uses-service-port",
    code="SVC609",
    summary="a NetworkPolicy that names the port of a Service instead of that of its pods",
    category=Category.HAZARD,
    subject=Subject.GUARDING,
    check=check,
    needs=Needs.WORKSPACE,
    fixes="unsafe",
    options=("default-namespace", "kubernetes-version"),
)
