"""ValidateServiceCreate and ValidateServiceUpdate (pkg/apis/core/validation/validation.go), after allocation."""

from collections.abc import Iterator

from svclint.apiserver.cluster_ips import cluster_ip_errors
from svclint.apiserver.data import Object, part, spec_of, strings
from svclint.apiserver.fielderror import Cause, FieldError
from svclint.apiserver.immutable import change_errors
from svclint.apiserver.paths import SELECTOR
from svclint.apiserver.validate_addresses import external_ip_errors, source_range_errors
from svclint.apiserver.validate_metadata import label_errors, metadata_errors, name_errors
from svclint.apiserver.validate_ports import port_errors
from svclint.apiserver.validate_traffic import traffic_errors
from svclint.apiserver.validate_type import type_errors
from svclint.policy.version import version_at_least


def validate(service: Object, old: Object | None, kubernetes_version: str) -> Iterator[FieldError]:
    """All that validation holds against a Service; `old` is what is stored before an update."""
    spec, metadata = spec_of(service), part(service, "metadata")
    old_spec = spec_of(old) if old is not None else None
    # Since 1.34 the name is looked at once and for all, so that it may outlive a change of the rule for it.
    if old_spec is None or not version_at_least(kubernetes_version, 1, 34):
        yield from name_errors(metadata, kubernetes_version)
    if old_spec is not None:
        yield from change_errors(spec, old_spec)
    yield from metadata_errors(metadata)
    yield from type_errors(spec)
    yield from port_errors(spec, kubernetes_version)
    yield from label_errors(strings(spec, "selector"), SELECTOR, Cause.SELECTOR_LABEL)
    yield from cluster_ip_errors(spec, old_spec, kubernetes_version)
    yield from external_ip_errors(spec, old_spec, kubernetes_version)
    yield from source_range_errors(service, old, kubernetes_version)
    yield from traffic_errors(spec, kubernetes_version)
