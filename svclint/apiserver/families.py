"""IP families and cluster IPs before anything is allocated (pkg/registry/core/service/storage: storage.go, alloc.go)."""

from collections.abc import Iterator

from svclint.apiserver.address import family
from svclint.apiserver.cluster_ips import cluster_ip_errors
from svclint.apiserver.data import Object, listed, strings, text
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.network import Network
from svclint.apiserver.paths import CLUSTER_IPS, FAMILIES, POLICY
from svclint.record import NamedTuple

_OTHER = {"IPv4": "IPv6", "IPv6": "IPv4"}


class Families(NamedTuple):
    """What the server refuses before it allocates. `alone`: it goes no further, and reports these as all there is."""

    errors: list[FieldError]
    alone: bool = False


def normalize(spec: Object, old: Object | None) -> None:
    """Make clusterIP and clusterIPs agree, as far as the user's intent is clear (normalizeClusterIPs); changes `spec`."""
    one, many = text(spec, "clusterIP"), listed(spec, "clusterIPs")
    if old is None:
        if one and not many:
            spec["clusterIPs"] = [one]
        return
    old_one, old_many = text(old, "clusterIP"), listed(old, "clusterIPs")
    if old_many and not many and one == old_one:
        spec["clusterIPs"] = [*old_many]
    elif one != old_one and many == old_many:
        spec["clusterIPs"] = [one] if one else []


def init_families(spec: Object, old: Object | None, network: Network, kubernetes_version: str) -> Families:
    """Decide policy and families as initIPFamilyFields does; changes `spec`. `old` is the spec before an update."""
    if spec.get("type") == "ExternalName" or (old is not None and is_same_preference(spec, old)):
        return Families([])
    _default_policy(spec, old)
    errors = cluster_ip_errors(spec, old, kubernetes_version)
    if errors:
        return Families(errors, alone=True)
    if old is not None:
        errors += _release(spec, old)
    errors += _too_many(spec)
    errors += _inferred(spec, network)
    if errors:
        return Families(errors)
    if text(spec, "clusterIP") == "None" and not strings(spec, "selector"):
        _complete(spec, network, alone=False)
        return Families([])
    errors += _not_configured(spec, network)
    if not errors:
        wants_two = spec.get("ipFamilyPolicy") == "RequireDualStack"
        _complete(spec, network, alone=not (network.dual_stack or (network.dual_stack is None and wants_two)))
    return Families(errors)


def is_same_preference(spec: Object, old: Object) -> bool:
    """Whether nothing changed on a PreferDualStack Service: it is then left as it is (isMatchingPreferDualStackClusterIPFields)."""
    return (
        spec.get("ipFamilyPolicy") == "PreferDualStack"
        and old.get("ipFamilyPolicy") in (None, "PreferDualStack")
        and spec.get("type") == old.get("type")
        and spec.get("type") in ("ClusterIP", "NodePort", "LoadBalancer")
        and listed(spec, "clusterIPs") == listed(old, "clusterIPs")
        and listed(spec, "ipFamilies") == listed(old, "ipFamilies")
    )


def _default_policy(spec: Object, old: Object | None) -> None:
    """The policy where the user gives none: the old one; both stacks for a headless Service without selector."""
    if "ipFamilyPolicy" in spec:
        return
    if old is not None and "ipFamilyPolicy" in old:
        spec["ipFamilyPolicy"] = old["ipFamilyPolicy"]
    else:
        both = text(spec, "clusterIP") == "None" and not strings(spec, "selector")
        spec["ipFamilyPolicy"] = "RequireDualStack" if both else "SingleStack"


def _release(spec: Object, old: Object) -> Iterator[FieldError]:
    """Giving up the second address or family needs the policy SingleStack, and with it happens by itself."""
    single = spec.get("ipFamilyPolicy") == "SingleStack"
    for name, what in (("clusterIPs", "cluster IP"), ("ipFamilies", "IP family")):
        have, had = listed(spec, name), listed(old, name)
        if single and have == had and len(have) > 1:
            spec[name] = [have[0]]
        elif not single and 0 < len(have) < len(had):
            detail = f"must be 'SingleStack' to release the secondary {what}"
            at = CLUSTER_IPS if name == "clusterIPs" else FAMILIES
            yield _policy(spec, detail, Cause.SECONDARY_ADDRESS_DROPPED)._replace(other=at)


def _too_many(spec: Object) -> Iterator[FieldError]:
    if spec.get("ipFamilyPolicy") == "SingleStack":
        for name, what in (("clusterIPs", "cluster IPs"), ("ipFamilies", "IP families")):
            if len(listed(spec, name)) == 2:
                detail = f"must be 'RequireDualStack' or 'PreferDualStack' when multiple {what} are specified"
                yield _policy(spec, detail)._replace(other=CLUSTER_IPS if name == "clusterIPs" else FAMILIES)


def _policy(spec: Object, detail: str, cause: Cause = Cause.IP_FAMILIES) -> FieldError:
    return FieldError(POLICY, Reason.INVALID, detail, cause, spec.get("ipFamilyPolicy"))


def _inferred(spec: Object, network: Network) -> Iterator[FieldError]:
    """Add the families of addresses that none is given for."""
    families = listed(spec, "ipFamilies")
    addresses = listed(spec, "clusterIPs")
    for number, address in enumerate(addresses):
        if address == "None":
            break
        own = family(address)
        if number < len(families) or not own:
            continue
        if network.families and own not in network.families:
            detail = f"{own} is not configured on this cluster"
            yield FieldError(CLUSTER_IPS.index(number), Reason.INVALID, detail, Cause.IP_FAMILIES, address)
        else:
            families = [*families, own]
    if families:
        spec["ipFamilies"] = [*families]


def _not_configured(spec: Object, network: Network) -> Iterator[FieldError]:
    if spec.get("ipFamilyPolicy") == "RequireDualStack" and network.dual_stack is False:
        yield _policy(spec, "this cluster is not configured for dual-stack services")
    for number, name in enumerate(listed(spec, "ipFamilies")):
        if network.families and name not in network.families:
            yield FieldError(FAMILIES.index(number), Reason.INVALID, "not configured on this cluster", Cause.IP_FAMILIES, name)


def _complete(spec: Object, network: Network, *, alone: bool) -> None:
    """The default family, and the other one for a policy that asks for two unless the cluster has one `alone`.

    Where it is not known which family the cluster prefers, none is made up.
    """
    families = listed(spec, "ipFamilies") or list(network.families[:1])
    if not alone and spec.get("ipFamilyPolicy") != "SingleStack" and len(families) == 1 and families[0] in _OTHER:
        families = [*families, _OTHER[families[0]]]
    if families:
        spec["ipFamilies"] = [*families]
