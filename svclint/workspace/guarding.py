"""A NetworkPolicy as it is deployed, and ports in it that are a Service's, not its pods'."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from svclint.model.located import Located
from svclint.model.networkpolicy import NetworkPolicy, PolicyPort, PolicyRule
from svclint.model.service import Service, ServicePort
from svclint.model.workload import Workload
from svclint.record import NamedTuple
from svclint.workspace.endpoints import serving_ports
from svclint.workspace.mentions import mentions
from svclint.workspace.reliance import Standing
from svclint.workspace.scope import Scope, nearness
from svclint.workspace.universe import Membership
from svclint.workspace.wiring import Wiring
from svclint.workspace.workspace import Workspace


class Confused(NamedTuple):
    """A port of a policy: `port` is the Service's port of that number, and `targets` the ports of the pods that it leads to."""

    at: Located[int | str]
    service: Service
    port: ServicePort
    targets: tuple[int, ...]


class Guarding:
    """A NetworkPolicy in one of the ways that it is deployed."""

    def __init__(self, policy: NetworkPolicy, standing: Standing) -> None:
        self.policy = policy
        self.standing = standing

    @property
    def about(self) -> NetworkPolicy:
        """The object that is judged."""
        return self.policy

    @property
    def home(self) -> Membership:
        """What holds the innermost universe together."""
        return self.standing.home

    @cached_property
    def workloads(self) -> tuple[Workload, ...]:
        """The workloads close by whose pods the policy selects; none where it selects all pods of its namespace."""
        selector = self.policy.selector
        if not selector.complete or not selector.labels:
            return ()
        for universe in self.standing.close:
            found: list[Workload] = []
            for one in universe.pods.candidates(selector.labels) or ():
                scope, _ = nearness(self.policy, one, together=universe.membership.is_set)
                if scope < Scope.OUTWARD and selector.matches(one.pod_labels) and self._is_here(one):
                    found.append(one)
            if found:
                return tuple(found)
        return ()

    def _is_here(self, workload: Workload) -> bool:
        spaces = self.standing.spaces(self.policy, None)
        return spaces is None or not workload.namespace or workload.namespace in spaces or "" in spaces

    def confused(self, workspace: Workspace, kubernetes_version: str) -> Iterator[Confused]:
        """The ports that no selected pod has, and that a Service in front of them has as its own."""
        if not self.workloads or not all(one.ports_declared for one in self.workloads):
            return
        wirings = tuple(dict.fromkeys(wiring for one in self.workloads for wiring in workspace.selecting(one) if self._is_near(wiring)))
        for rule in self.policy.ingress:
            for port in rule.ports:
                if not port.port or port.end_port or not isinstance(port.port.value, int) or self._is_known(port.port.value):
                    continue
                found = next((one for wiring in wirings if (one := _leading(wiring, port, rule, kubernetes_version))), None)
                if found:
                    service, entry, targets = found
                    yield Confused(port.port, service, entry, targets)

    def _is_near(self, wiring: Wiring) -> bool:
        """Whether a Service is deployed with the policy, and all that the policy is for is what it selects."""
        together = wiring.around[0].membership.is_set and wiring.around[0] is self.standing.around[0]
        scope, _ = nearness(self.policy, wiring.service, together=together)
        return scope < Scope.OUTWARD and wiring.selection.is_close

    def _is_known(self, number: int) -> bool:
        """Whether some selected pod declares a port, or speaks of its number."""
        return any(mentions(one.template.text, number) for one in self.workloads)


def _leading(
    wiring: Wiring, asked: PolicyPort, rule: PolicyRule, kubernetes_version: str
) -> tuple[Service, ServicePort, tuple[int, ...]] | None:
    """The Service's port of the number that a policy lets through, where it leads to other ports, which the rule has not."""
    number = asked.port.value if asked.port else None
    allowed = {one.port.value for one in rule.ports if one.port}
    ranges = [one for one in rule.ports if one.end_port]
    for entry in wiring.service.ports:
        if entry.port.value != number or entry.protocol.value != asked.protocol:
            continue
        targets = _targets(entry, wiring.selection.workloads, kubernetes_version)
        names = {entry.target_port.value} - {None}
        if targets and number not in targets and not ranges and not allowed & {*targets, *names}:
            return wiring.service, entry, targets
    return None


def _targets(entry: ServicePort, workloads: Sequence[Workload], kubernetes_version: str) -> tuple[int, ...]:
    """The numbers of the pods' ports that a Service's port leads to."""
    target = entry.target_port.value
    if isinstance(target, int):
        return (target,)
    found = (one.port for workload in workloads for one in serving_ports(workload, kubernetes_version))
    return tuple(dict.fromkeys(one.number.value for one in found if one.name.value == target and one.number.value))
