"""Workloads that a selector matches by chance: another component than those it is for, with none of the Service's ports."""

from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.workspace.endpoints import find_port, serving_ports
from svclint.workspace.mentions import mentions
from svclint.workspace.wiring import Wiring

_COMPONENT_KEYS = (
    "app.kubernetes.io/name",
    "app.kubernetes.io/component",
    "app",
    "k8s-app",
    "component",
    "name",
    "role",
    "service",
    "tier",
)
"""Keys that tell components apart, where others (version, track, color, release) tell variants of one."""


def strangers(wiring: Wiring, kubernetes_version: str) -> tuple[Workload, ...]:
    """The workloads selected close by that serve none of a Service's ports, and are no variant of one that serves some.

    Empty where none of them serves any port, and on a headless Service, whose clients may want every pod. A workload that
    declares no port at all may listen on any.
    """
    service, selection = wiring.service, wiring.selection
    if not selection.is_close or len(selection.workloads) < 2 or service.is_headless:
        return ()
    serving = [one for one in selection.workloads if _serves(service, one, kubernetes_version)]
    others = (one for one in selection.workloads if serving and _serves_nothing(service, one, kubernetes_version))
    return tuple(one for one in others if not any(_are_variants(one, served) for served in serving))


def telling_labels(wiring: Wiring, excluded: tuple[Workload, ...]) -> dict[str, str]:
    """The labels that keep `excluded` out of a selector: all other selected workloads have them, and none of these."""
    kept = [one for one in wiring.selection.workloads if one not in excluded]
    first = {key: value.value for key, value in kept[0].pod_labels.items()} if kept else {}
    shared = [pair for pair in first.items() if all(_has(one, pair) for one in kept) and not any(_has(one, pair) for one in excluded)]
    return dict(sorted(shared, key=lambda pair: (pair[0] not in _COMPONENT_KEYS, pair[0])))


def _has(workload: Workload, pair: tuple[str, str]) -> bool:
    own = workload.pod_labels.get(pair[0])
    return own is not None and own.value == pair[1]


def _serves(service: Service, workload: Workload, kubernetes_version: str) -> bool:
    """Whether a workload declares the target of some port."""
    declared = [one.port for one in serving_ports(workload, kubernetes_version)]
    for port in service.ports:
        target = port.target_port.value
        if isinstance(target, str):
            if find_port(workload, target, port.protocol.value or "", kubernetes_version):
                return True
        elif any(one.number.value == target for one in declared):
            return True
    return False


def _serves_nothing(service: Service, workload: Workload, kubernetes_version: str) -> bool:
    """Whether a workload says where it listens, and it is none of the targets: neither declared nor mentioned."""
    if not workload.ports_declared or not any(serving_ports(workload, kubernetes_version)):
        return False
    if workload.replicas is not None and workload.replicas.value == 0:
        return False
    text = workload.template.text
    numbers = (port.target_port.value for port in service.ports if isinstance(port.target_port.value, int))
    mentioned = any(mentions(text, number) for number in numbers)
    return not mentioned and not _serves(service, workload, kubernetes_version)


def _are_variants(one: Workload, other: Workload) -> bool:
    """Whether two workloads run the same component, as a canary does, or another version."""
    if one.runs_to_end is not other.runs_to_end:
        return False
    return all(_value(one, key) == _value(other, key) for key in _COMPONENT_KEYS)


def _value(workload: Workload, key: str) -> str:
    label = workload.pod_labels.get(key)
    return label.value if label else ""
