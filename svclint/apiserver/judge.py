"""The API server's verdict on a new Service, from the manifest to what is stored: the order of its steps, on plain data."""

from collections.abc import Iterable

from svclint.apiserver.allocate import allocate_addresses, allocate_node_ports, service_name
from svclint.apiserver.allocator import Allocator, Claim
from svclint.apiserver.consequences import Known, without_consequences
from svclint.apiserver.data import Object, copied, spec_of
from svclint.apiserver.decode import Decoded, decode_service
from svclint.apiserver.defaults import set_defaults
from svclint.apiserver.families import init_families, normalize
from svclint.apiserver.fielderror import FieldError
from svclint.apiserver.manifest import Manifest
from svclint.apiserver.validate import validate
from svclint.record import NamedTuple


class Judgement(NamedTuple):
    """All that the server holds against a request, and what it would store (as far as it can be told).

    Errors that it never comes to see are `hidden`. `ports` tells for each port of a merged object the entry of the
    manifest that it comes from, None for one that was there before.
    """

    errors: tuple[FieldError, ...]
    stored: Object
    ports: tuple[int | None, ...] | None = None

    @property
    def said(self) -> tuple[FieldError, ...]:
        """The errors without the hidden ones."""
        return tuple(error for error in self.errors if not error.hidden)


def create(manifest: Manifest, allocator: Allocator, kubernetes_version: str) -> Judgement:
    """Create a Service in a cluster; takes from `allocator` where all is well."""
    decoded = decode_service(manifest.data, kubernetes_version)
    refused = (*manifest.faults, *manifest.duplicates, *decoded.errors)
    service, known = defaulted(decoded, kubernetes_version)
    spec = spec_of(service)
    claim = allocator.claim()
    normalize(spec, None)
    families, alone = init_families(spec, None, allocator.network, kubernetes_version)
    later: list[FieldError] = []
    if not families:
        later += allocate_addresses(spec, service_name(service), claim, kubernetes_version)
    later += allocate_node_ports(spec, claim)
    later += validate(service, None, kubernetes_version)
    return judged(refused, [*families, *as_hidden(later, alone)], known, claim, Judgement((), service))


def judged(refused: tuple[FieldError, ...], found: list[FieldError], known: Known, claim: Claim, judgement: Judgement) -> Judgement:
    """The judgement with its errors; without any, what the request took is taken."""
    errors = (*refused, *without_consequences(found, known))
    if not errors:
        claim.commit()
    return judgement._replace(errors=errors)


def defaulted(decoded: Decoded, kubernetes_version: str) -> tuple[Object, Known]:
    """What was decoded with the server's defaults, and what is known of it."""
    service = copied(decoded.data)
    set_defaults(service, kubernetes_version)
    return service, Known.of(decoded)


def as_hidden(errors: Iterable[FieldError], alone: bool) -> list[FieldError]:  # noqa: FBT001 - a fact, not a switch
    """The errors; hidden ones where another one stands `alone`."""
    return [error._replace(hidden=True) for error in errors] if alone else list(errors)
