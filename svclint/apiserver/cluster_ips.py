"""Cluster IPs, families and policy as they fit together: ValidateServiceClusterIPsRelatedFields (validation.go)."""

from collections.abc import Iterator

from svclint.apiserver.address import address_faults, family
from svclint.apiserver.data import AutomaticIP, Object, listed, text
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.paths import CLUSTER_IP, CLUSTER_IPS, FAMILIES, POLICY
from svclint.policy.version import version_at_least

_FAMILIES = ("IPv4", "IPv6")
_POLICIES = ("PreferDualStack", "RequireDualStack", "SingleStack")


def supported(values: tuple[str, ...]) -> str:
    """The server's detail for a value that is none of its own."""
    quoted = ", ".join(f'"{value}"' for value in sorted(values))
    return f"supported values: {quoted}"


def is_headless(spec: Object) -> bool:
    """Whether the cluster IPs are exactly None; the type is not asked."""
    return listed(spec, "clusterIPs") == ["None"]


def cluster_ip_errors(spec: Object, old: Object | None, kubernetes_version: str) -> list[FieldError]:
    """What is wrong with the cluster IPs and families of a Service; `old` is its spec before an update."""
    if spec.get("type") == "ExternalName":
        return []
    addresses = listed(spec, "clusterIPs")
    errors = [*_first_errors(spec, addresses), *_family_errors(spec), *_policy_errors(spec)]
    kept = listed(old, "clusterIPs") if old and version_at_least(kubernetes_version, 1, 33) else []
    faults = list(_address_errors(addresses, kept, strict=version_at_least(kubernetes_version, 1, 36)))
    errors += faults
    if len(addresses) > 2:
        errors.append(_invalid_ips("may only hold up to 2 values", addresses))
    if faults:
        return errors
    if len(addresses) > 1 and not _is_dual(addresses):
        errors.append(_invalid_ips("may specify no more than one IP for each IP family", addresses, Cause.IP_FAMILIES))
    if not is_headless(spec):
        errors += _mismatches(addresses, listed(spec, "ipFamilies"), listed(old, "clusterIPs") if old else [])
    return errors


def _invalid_ips(detail: str, addresses: list[str], cause: Cause = Cause.CLUSTER_IP) -> FieldError:
    return FieldError(CLUSTER_IPS, Reason.INVALID, detail, cause, addresses)


def _first_errors(spec: Object, addresses: list[str]) -> Iterator[FieldError]:
    """The singular and the plural field must tell the same."""
    first = text(spec, "clusterIP")
    if first and not addresses:
        yield FieldError(CLUSTER_IPS, Reason.REQUIRED, "", Cause.CLUSTER_IP)
    elif first and addresses[0] != first:
        yield _invalid_ips("first value must match `clusterIP`", addresses)._replace(other=CLUSTER_IP)
    elif not first and addresses:
        yield _invalid_ips("must be empty when `clusterIP` is not specified", addresses)


def _family_errors(spec: Object) -> Iterator[FieldError]:
    seen: dict[str, int] = {}
    for number, name in enumerate(listed(spec, "ipFamilies")):
        if name not in _FAMILIES:
            yield FieldError(FAMILIES.index(number), Reason.NOT_SUPPORTED, supported(_FAMILIES), Cause.VALUE, name)
        if name in seen:
            other = FAMILIES.index(seen[name])
            yield FieldError(FAMILIES.index(number), Reason.DUPLICATE, "", Cause.IP_FAMILIES, name, other)
        seen.setdefault(name, number)


def _policy_errors(spec: Object) -> Iterator[FieldError]:
    policy = spec.get("ipFamilyPolicy")
    if policy is not None and policy not in _POLICIES:
        yield FieldError(POLICY, Reason.NOT_SUPPORTED, supported(_POLICIES), Cause.VALUE, policy)


def _address_errors(addresses: list[str], kept: list[str], *, strict: bool) -> Iterator[FieldError]:
    """Entries that are no addresses; those that the Service has already may stay as they are."""
    for number, address in enumerate(addresses):
        if number == 0 and address == "None":
            if len(addresses) > 1:
                yield _invalid_ips("'None' must be the first and only value", addresses)
        elif not isinstance(address, AutomaticIP) and address not in kept:
            for fault in address_faults(address, strict=strict):
                yield FieldError(CLUSTER_IPS.index(number), Reason.INVALID, fault, Cause.CLUSTER_IP, address)


def _is_dual(addresses: list[str]) -> bool:
    """Whether there is at least one address of each family; what the server has chosen may be of any."""
    families = {family(address) for address in addresses}
    return "" in families or families == set(_FAMILIES)


def _mismatches(addresses: list[str], families: list[str], had: list[str]) -> Iterator[FieldError]:
    """Addresses of another family than is asked for; of one that the Service `had`, it is the family that changed."""
    for number, (address, wanted) in enumerate(zip(addresses, families, strict=False)):
        if wanted in _FAMILIES and family(address) not in (wanted, ""):
            detail = f"expected an {wanted} value as indicated by `ipFamilies[{number}]`"
            path, other = CLUSTER_IPS.index(number), FAMILIES.index(number)
            if address in had:
                yield FieldError(path, Reason.INVALID, detail, Cause.IP_FAMILY_CHANGED, address, at=other)
            else:
                yield FieldError(path, Reason.INVALID, detail, Cause.IP_FAMILIES, address, other)
