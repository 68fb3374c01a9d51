"""Which Services a run of `show` is about."""

from collections.abc import Sequence

from svclint.record import NamedTuple
from svclint.rule.snapshot import Snapshot
from svclint.workspace.servicename import ServiceName, Unmatched, unmatched
from svclint.workspace.wiring import Wiring
from svclint.workspace.workspace import Workspace


class Chosen(NamedTuple):
    """The Services by the objects of the files that they come from, and the names that are none's."""

    groups: tuple[tuple[Wiring, ...], ...]
    unmatched: tuple[Unmatched, ...]


def choose(workspace: Workspace, snapshot: Snapshot, names: Sequence[ServiceName]) -> Chosen:
    """The Services that are called one of `names` (any name for none) and touch a target.

    One does where its file, the kustomization that builds it, or a workload close by that it selects is a target.
    """
    called = [[one for one in group if not names or any(name.matches(one) for name in names)] for group in workspace.wirings]
    groups = tuple(tuple(one for one in group if _touches(one, snapshot)) for group in called)
    missing = [name for name in names if not any(name.matches(one) for group in groups for one in group)]
    if not missing:
        return Chosen(groups, ())
    everything = [one for group in workspace.wirings for one in group]
    here = [one for one in everything if _touches(one, snapshot)]
    return Chosen(groups, tuple(unmatched(name, here, everything) for name in missing))


def _touches(wiring: Wiring, snapshot: Snapshot) -> bool:
    if snapshot.is_target(wiring.origin.file.path) or (wiring.home.place and snapshot.is_target(wiring.home.place.file.path)):
        return True
    selection = wiring.selection
    return selection.is_close and any(snapshot.is_target(one.file.path) for one in selection.workloads)
