"""External IPs and load balancer source ranges (pkg/apis/core/validation/validation.go)."""

from collections.abc import Iterator

from svclint.apiserver.address import address_faults, cidr_faults, special_faults
from svclint.apiserver.data import Object, listed, strings, text
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.paths import ANNOTATIONS, EXTERNAL_IPS, SOURCE_RANGES
from svclint.apiserver.validate_type import LOAD_BALANCER_ONLY, forbidden
from svclint.policy.version import version_at_least
from svclint.yaml.path import FieldPath

RANGES_ANNOTATION = "service.beta.kubernetes.io/load-balancer-source-ranges"
_BLANK = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""What Go's strings.TrimSpace takes away."""
_OLD_DETAIL = "must be a list of IP ranges. For example, 10.240.0.0/24,10.250.0.0/24 "


def external_ip_errors(spec: Object, old: Object | None, kubernetes_version: str) -> Iterator[FieldError]:
    """External IPs: addresses, and none of the special ones. Those of before the update may stay as they are written."""
    kept = listed(old, "externalIPs") if old and version_at_least(kubernetes_version, 1, 33) else []
    strict = version_at_least(kubernetes_version, 1, 36)
    for position, address in enumerate(listed(spec, "externalIPs")):
        faults = [] if address in kept else list(address_faults(address, strict=strict))
        for fault in faults or special_faults(address):
            yield FieldError(EXTERNAL_IPS.index(position), Reason.INVALID, fault, Cause.EXTERNAL_IP, address)


def source_range_errors(service: Object, old: Object | None, kubernetes_version: str) -> Iterator[FieldError]:
    """The source ranges, or the annotation that stands for them where there are none; `old` is the Service before."""
    spec, annotations = _parts(service)
    ranges = listed(spec, "loadBalancerSourceRanges")
    written = annotations.get(RANGES_ANNOTATION)
    if not ranges and written is None:
        return
    path = SOURCE_RANGES if ranges else ANNOTATIONS.key(RANGES_ANNOTATION)
    if text(spec, "type") != "LoadBalancer":
        yield forbidden(path, LOAD_BALANCER_ONLY, ranges or written)
    if not version_at_least(kubernetes_version, 1, 30):
        yield from _whole_list_error(path, ranges or _split(written or ""))
    elif ranges:
        kept = [one.strip(_BLANK) for one in listed(_parts(old)[0], "loadBalancerSourceRanges")] if old else []
        strict = version_at_least(kubernetes_version, 1, 36)
        for position, one in enumerate(ranges):
            if one.strip(_BLANK) not in kept or not version_at_least(kubernetes_version, 1, 33):
                yield from _range_errors(path.index(position), one.strip(_BLANK), strict=strict)
    elif old is None or _parts(old)[1].get(RANGES_ANNOTATION) != written or not version_at_least(kubernetes_version, 1, 33):
        for one in _split(written or ""):
            yield from _range_errors(path, one, strict=version_at_least(kubernetes_version, 1, 36))


def _parts(service: Object) -> tuple[Object, dict[str, str]]:
    spec, metadata = service.get("spec"), service.get("metadata")
    return spec if isinstance(spec, dict) else {}, strings(metadata, "annotations") if isinstance(metadata, dict) else {}


def _split(written: str) -> list[str]:
    stripped = written.strip(_BLANK)
    return [one.strip(_BLANK) for one in stripped.split(",")] if stripped else []


def _range_errors(path: FieldPath, text_: str, *, strict: bool) -> Iterator[FieldError]:
    for fault in cidr_faults(text_, strict=strict):
        yield FieldError(path, Reason.INVALID, fault, Cause.SOURCE_RANGE, text_)


def _whole_list_error(path: FieldPath, ranges: list[str]) -> Iterator[FieldError]:
    """Before 1.30 there is one error for all of them."""
    if any(True for one in ranges for _ in cidr_faults(one.strip(_BLANK), strict=False)):
        yield FieldError(path, Reason.INVALID, _OLD_DETAIL, Cause.SOURCE_RANGE, ranges)
