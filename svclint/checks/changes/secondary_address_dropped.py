"""The second address of a dual-stack Service, left out without the policy that releases it."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import LocatedError
from svclint.checks.refusal import doubted
from svclint.model.field import Field
from svclint.model.located import Located
from svclint.model.service import Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.transitions import Transition

_LISTS = ("ipFamilies", "clusterIPs")
_FIRST_CHANGES = (Cause.CLUSTER_IP_CHANGED, Cause.IP_FAMILY_CHANGED, Cause.HEADLESS_NODE_PORTS)


def check(transition: Transition, context: Context) -> Iterator[Finding]:
    """Report it once, at the policy or at what got shorter; where the first address changes too, that is what is refused."""
    before, after = transition
    verdict = transition.update(context.settings.cluster, context.settings.kubernetes_version)
    if before is None or after is None or verdict is None or verdict.caused_by(*_FIRST_CHANGES):
        return
    if all(_texts(before, name) == _texts(after, name) for name in (*_LISTS, "ipFamilyPolicy")):
        return
    for error in verdict.caused_by(Cause.SECONDARY_ADDRESS_DROPPED)[:1]:
        yield doubted(_finding(before, after, error), verdict)


def _texts(service: Service, name: str) -> tuple[str | None, ...]:
    field = service.spec.child(name)
    return tuple(item.text().value for item in field.items()) or (field.text().value,)


def _finding(before: Service, after: Service, error: LocatedError) -> Finding:
    policy = after.spec.child("ipFamilyPolicy")
    notes = [Note("it had two of them before", field.place) for field in _lists(before) if len(tuple(field.items())) > 1][:1]
    release = "set `ipFamilyPolicy: SingleStack` to release the second address"
    return Finding(
        error.at if policy.present else _short(after, error),
        f"{after.title} drops its second address, and its ipFamilyPolicy is {policy.text().value or 'not SingleStack'}",
        (after.title, policy.text().value or ""),
        error.reason.value,
        (*notes, Note(release, voice=Voice.HELP), Note("or keep both families and addresses as they were", voice=Voice.HELP)),
        label="only SingleStack lets the second address go",
    )


def _lists(service: Service) -> Iterator[Field]:
    return (field for field in map(service.spec.child, _LISTS) if field.present)


def _short(after: Service, error: LocatedError) -> Located[object]:
    """Where to point without a policy: at the list that got shorter."""
    for field in _lists(after):
        return error.at._replace(place=field.place, written=False)
    return error.at


RULE = Rule(
    name="secondary-address-dropped",
    code="SVC506",
    summary="a dual-stack Service loses its second address, and its policy does not allow it",
    category=Category.REJECTED,
    subject=Subject.TRANSITION,
    check=check,
    needs=Needs.BASE,
    options=("default-namespace",),
)
