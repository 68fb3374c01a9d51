"""Why a selector has no pods: one answer, which each rule that may speak of it asks for."""

from typing import TypeAlias

from svclint.workspace.displaced import Displaced, find_displaced
from svclint.workspace.evidence import STRUCTURAL, Kind, NearMiss
from svclint.workspace.nearmiss import find_near_miss
from svclint.workspace.ordinals import Ordinals, find_out_of_range
from svclint.workspace.wiring import Wiring
from svclint.workspace.workspace import Workspace

Reason: TypeAlias = NearMiss | Displaced | Ordinals


def why_missing(wiring: Wiring, workspace: Workspace) -> Reason | None:
    """The likeliest reason; None where there is none to be told, or nothing is missing.

    An ordinal out of range is certain. Labels that almost match as close by as the pods of another namespace are likelier than these;
    these are likelier than a workload that is only guessed at.
    """
    if not wiring.selection.judgeable:
        return None
    ordinals = find_out_of_range(wiring)
    if ordinals:
        return ordinals
    displaced = find_displaced(wiring)
    miss = find_near_miss(wiring, workspace, wiring.selection.scope)
    if miss and wiring.selection.operator_made and miss.kind not in STRUCTURAL:
        miss = None
    if displaced and not (miss and _is_likelier(miss, displaced, wiring)):
        return displaced
    return miss


def _is_likelier(miss: NearMiss, displaced: Displaced, wiring: Wiring) -> bool:
    elsewhere = wiring.selection.elsewhere_scope
    as_close = elsewhere is None or miss.scope <= elsewhere
    return not displaced.proof or (miss.kind <= Kind.VALUE and as_close)
