"""From an old and a new manifest to the object that the server gets to see, by each way of applying."""

from svclint.apiserver.data import Data, Object, copied, entries, number, part, text
from svclint.apiserver.decode import Decoded, decode_service
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.manifest import Manifest
from svclint.apiserver.paths import NAME, PORTS, SPEC
from svclint.apiserver.schema import service_type
from svclint.apiserver.strategic import PatchError, merge_map
from svclint.apiserver.threeway import three_way_patch
from svclint.apiserver.typed_merge import apply as apply_typed
from svclint.apiserver.typed_merge import typed_errors
from svclint.policy.settings import APPLY
from svclint.record import NamedTuple
from svclint.yaml.path import ROOT, FieldPath

WAYS = APPLY
_PATCH = ROOT.child("patch")


class Request(NamedTuple):
    """What is to become of a stored object, decoded; `errors` are what was refused on the way.

    `final` says that these are all that can be told. `ports` is as in Judgement.
    """

    decoded: Decoded
    errors: tuple[FieldError, ...] = ()
    final: bool = False
    ports: tuple[int | None, ...] | None = None


def make_request(how: str, old: Manifest, new: Manifest, stored: Object, kubernetes_version: str) -> Request:
    """What the server gets for a new manifest by one of WAYS, `old` being what made the stored object."""
    if how == "replace":
        return replaced(new, stored, kubernetes_version)
    if how == "apply":
        return applied(old, new, stored, kubernetes_version)
    return server_side_applied(old, new, stored, kubernetes_version)


def replaced(new: Manifest, stored: Object, kubernetes_version: str) -> Request:
    """What kubectl replace sends: the new manifest as it is."""
    decoded = decode_service(new.data, kubernetes_version)
    errors = (*new.faults, *new.duplicates, *decoded.errors, *_name_errors(new.data, stored))
    return Request(decoded, errors)


def applied(old: Manifest, new: Manifest, stored: Object, kubernetes_version: str) -> Request:
    """What kubectl apply makes: a patch of the live object. What does not decode in it the server reports as the patch."""
    kind = service_type(kubernetes_version)
    live = copied(live_object(stored))
    try:
        patch = three_way_patch(old.data, new.data, live, kind)
        merged = merge_map(live, patch, kind, server=True)
    except PatchError as error:
        return Request(decode_service(new.data, kubernetes_version), (*new.faults, _patch_error(error)), final=True)
    decoded = decode_service(merged, kubernetes_version, wraps=True)
    ports = origins_of(merged, new.data)
    errors = (*new.faults, *_name_errors(new.data, stored))
    if decoded.errors:
        refused = tuple(error._replace(path=_PATCH, at=error.exact, reason_of=Reason.INVALID) for error in decoded.errors)
        return Request(decoded, (*errors, *refused), final=True, ports=ports)
    return Request(decoded, errors, ports=ports)


def server_side_applied(old: Manifest, new: Manifest, stored: Object, kubernetes_version: str) -> Request:
    """What kubectl apply --server-side --force-conflicts makes, the old manifest having been applied so too."""
    kind = service_type(kubernetes_version)
    refused = (*new.faults, *new.duplicates, *typed_errors(new.data, kind))
    if refused:
        return Request(decode_service(new.data, kubernetes_version), refused, final=True)
    merged = apply_typed(live_object(stored), old.data, new.data, kind)
    errors: tuple[FieldError, ...] = ()
    if _name(new.data):
        errors = _name_errors(new.data, stored)
    else:  # the request tells the name
        part(merged, "metadata")["name"] = _name(stored)
    decoded = decode_service(merged, kubernetes_version, wraps=True)
    return Request(decoded, (*errors, *decoded.errors), final=bool(decoded.errors), ports=origins_of(merged, new.data))


def live_object(stored: Object) -> Object:
    """An object as the server prints it: what is empty or zero left out (the omitempty of k8s.io/api/core/v1)."""
    live = copied(stored)
    live.pop("status", None)
    for name in ("metadata", "spec"):
        inner = live.get(name)
        if isinstance(inner, dict):
            live[name] = {key: value for key, value in inner.items() if value not in ("", 0, [], {}) or key in _POINTERS}
    spec = live.get("spec")
    for port in entries(spec, "ports") if isinstance(spec, dict) else ():
        for key in ("name", "nodePort", "protocol"):
            if not port.get(key):
                port.pop(key, None)
    return live


_POINTERS = frozenset("allocateLoadBalancerNodePorts internalTrafficPolicy ipFamilyPolicy loadBalancerClass trafficDistribution".split())


def _name_errors(new: Object, stored: Object) -> tuple[FieldError, ...]:
    """A request goes to the object of its name: there is none for a manifest without one."""
    name, live = _name(new), _name(stored)
    if name == live:
        return ()
    detail = f"the name of the object ({name}) does not match the name on the URL ({live})"
    if not name:
        detail = f"the name of the object ({live} based on URL) was undeterminable: name must be provided"
    return (FieldError(NAME, Reason.INVALID if name else Reason.REQUIRED, detail, Cause.NAME, name),)


def _name(service: Object) -> str:
    metadata = service.get("metadata")
    return text(metadata, "name") if isinstance(metadata, dict) else ""


def _patch_error(error: PatchError) -> FieldError:
    """The patch cannot be computed: kubectl sends nothing at all."""
    path: FieldPath = PORTS if error.name == "ports" else SPEC.child(error.name)
    if error.index is None:
        return FieldError(path, Reason.INVALID, error.message, Cause.FIELD_TYPE)
    path = path.index(error.index)
    return FieldError(path.child("port"), Reason.REQUIRED, error.message, Cause.PORT_NUMBER, at=path)


def origins_of(merged: Object, new: Object) -> tuple[int | None, ...]:
    """For each port of a merged object the entry of the new manifest that it comes from: that of its number and protocol."""
    exact: dict[tuple[int, str], int] = {}
    by_number: dict[int, int] = {}
    for index, port in reversed(list(enumerate(_ports(new)))):
        exact[number(port, "port"), text(port, "protocol") or "TCP"] = index
        by_number[number(port, "port")] = index
    found = []
    for port in _ports(merged):
        own = number(port, "port")
        found.append(exact.get((own, text(port, "protocol") or "TCP"), by_number.get(own)))
    return tuple(found)


def _ports(service: Object) -> list[Object]:
    spec = service.get("spec")
    ports: Data = spec.get("ports") if isinstance(spec, dict) else None
    return [port if isinstance(port, dict) else {} for port in ports] if isinstance(ports, list) else []
