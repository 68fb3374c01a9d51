"""A change of the first IP family of a Service."""

from collections.abc import Iterator

from svclint.apiserver.address import family
from svclint.apiserver.fielderror import Cause
from svclint.checks.refusal import doubted
from svclint.model.located import Located
from svclint.model.service import Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.transitions import Transition


def check(transition: Transition, context: Context) -> Iterator[Finding]:
    """Report the new first family; where it comes with a new address, or with headlessness, cluster-ip-changed speaks."""
    before, after = transition
    verdict = transition.update(context.settings.cluster, context.settings.kubernetes_version)
    if before is None or after is None or verdict is None or before.is_headless != after.is_headless:
        return
    new = _first(after)
    if new is None or verdict.caused_by(Cause.VALUE):
        return  # nothing is written that changes, or a family that there is not
    if before.cluster_ip.value and verdict.caused_by(Cause.CLUSTER_IP_CHANGED):
        return
    for error in verdict.caused_by(Cause.IP_FAMILY_CHANGED)[:1]:
        old = _first(before) or before.cluster_ip._replace(value=family(before.cluster_ip.value or ""))
        if old.value == new.value:
            continue
        keep = f"keep {old.value} first; the other family may follow it, with `ipFamilyPolicy: PreferDualStack`"
        finding = Finding(
            error.at,
            f"the first IP family of {after.title} changes from {old.value} to {new.value}",
            (after.title, str(old.value), str(new.value)),
            error.reason.value,
            (
                Note(f"it was {old.value} before", old.place),
                Note(keep, voice=Voice.HELP),
                Note("to get there, delete the Service and create it anew: its clients lose it in between", voice=Voice.HELP),
            ),
            label="the first family may not change once set",
        )
        yield doubted(finding, verdict)


def _first(service: Service) -> Located[str | None] | None:
    """The first family as written; None where none is."""
    for field in service.spec.child("ipFamilies").items():
        return field.text()
    return None


RULE = Rule(
    name="ip-family-changed",
    code="SVC502",
    summary="the first IP family of an existing Service is changed",
    category=Category.REJECTED,
    subject=Subject.TRANSITION,
    check=check,
    needs=Needs.BASE,
    options=("default-namespace",),
)
