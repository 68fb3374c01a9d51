"""What updating a Service takes from the cluster (pkg/registry/core/service/storage/alloc.go allocateUpdate)."""

from collections.abc import Iterator

from svclint.apiserver.allocate import (
    HAVE_NODE_PORTS,
    allocate_addresses,
    allocate_health_check,
    node_port,
    node_port_cause,
    take_addresses,
    wants_node_ports,
)
from svclint.apiserver.allocator import Claim
from svclint.apiserver.data import Object, entries, listed, number, text
from svclint.apiserver.defaults import needs_health_check
from svclint.apiserver.families import is_same_preference
from svclint.apiserver.fielderror import Cause, FieldError, Reason


def update_node_ports(spec: Object, old: Object, claim: Claim) -> Iterator[FieldError]:
    """Give a changed Service the numbers that it now needs; what it had is its own until all is done. Changes `spec`."""
    if spec.get("type") in HAVE_NODE_PORTS:
        yield from _node_ports(spec, old, claim)
    if needs_health_check(spec) and not needs_health_check(old):
        yield from allocate_health_check(spec, claim)


def update_addresses(spec: Object, old: Object, name: str, claim: Claim, kubernetes_version: str) -> Iterator[FieldError]:
    """New addresses for one that was an ExternalName, a second one for one that goes dual-stack (updateClusterIPs).

    Changes `spec`; `name` as in allocate_addresses.
    """
    if is_same_preference(spec, old):
        return
    if old.get("type") == "ExternalName" and spec.get("type") != "ExternalName":
        yield from allocate_addresses(spec, name, claim, kubernetes_version)
        return
    if listed(old, "clusterIPs")[:1] == ["None"]:
        return
    families = listed(spec, "ipFamilies")
    if len(listed(old, "ipFamilies")) == 1 and len(families) == 2 and spec.get("type") != "ExternalName":
        addresses = listed(spec, "clusterIPs")
        if len(addresses) > 1:
            yield from take_addresses(["", addresses[1]], addresses, claim)
        else:
            spec["clusterIPs"] = [*addresses, claim.any_address(families[1])]


def _node_ports(spec: Object, old: Object, claim: Claim) -> Iterator[FieldError]:
    """Numbers for what has none; those that the Service had are not asked for again (updateNodePorts)."""
    had = {number(port, "nodePort") for port in entries(old, "ports")}
    taken: set[int] = set()
    pairs: dict[tuple[str, int], int] = {}
    for position, port in enumerate(entries(spec, "ports")):
        wanted = number(port, "nodePort")
        if not wanted and not wants_node_ports(spec):
            continue
        if not wanted:
            port["nodePort"] = wanted = claim.any_port()
        elif wanted not in had and wanted not in taken:
            fault = claim.port(wanted)
            if fault:
                yield FieldError(node_port(position), Reason.INVALID, fault, node_port_cause(fault, repeated=False), wanted)
            taken.add(wanted)
        first = pairs.setdefault((text(port, "protocol"), wanted), position)
        if first != position:
            detail = f"duplicate nodePort: {{{text(port, 'protocol')} {wanted}}}"
            yield FieldError(node_port(position), Reason.INVALID, detail, Cause.NODE_PORT_REPEATED, wanted, node_port(first))
