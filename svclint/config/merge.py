"""Entries of the settings → Settings."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from svclint.config.error import ConfigError, quoted
from svclint.config.source import Entry
from svclint.config.values import ObjectId, ResourceKind, edge_text
from svclint.policy.accepted import Accepted
from svclint.policy.cluster import ClusterPolicy
from svclint.policy.lifecycle import DEFAULT_EDGES, Edge, LifeCycle, Stage, Verdict, edges
from svclint.policy.pods import PodSetting
from svclint.policy.referrers.path import PortMeans, ReferenceSetting
from svclint.policy.scopes import ScopeSetting
from svclint.policy.settings import Settings

_ALLOW, _FORBID, _CREATED = (("transitions", name) for name in ("allow", "forbid", "created"))
_REFERENCES = ("references",)
_ARRAYS = ("pods", "references", "accept")

Way: TypeAlias = tuple[str, ...]


def settings_of(entries: Mapping[Way, Entry]) -> tuple[Settings, list[ConfigError]]:
    """The settings in force, defaults where there is no entry; and where entries contradict each other."""
    # The types are those that the table of keys and Settings agree on: a test compares the two.
    plain: dict[str, Any] = {}
    for (first, *rest), entry in entries.items():
        if not rest and first not in _ARRAYS:
            plain[first.replace("-", "_")] = entry.value
    # An empty selection would check nothing: it stands for the default one.
    plain["select"] = plain.get("select") or None
    cluster: dict[str, Any] = {name.replace("-", "_"): value for name, value in _under("cluster", entries)}
    chosen: dict[str, Any] = {
        "severity": tuple(_under("severity", entries)),
        "per_file_ignores": tuple(_under("per-file-ignores", entries)),
    }
    made = Settings(
        **plain,
        **chosen,
        cluster=ClusterPolicy(**cluster),
        lifecycle=_life_cycle(entries),
        pods=tuple(_pods(**item) for item in _items("pods", entries)),
        scopes=_scopes(entries),
        references=tuple(_references(**item) for item in _items("references", entries)),
        accept=tuple(_accepted(**item) for item in _items("accept", entries)),
    )
    return made, _contradictions(entries)


def edge_places(entries: Mapping[Way, Entry]) -> dict[Edge, str]:
    """Where the settings speak of an edge, as `Entry.whence` has it, whether or not they change what it means."""
    found = {}
    if (created := _created(entries)) is not None:
        found = dict.fromkeys(_not_created(created), entries[_CREATED].whence())
    for way in (_FORBID, _ALLOW):
        for index, edge in enumerate(_edges(way, entries)):
            found[edge] = entries[way].whence(index)
    return found


def _items(array: str, entries: Mapping[Way, Entry]) -> tuple[dict[str, Any], ...]:
    """The tables of an array of tables."""
    items: Any = entries[(array,)].value if (array,) in entries else ()
    return tuple(items)


def _pods(kind: ResourceKind, labels: str, containers: str = "") -> PodSetting:
    return PodSetting(kind.api_version, kind.kind, labels, containers)


def _references(kind: ResourceKind, name: str, port: str = "", **means: str) -> ReferenceSetting:
    told = PortMeans(means.get("port-means", PortMeans.SERVICE_PORT_OR_NAME.value))
    return ReferenceSetting(kind.api_version, kind.kind, name, port, told)


def _accepted(object: ObjectId, rule: str, reason: str) -> Accepted:  # noqa: A002 - the key is called so
    return Accepted(*object, rule, reason)


def _scopes(entries: Mapping[Way, Entry]) -> tuple[ScopeSetting, ...]:
    """The scopes by the names that the user chose; one without paths has an error already."""
    found: dict[str, dict[str, Any]] = {}
    for (first, *rest), entry in entries.items():
        if first == "scopes":
            name, key = rest
            found.setdefault(name, {})[key] = entry.value
    return tuple(ScopeSetting(name, **fields) for name, fields in found.items() if "paths" in fields)


def _under(table: str, entries: Mapping[Way, Entry]) -> list[tuple[str, object]]:
    return [(way[1], entry.value) for way, entry in entries.items() if way[0] == table]


def _life_cycle(entries: Mapping[Way, Entry]) -> LifeCycle:
    changed = dict.fromkeys(_edges(_ALLOW, entries), Verdict.OK)
    # What the API server refuses stays refused: other rules say so, and this one would say it again.
    changed |= {edge: Verdict.ILLEGAL for edge in _edges(_FORBID, entries) if DEFAULT_EDGES[edge] is not Verdict.REJECTED}
    created = _created(entries)
    if created is not None:
        changed |= dict.fromkeys(_not_created(created), Verdict.ILLEGAL)
    return LifeCycle(tuple(changed.items()))


def _not_created(created: Sequence[Stage]) -> list[Edge]:
    return [edge for edge in edges() if edge[0] is Stage.CREATED and edge[1] not in created]


def _contradictions(entries: Mapping[Way, Entry]) -> list[ConfigError]:
    """Edges that are both allowed and forbidden."""
    allowed, created = _edges(_ALLOW, entries), _created(entries)
    errors = _strayed_ports(entries)
    for index, edge in enumerate(_edges(_FORBID, entries)):
        if edge in allowed:
            errors.append(_error(entries[_FORBID], index, f"{edge_text(edge)} is in transitions.allow too"))
        elif created is not None and edge[0] is Stage.CREATED and edge[1] in created:
            errors.append(_error(entries[_FORBID], index, f"{quoted(edge[1].value)} is in transitions.created too"))
    for index, edge in enumerate(allowed):
        if created is not None and edge[0] is Stage.CREATED and edge[1] not in created:
            errors.append(_error(entries[_ALLOW], index, f"{quoted(edge[1].value)} is missing in transitions.created"))
    return errors


def _strayed_ports(entries: Mapping[Way, Entry]) -> list[ConfigError]:
    """Ports of references that stand beside no name, and what ports mean where there are none."""
    errors = []
    for index, item in enumerate(_items("references", entries)):
        entry, name, port = entries[_REFERENCES], item["name"], item.get("port", "")
        lists = port.rpartition("[]")[0]
        if "port-means" in item and not port:
            errors.append(entry.source.value_error((*entry.path, index, "port-means"), "says what a port means, and there is no port"))
        elif lists and not name.startswith(f"{lists}[]"):
            message = f"{quoted(port)} is in a list that {quoted(name)} is not in: which port belongs to which name is not known"
            errors.append(entry.source.value_error((*entry.path, index, "port"), message))
    return errors


def _error(entry: Entry, index: int, message: str) -> ConfigError:
    return entry.source.value_error((*entry.path, index), message)


def _edges(way: Way, entries: Mapping[Way, Entry]) -> tuple[Edge, ...]:
    value: Any = entries[way].value if way in entries else ()
    return tuple(value)


def _created(entries: Mapping[Way, Entry]) -> tuple[Stage, ...] | None:
    value: Any = entries[_CREATED].value if _CREATED in entries else None
    return None if value is None else tuple(value)
