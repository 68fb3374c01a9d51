"""The Service that a reference to one that does not exist probably means, found among those close by."""

from collections.abc import Iterator

from svclint.model.service import ExternalNameService, Service
from svclint.record import NamedTuple
from svclint.source.nearest import distance
from svclint.workspace.evidence import differs_in_a_word, is_part, numbers_in
from svclint.workspace.lacking import lacks
from svclint.workspace.reliance import Reliance
from svclint.workspace.scope import Scope, nearness
from svclint.workspace.similar import folded
from svclint.workspace.workspace import Workspace

_SAYS_NOTHING = frozenset(("svc", "service", "srv", "server", "app"))
_SAME, _PART, _LETTERS, _NAMESPACE = range(4)


class NearName(NamedTuple):
    """A Service that a reference misses by a few letters, or, with `displaced`, by its namespace alone."""

    service: Service
    scope: Scope
    displaced: bool = False


def find_near_name(reliance: Reliance, workspace: Workspace) -> NearName | None:
    """The likeliest Service in the innermost scope around the object that has one; None where there is none.

    A name that exists in another namespace is a mistake only in one file or in what is deployed together.
    """
    name = reliance.reference.name.value
    elsewhere = any(reliance.standing.directory.named(universe, name) for universe in reliance.standing.around)
    for universe in reliance.standing.close:
        together = universe.membership.is_set
        found: dict[Scope, list[tuple[int, int, str, Service]]] = {}
        for service in reliance.standing.directory.similar(reliance.source, universe, name):
            scope, _ = nearness(reliance.source, service, together=together)
            if scope is Scope.OUTWARD:
                continue
            if elsewhere:
                if _is_displaced(reliance, service, scope):
                    found.setdefault(scope, []).append((_NAMESPACE, 0, service.name, service))
                continue
            for kind, steps in _likeness(reliance, service, scope, workspace):
                found.setdefault(scope, []).append((kind, steps, service.name, service))
        if found:
            scope = min(found)
            best = min(found[scope], key=lambda one: one[:3])
            if best[0] != _PART or len({one[2] for one in found[scope] if one[0] == _PART}) == 1:
                return NearName(best[3], scope, best[0] == _NAMESPACE)
    return None


def _is_displaced(reliance: Reliance, service: Service, scope: Scope) -> bool:
    """Whether only the namespaces differ, and both are written: no way of applying the two makes them meet."""
    wanted = reliance.reference.leads_to
    return (
        scope in (Scope.FILE, Scope.SET)
        and not reliance.standing.build
        and service.name == reliance.reference.name.value
        and bool(wanted and service.namespace)
        and wanted != service.namespace
    )


def _likeness(reliance: Reliance, service: Service, scope: Scope, workspace: Workspace) -> Iterator[tuple[int, int]]:
    """How a Service's name is like the one that is asked for, as its file has it; nothing where it is not meant."""
    wanted, found = folded(reliance.reference.name.value), folded(reliance.standing.directory.origin_of(service).name)
    spaces = reliance.standing.spaces(reliance.source, reliance.written_namespace)
    if spaces is not None and not reliance.standing.directory.same_namespace(service, spaces):
        return
    is_governed = reliance.source.kind == "StatefulSet"
    fits = service.is_headless if is_governed else not isinstance(service, ExternalNameService) and not lacks(service, reliance.reference)
    if wanted == found:
        yield _SAME, 0
        return
    if not fits or numbers_in(wanted) != numbers_in(found):
        return
    claimed = bool(workspace.relying_on(service))
    if not claimed and is_part(wanted, found) and (scope is Scope.FILE or (reliance.reference.port and _says_nothing(wanted, found))):
        yield _PART, 0
        return
    most = min(2, max(len(wanted), len(found)) // 4)
    steps = distance(wanted, found, most) if most else 1
    if steps <= most and (not claimed or differs_in_a_word(wanted, found)):
        yield _LETTERS, steps


def _says_nothing(wanted: str, found: str) -> bool:
    """Whether the names differ by a word only that any Service may have; web and web-metrics are two."""
    words, others = set(wanted.split("-")), set(found.split("-"))
    return words ^ others <= _SAYS_NOTHING
