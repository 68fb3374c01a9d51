"""What `show` says in words: why nothing is selected, how near a workload is, how many pods it has."""

from collections.abc import Iterator, Sequence

from svclint.workspace.evidence import Kind
from svclint.workspace.scope import Scope
from svclint.workspace.shown import Home, ShownMiss, ShownService, ShownWorkload, Why
from svclint.yaml.document import State

_NOTHING = {
    Why.NO_SELECTOR: "no selector: endpoints are made by hand, or by a controller",
    Why.UNREADABLE: "nothing: the selector is no map of texts",
    Why.OPERATOR: "nothing here: an operator, or the cluster itself, makes such pods",
    Why.ADDED_LABELS: "not known: only controllers add these labels",
    Why.UNSEEN: "nothing here: no pod template that was read has these labels",
}
_UNREAD = {State.TEMPLATE.value: "templates", State.BROKEN.value: "syntax errors", State.TOO_LARGE.value: "too large"}
_SPEAKS = {
    Kind.OWN_LABEL: "{title} has {wanted}",
    Kind.OWN_SELECTOR: "the selector of {title} has {wanted}",
    Kind.NAME: "{title} has this Service's name",
    Kind.PORTS: "{title} has these ports, and no Service",
}
_SUSPICIOUS = frozenset({Why.UNREADABLE, Why.OTHER_NAMESPACE, Why.NEAR_MISS})


def nothing(service: ShownService) -> str:
    """Why a Service selects no workload."""
    if service.why is Why.EXTERNAL_NAME:
        return f"an alias for {service.external_name}" if service.external_name else "an alias for nothing: externalName is missing"
    if service.miss:
        return f"nothing: {miss(service.miss)}"
    if service.why is Why.OTHER_NAMESPACE:
        where = f"namespace {service.object.namespace}" if service.object.namespace else "its own namespace"
        return f"nothing in {where}; another one has such pods:"
    return _NOTHING[service.why] if service.why else ""


def miss(one: ShownMiss) -> str:
    """What the workload that is almost selected has instead, and what speaks for it."""
    title, wanted = one.object.title, f"{one.key}={one.wanted}"
    found = f"{one.found_key}={one.found}" if one.found_key else "not"
    if one.found_key and one.found_key != one.key:
        found += f", not {wanted}"
    if one.kind in (Kind.OTHER_KEY, Kind.VALUE):
        return f"the pods of {title} have {found}"
    return f"{_SPEAKS[one.kind].format(title=title, wanted=wanted)}, its pods have {found}"


def is_suspicious(why: Why) -> bool:
    """Whether it is likely that something else was meant."""
    return why in _SUSPICIOUS


def distance(one: ShownWorkload, homes: Sequence[Home]) -> str:
    """What a workload and a Service have in common."""
    return one.within if one.scope is Scope.SET and one.within else closeness(one.scope, homes)


def closeness(scope: Scope, homes: Sequence[Home]) -> str:
    """What an object and a Service have in common that is in `homes`."""
    if scope is Scope.FILE:
        return "same file"
    if scope is Scope.DIRECTORY:
        return "same folder"
    if scope is Scope.OUTWARD:
        return "elsewhere"
    if not homes:
        return ""
    return homes[0].title if len(homes) == 1 else "each of these kustomizations"


def pods(one: ShownWorkload) -> str:
    """How many pods a workload has, as far as its manifest says."""
    if one.autoscaled:
        return "autoscaled"
    ends = "pods that end" if one.runs_to_end else ""
    return ends if one.replicas is None else f"{one.replicas} replica{'' if one.replicas == 1 else 's'}"


def notes(service: ShownService) -> Iterator[str]:
    """What else there is to know."""
    if service.miss and service.workloads:
        place = service.miss.place
        yield f"closer, but not selected: {miss(service.miss)} ({place.file.path}:{place.span.start.line})"
    if any(one.scope is Scope.OUTWARD for one in service.workloads):
        yield "elsewhere: the files do not tell whether it is deployed with this Service"
    if service.headless and service.why is None:
        yield "headless: DNS answers with the addresses of the pods, and clients dial the ports of the pods"
    if service.unread:
        files = len({path for path, _ in service.unread})
        why = ", ".join(sorted({_UNREAD[state] for _, state in service.unread}))
        yield f"{files} file{'' if files == 1 else 's'} close by could not be read ({why})"
    if service.unapplied:
        more = f", and {len(service.unapplied) - 1} more" if len(service.unapplied) > 1 else ""
        yield f"not everything in the kustomization is carried out here ({service.unapplied[0]}{more})"
