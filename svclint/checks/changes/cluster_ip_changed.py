"""A change of a cluster IP, which a Service keeps as long as it lives."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.checks.refusal import doubted
from svclint.model.located import Located
from svclint.model.service import Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.transitions import Transition

_AGAIN = Note("to get there, delete the Service and create it anew: its clients lose it in between", voice=Voice.HELP)
_CHOSEN = "the version before leaves the address to the cluster: this is refused unless it is the very one that the cluster chose"


def check(transition: Transition, context: Context) -> Iterator[Finding]:
    """Report the first address that changes, to or from None included, and a headless Service that is to have node ports."""
    before, after = transition
    verdict = transition.update(context.settings.cluster, context.settings.kubernetes_version)
    if before is None or after is None or verdict is None:
        return
    if before.is_headless and after.cluster_ip.value != "None":
        for error in verdict.caused_by(Cause.HEADLESS_NODE_PORTS)[:1]:
            yield doubted(_stays_headless(before, after, error), verdict)
            return
    if _is_refused_by_itself(verdict, after):
        return
    for error in verdict.caused_by(Cause.CLUSTER_IP_CHANGED)[:1]:
        position = error.at.path.steps()[-1]
        yield doubted(_changed(before, after, error, position if isinstance(position, int) else 0), verdict)


def _is_refused_by_itself(verdict: Verdict, after: Service) -> bool:
    """Whether the new value is refused on any Service: that is headless-with-node-ports or invalid-cluster-ip."""
    if after.cluster_ip.value == "None":
        return bool(verdict.caused_by(Cause.HEADLESS_NODE_PORTS))
    return bool(verdict.caused_by(Cause.CLUSTER_IP))


def _address(service: Service, position: int) -> Located[str | None]:
    """The address at a position of clusterIPs; clusterIP for the first where there is no list."""
    items = tuple(service.spec.child("clusterIPs").items())
    if position < len(items):
        return items[position].text()
    return service.cluster_ip if position == 0 else service.spec.child("clusterIPs").text()


def _changed(before: Service, after: Service, error: LocatedError, position: int) -> Finding:
    old, new = _address(before, position), _address(after, position)
    unknown = not old.value and new.value != "None"
    notes = [Note(f"it was {old.value} before", old.place)] if old.value else []
    keep = f"keep clusterIP {old.value}" if old.value else "leave clusterIP out, as before"
    notes += [Note(keep, voice=Voice.HELP), _AGAIN]
    if unknown:
        notes.append(Note(_CHOSEN))
    return Finding(
        error.at,
        _message(after, old.value, new.value),
        (after.title, old.value or "", new.value or ""),
        error.reason.value,
        tuple(notes),
        label="a cluster IP may not change once set",
        lowered=unknown,
    )


def _message(after: Service, old: str | None, new: str | None) -> str:
    if new == "None":
        return f"{after.title} has a cluster IP and cannot become headless"
    if old == "None":
        return f"{after.title} is headless and cannot be given cluster IP {new}"
    if not old:
        return f"{after.title} has a cluster IP already and cannot be given {new}"
    return f"the cluster IP of {after.title} changes from {old} to {new}" if new else f"the cluster IP of {after.title} changes"


def _stays_headless(before: Service, after: Service, error: LocatedError) -> Finding:
    keep = "keep type ClusterIP, and add a second Service of the new type for clients outside"
    return Finding(
        error.at._replace(place=after.type.place, written=after.type.written),
        f"{after.title} is headless and cannot become {after.TYPE}",
        (after.title, after.TYPE),
        error.reason.value,
        (
            Note("it was made headless here", before.cluster_ip.place),
            Note(keep, voice=Voice.HELP),
            _AGAIN,
            Note("removing `clusterIP: None` changes nothing: the server keeps the value that it has"),
        ),
        label=f"a {after.TYPE} Service needs a cluster IP",
    )


RULE = Rule(
    name="cluster-ip-changed",
    code="SVC501",
    summary="the cluster IP of an existing Service is changed",
    category=Category.REJECTED,
    subject=Subject.TRANSITION,
    check=check,
    needs=Needs.BASE,
    options=("default-namespace",),
)
