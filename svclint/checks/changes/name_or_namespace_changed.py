"""A Service that gets another name or namespace: to the cluster it is another object."""

from collections.abc import Iterator

from svclint.model.located import Located
from svclint.model.service import Service
from svclint.policy.lifecycle import Stage, Verdict
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.leftbehind import find_left_behind
from svclint.workspace.transitions import Transition

_STAYS = Note("`kubectl apply` creates the new one and leaves the old one; pruning, as GitOps and Helm do, deletes it and its DNS name")
_UNSURE = Note("without a namespace it went to whichever kubectl was told: perhaps this very one")


def check(transition: Transition, context: Context) -> Iterator[Finding]:
    """Report the new name or namespace; where a kustomization gives it to several Services, once."""
    after = transition.after
    gone = context.workspace.renamed.get(after) if after and transition.before is None else None
    if after is None or gone is None or gone.before is None or _is_forbidden(gone.before, after, context):
        return
    if any(find_left_behind(gone.before, context.workspace)):
        return  # still-referenced has more to say: something relies on the old one
    at = _changed(gone.before, after)
    together = [one for one in context.workspace.renamed if at.place.file is not one.file and _at(one, context) == at.place]
    if together and together[0] is not after:
        return
    yield _finding(gone.before, after, at, max(len(together) - 1, 0))


def _is_forbidden(before: Service, after: Service, context: Context) -> bool:
    """Whether illegal-type-transition speaks of the one that is gone, or of the one that is new."""
    ends = ((before.stage, Stage.DELETED), (Stage.CREATED, after.stage))
    return any(old and new and context.settings.lifecycle.verdict(old, new) is Verdict.ILLEGAL for old, new in ends)


def _at(service: Service, context: Context) -> object:
    before = context.workspace.renamed[service].before
    return before and _changed(before, service).place


def _changed(before: Service, after: Service) -> Located[str | None]:
    field = "metadata.name" if before.name != after.name else "metadata.namespace"
    return after.root.at(field).text()


def _finding(before: Service, after: Service, at: Located[str | None], others: int) -> Finding:
    by_name = before.name != after.name
    old, new = (before.name, after.name) if by_name else (before.namespace, after.namespace)
    unsure = not by_name and not (before.namespace and after.namespace)
    change = _change(old, new, others, by_name=by_name)
    was = before.root.at("metadata.name" if by_name else "metadata.namespace").text()
    return Finding(
        at,
        f"{before.title}{change}: the old {'ones stay' if others else 'one stays'} behind",
        (before.title, old, new),
        notes=(
            Note(f"it was {old or 'given none'} before", was.place),
            Note(_advice(before), voice=Voice.HELP),
            _STAYS,
            *_taken(before, after),
            *((_UNSURE,) if unsure else ()),
        ),
        label="another object to the cluster",
        category=Category.ADVICE if unsure else None,
    )


def _change(old: str, new: str, others: int, *, by_name: bool) -> str:
    more, are, move = (f" and {others} more", "are", "move") if others else ("", "is", "moves")
    if by_name:
        return f"{more} {are} renamed{'' if others else f' to {new}'}"
    if old and new:
        return f"{more} {move} from namespace {old} to {new}"
    return f"{more} {are} given namespace {new}" if new else f"{more} {are} no longer given namespace {old}"


def _advice(before: Service) -> str:
    where = f" -n {before.namespace}" if before.namespace else ""
    return f"keep the old Service beside the new one, move the clients, then `kubectl delete service {before.name}{where}`"


def _taken(before: Service, after: Service) -> Iterator[Note]:
    """What both ask for, and only one can have; else what the new one does not take over."""
    held = {port.node_port.value for port in before.ports if port.node_port.value} if before.HAS_NODE_PORTS else set()
    both = [str(port.node_port.value) for port in after.ports if port.node_port.value in held] if after.HAS_NODE_PORTS else []
    if both:
        numbers = f"node port {both[0]} is" if len(both) == 1 else f"node ports {', '.join(both)} are"
        yield Note(f"{numbers} the old one's until it is deleted: until then the new one is refused")
    address = after.cluster_ip.value
    if address and address not in ("None", "") and address == before.cluster_ip.value:
        yield Note(f"cluster IP {address} is the old one's until it is deleted: until then the new one is refused")
    elif before.TYPE == after.TYPE == "LoadBalancer":
        yield Note("the new one gets a load balancer and an address of its own")


RULE = Rule(
    name="name-or-namespace-changed",
    code="SVC516",
    summary="a Service gets another name or namespace, and the old one stays in the cluster",
    category=Category.HAZARD,
    subject=Subject.TRANSITION,
    check=check,
    needs=Needs.BASE,
    options=("default-namespace", "transitions"),
)
