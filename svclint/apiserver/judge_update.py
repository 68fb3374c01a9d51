"""The API server's verdict on an update, from the request to what is stored: the order of its steps, on plain data."""

from svclint.apiserver.allocate import service_name
from svclint.apiserver.allocate_update import update_addresses, update_node_ports
from svclint.apiserver.allocator import Allocator
from svclint.apiserver.data import Object, spec_of
from svclint.apiserver.families import init_families, normalize
from svclint.apiserver.fielderror import FieldError
from svclint.apiserver.judge import Judgement, as_hidden, defaulted, judged
from svclint.apiserver.request import Request
from svclint.apiserver.update import drop_type_dependent, patch_allocated
from svclint.apiserver.validate import validate


def update(request: Request, stored: Object, allocator: Allocator, kubernetes_version: str) -> Judgement:
    """Update what is stored; takes from `allocator`, where the stored Service has all that it has, if all is well."""
    if request.final:
        return Judgement(request.errors, stored, request.ports)
    service, known = defaulted(request.decoded, kubernetes_version)
    spec, old = spec_of(service), spec_of(stored)
    claim = allocator.claim()
    patch_allocated(spec, old, kubernetes_version)
    normalize(spec, old)
    families, alone = init_families(spec, old, allocator.network, kubernetes_version)
    later: list[FieldError] = []
    if not families:
        later += update_addresses(spec, old, service_name(stored), claim, kubernetes_version)
    later += update_node_ports(spec, old, claim)
    drop_type_dependent(service, stored, kubernetes_version)
    later += validate(service, stored, kubernetes_version)
    return judged(request.errors, [*families, *as_hidden(later, alone)], known, claim, Judgement((), service, request.ports))
