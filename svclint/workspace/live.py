"""What a cluster printed, as a previous version: each live Service beside the manifest that is applied to it."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from svclint.apiserver.data import Data, Object
from svclint.apiserver.live import is_live, written_part
from svclint.apiserver.manifest import read_manifest
from svclint.apiserver.schema import Type, service_type
from svclint.apiserver.strategic import field_of, item_of
from svclint.model.field import root_field
from svclint.model.service import Service, read_service
from svclint.policy.settings import Settings
from svclint.workspace.transitions import Transition
from svclint.workspace.wiring import Wiring
from svclint.yaml.node import Mapping, Node, Sequence

_IDENTITY: Object = {"apiVersion": None, "kind": None, "metadata": {"name": None, "namespace": None}}


def from_cluster(service: Service) -> bool:
    """Whether the Service is one that a cluster printed."""
    return is_live(_data(service))


def pair_live(
    live: Iterable[Service], wirings: Iterable[tuple[Wiring, ...]], settings: Settings, is_target: Callable[[str], bool]
) -> tuple[Transition, ...]:
    """Pair what is in a cluster with what is applied to it, by namespace and name alone.

    What the cluster has beyond the files is nobody's edit; what the files have beyond the cluster is created. Where several manifests
    are one object (overlays of several clusters), the one in a target counts; where nobody can tell, nothing is said.
    """
    there: dict[tuple[str, str], Service] = {(one.namespace or settings.default_namespace, one.name): one for one in live}
    here: dict[tuple[str, str], list[tuple[Service, bool]]] = defaultdict(list)
    for wiring in (one for group in wirings for one in group):
        place = wiring.home.place
        wanted = is_target(wiring.origin.file.path) or (wiring.home.is_built and place is not None and is_target(place.file.path))
        here[wiring.service.namespace or settings.default_namespace, wiring.service.name].append((wiring.service, wanted))
    pairs = []
    for identity, found in here.items():
        known = there.get(identity)
        if known is None:
            pairs += [Transition(None, service) for service, _ in found]
            continue
        meant = [service for service, wanted in found if wanted or len(found) == 1]
        if len(meant) == 1:
            pairs.append(Transition(_as_written(known, meant[0], settings), meant[0], known, settings.apply))
    return tuple(pairs)


def _as_written(live: Service, after: Service, settings: Settings) -> Service:
    """The live Service with only the fields that were written, or that the new manifest writes: others do not change.

    The values are those of the cluster, at their places in what it printed.
    """
    node = live.root.node
    assert isinstance(node, Mapping)
    written = written_part(_data(live), settings.apply, settings.kubernetes_version)
    masks: list[Data] = [written, _data(after), _IDENTITY]
    kept = _kept(node, masks, service_type(settings.kubernetes_version))
    return read_service(root_field(kept)) if isinstance(kept, Mapping) else live


def _kept(node: Node, masks: list[Data], kind: Type) -> Node:
    """The node without what none of the masks has; lists are taken apart where their items have keys."""
    if isinstance(node, Mapping):
        objects = [mask for mask in masks if isinstance(mask, dict)]
        fields = {}
        for name, entry in node.fields.items():
            found = [mask[name] for mask in objects if name in mask]
            if found:
                fields[name] = entry._replace(value=_kept(entry.value, found, field_of(kind, name)))
        return Mapping(node.file, node.begin, node.end, node.entries, fields, alias=node.alias)
    if isinstance(node, Sequence) and kind.map_keys:
        lists = [item for mask in masks if isinstance(mask, list) for item in mask if isinstance(item, dict)]
        items = []
        for item in node.items:
            own = read_manifest(item).data if isinstance(item, Mapping) else {}
            found = [mask for mask in lists if _key(mask) == _key(own)]
            if found:
                items.append(_kept(item, list(found), item_of(kind)))
        return Sequence(node.file, node.begin, node.end, tuple(items), node.tag, node.alias)
    return node


def _key(port: Object) -> tuple[Data, Data]:
    return port.get("port"), port.get("protocol") or "TCP"


def _data(service: Service) -> Object:
    node = service.root.node
    return read_manifest(node).data if isinstance(node, Mapping) else {}
