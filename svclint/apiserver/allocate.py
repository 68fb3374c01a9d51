"""What creating a Service takes from the cluster: addresses and node ports (pkg/registry/core/service/storage/alloc.go)."""

from collections.abc import Iterable, Iterator

from svclint.apiserver.address import parse_address
from svclint.apiserver.allocator import IP_TAKEN, TAKEN, Claim
from svclint.apiserver.data import AutomaticIP, Object, entries, listed, number, text
from svclint.apiserver.defaults import needs_health_check
from svclint.apiserver.fielderror import Cause, FieldError, Reason
from svclint.apiserver.paths import CLUSTER_IP, CLUSTER_IPS, HEALTH_CHECK_NODE_PORT, PORTS
from svclint.policy.version import version_at_least
from svclint.yaml.path import FieldPath

HAVE_NODE_PORTS = ("NodePort", "LoadBalancer")


def allocate_node_ports(spec: Object, claim: Claim) -> Iterator[FieldError]:
    """Give a new Service its numbers; changes `spec`."""
    if spec.get("type") in HAVE_NODE_PORTS:
        yield from _node_ports(spec, claim)
    if needs_health_check(spec):
        yield from allocate_health_check(spec, claim)


def allocate_addresses(spec: Object, name: str, claim: Claim, kubernetes_version: str) -> Iterator[FieldError]:
    """A cluster IP for each family, the ones asked for or any (allocClusterIPs); changes `spec`.

    `name` is empty where the Service has none.
    """
    addresses = listed(spec, "clusterIPs")
    if spec.get("type") == "ExternalName" or addresses[:1] == ["None"]:
        return
    families = listed(spec, "ipFamilies") or [""] * (2 if spec.get("ipFamilyPolicy") == "RequireDualStack" else 1)
    asked = [*addresses, *[""] * (len(families) - len(addresses))]
    if not name and version_at_least(kubernetes_version, 1, 33):
        # Since addresses are objects of their own, they need the name of the Service that they are for.
        detail = "failed to allocate IP: IPAddress.networking.k8s.io is invalid: spec.parentRef.name: Required value"
        yield FieldError(CLUSTER_IPS, Reason.INVALID, detail, Cause.CONSEQUENCE)
    yield from take_addresses(asked[: len(families)], addresses, claim)
    spec["clusterIPs"] = [address or claim.any_address(families[position]) for position, address in enumerate(asked)]
    spec["clusterIP"] = listed(spec, "clusterIPs")[0]


def take_addresses(asked: Iterable[str], addresses: list[str], claim: Claim) -> Iterator[FieldError]:
    """Take the addresses that are asked for; `addresses` is what the server shows where it cannot."""
    for position, address in enumerate(asked):
        parsed = None if isinstance(address, AutomaticIP) else parse_address(address)
        fault = claim.address(parsed, address) if parsed else ""
        if fault:
            cause = Cause.CLUSTER_IP_COLLISION if fault == IP_TAKEN else Cause.CLUSTER_IP
            at = CLUSTER_IPS.index(position) if position or len(addresses) > 1 else CLUSTER_IP
            yield FieldError(CLUSTER_IPS, Reason.INVALID, f"failed to allocate IP {address}: {fault}", cause, addresses, at=at)


def wants_node_ports(spec: Object) -> bool:
    """Whether ports without a number get one (shouldAllocateNodePorts)."""
    return spec.get("type") == "NodePort" or (spec.get("type") == "LoadBalancer" and spec.get("allocateLoadBalancerNodePorts") is not False)


def _node_ports(spec: Object, claim: Claim) -> Iterator[FieldError]:
    """Numbers for a new Service: entries of one `port` share theirs, if they ask for no other (initNodePorts)."""
    ports = entries(spec, "ports")
    asked: dict[int, tuple[int, int]] = {}  # by `port`: the first number asked for, and in which entry
    for position in range(len(ports) - 1, -1, -1):
        if number(ports[position], "nodePort"):
            asked[number(ports[position], "port")] = (number(ports[position], "nodePort"), position)
    given: dict[int, int] = {}
    first: dict[int, int] = {}
    for position, port in enumerate(ports):
        wanted, own, source = number(port, "nodePort"), number(port, "port"), position
        if not wanted and not wants_node_ports(spec):
            continue
        new = not given.get(own)
        if new:
            wanted, source = asked.get(own, (0, position))
            port["nodePort"] = given[own] = wanted or claim.any_port()
        elif not wanted:
            port["nodePort"] = given[own]
        if wanted and (new or wanted != given[own]):
            yield from _take(wanted, position, source, first, claim)


def _take(wanted: int, position: int, source: int, first: dict[int, int], claim: Claim) -> Iterator[FieldError]:
    """Take for the entry at `position` the number that the one at `source` asks for.

    `first` has the numbers that this Service took before, with the entries that asked for them.
    """
    fault = claim.port(wanted)
    if fault:
        other = node_port(first[wanted]) if wanted in first else None
        cause = node_port_cause(fault, repeated=wanted in first)
        yield FieldError(node_port(position), Reason.INVALID, fault, cause, wanted, other, node_port(source))
    first.setdefault(wanted, source)


def node_port(position: int) -> FieldPath:
    """The field that asks for the node port of an entry."""
    return PORTS.index(position).child("nodePort")


def node_port_cause(fault: str, *, repeated: bool) -> Cause:
    """What a refusal of the node-port allocator comes from."""
    if fault != TAKEN:
        return Cause.NODE_PORT_RANGE
    return Cause.NODE_PORT_REPEATED if repeated else Cause.NODE_PORT_COLLISION


def allocate_health_check(spec: Object, claim: Claim) -> Iterator[FieldError]:
    """The port for health checks, of the same stock as node ports; the server has no error of its own for it."""
    wanted = number(spec, "healthCheckNodePort")
    if not wanted:
        spec["healthCheckNodePort"] = claim.any_port()
        return
    own = [position for position, port in enumerate(entries(spec, "ports")) if number(port, "nodePort") == wanted]
    fault = claim.port(wanted)
    if fault:
        detail = f"failed to allocate requested HealthCheck NodePort {wanted}: {fault}"
        other = node_port(own[0]) if own else None
        yield FieldError(HEALTH_CHECK_NODE_PORT, Reason.INVALID, detail, node_port_cause(fault, repeated=bool(own)), wanted, other)


def service_name(service: Object) -> str:
    """The name of a Service, given or generated; empty where it has none."""
    metadata = service.get("metadata")
    if not isinstance(metadata, dict):
        return ""
    generated = text(metadata, "generateName")
    return text(metadata, "name") or (f"{generated[:58]}xxxxx" if generated else "")
