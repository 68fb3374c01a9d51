"""What a file tells of references, as lines of text."""

from collections.abc import Iterator

from svclint.model.labelselector import LabelSelector
from svclint.model.located import Located
from svclint.model.monitor import Monitor
from svclint.model.networkpolicy import NetworkPolicy, PolicyRule
from svclint.model.reference import Reference
from svclint.policy.referrers.path import ReferenceSetting
from svclint.source.file import SourceFile
from svclint.source.place import Place
from svclint.workspace.facts import Links, read_facts


def links_of(text: str, *, prefilter: bool = True, references: tuple[ReferenceSetting, ...] = ()) -> Links:
    """All that the text tells of references."""
    return read_facts(SourceFile("m.yaml", text), prefilter=prefilter, references=references).links


def listing(links: Links) -> str:
    """One line for each reference and each fact that bears on references, by kind and in their order."""
    return "".join(f"{line}\n" for line in _lines(links))


def _lines(links: Links) -> Iterator[str]:
    yield from map(reference_line, links.references)
    yield from (f"made {one.source.title}: {one.name}" for one in links.made)
    yield from map(_monitor, links.monitors)
    yield from map(_policy, links.network_policies)
    yield from (f"grant {one.namespace}: {one.grantees} to {one.services}" for one in links.grants)
    for rule in links.destination_rules:
        subsets = [f"{subset.name.value} {_labels(subset.labels)}" for subset in rule.subsets]
        yield f"rule {rule.title}: {rule.host.value} {', '.join(subsets)}"
    yield from (f"hosts {entry.title}: {' '.join(entry.hosts)}" for entry in links.service_entries)


def reference_line(one: Reference) -> str:
    """Where a reference stands, what it says, and what holds for it."""
    name = f"{one.namespace.value}/{one.name.value}" if one.namespace else one.name.value
    port = f" port {one.port.value!r} at {_at(one.port)} ({one.port_means.value})" if one.port else ""
    told = [one.crossing.value, one.certainty.value, one.protocol, f"subset {one.subset.value}" if one.subset else ""]
    told += ["of one pod" if one.of_pod else "", "needs grant" if one.needs_grant else ""]
    return f"{_at(one.name)} {one.source.title} {one.name.path}: {name}{port}; {', '.join(filter(None, told))}"


def _at(one: Located[str] | Located[int | str]) -> str:
    return _position(one.place) + ("" if one.written else "*")


def _position(place: Place) -> str:
    start = place.span.start
    return f"{start.line}:{start.column}"


def _monitor(one: Monitor) -> str:
    ports = [f"{point.port and point.port.value}|{point.target_port and point.target_port.value}" for point in one.endpoints]
    what = "pods" if one.selects_pods else "Services"
    return f"monitor {one.title}: {what} {_selector(one.selector)} in {one.namespaces}, ports {' '.join(ports)}"


def _policy(one: NetworkPolicy) -> str:
    rules = [f"{way} {_rule(rule)}" for way in ("ingress", "egress") for rule in getattr(one, way)]
    return f"policy {one.title}: {_selector(one.selector)} {'; '.join(rules)}"


def _rule(rule: PolicyRule) -> str:
    ports = [f"{port.protocol} {port.port and port.port.value}-{port.end_port}" for port in rule.ports]
    peers = ["block" if peer.is_block else str(peer.pods and _selector(peer.pods)) for peer in rule.peers]
    return f"{', '.join(ports)} with {', '.join(peers)}"


def _selector(selector: LabelSelector) -> str:
    needs = [f"{one.key} {one.operator} {list(one.values)}" for one in selector.requirements]
    return f"({', '.join([_labels(selector.labels), *needs])})"


def _labels(labels: dict[str, Located[str]]) -> str:
    return ",".join(f"{key}={value.value}" for key, value in labels.items())
