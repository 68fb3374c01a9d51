"""What an edit took away from under a reference: a Service, or the port of one, that it led to before."""

from collections.abc import Hashable, Iterator

from svclint.model.service import Service, ServicePort
from svclint.record import NamedTuple
from svclint.workspace.lacking import find_lacking, has
from svclint.workspace.reliance import Reliance
from svclint.workspace.workspace import Workspace


class LeftBehind(NamedTuple):
    """A reference that led to `before`, and to its `port`, where that is what is gone; `port` is None where the Service is."""

    reliance: Reliance
    before: Service
    port: ServicePort | None = None


def find_left_behind(before: Service, workspace: Workspace) -> Iterator[LeftBehind]:
    """The references, the same before and after the edit, that led to a Service or its port and now lead nowhere."""
    if workspace.earlier is None:
        return
    old = {_key(one): one.reference.name.value for one in workspace.earlier.relying_on(before)}
    for name in dict.fromkeys(old.values()):
        for reliance in workspace.naming(name):
            if _key(reliance) in old and (left := _left_behind(reliance, before)):
                yield left


def was_left_behind(reliance: Reliance, workspace: Workspace) -> bool:
    """Whether an edit is to blame for a reference that leads nowhere: its rule is still-referenced."""
    if workspace.earlier is None:
        return False
    key = _key(reliance)
    return any(
        _key(old) == key and any(_left_behind(reliance, service) for service in old.found.services)
        for old in workspace.earlier.naming(reliance.reference.name.value)
    )


def _left_behind(reliance: Reliance, before: Service) -> LeftBehind | None:
    if reliance.is_missing:
        return None if reliance.anywhere else LeftBehind(reliance, before)
    if not find_lacking(reliance):
        return None
    port = next((port for port in before.ports if has(port, reliance.reference)), None)
    return LeftBehind(reliance, before, port) if port else None


def _key(reliance: Reliance) -> Hashable:
    """What makes two references the same before and after an edit."""
    reference = reliance.reference
    port = reference.port.value if reference.port else None
    return (reliance.source.identity, reference.name.value, reliance.written_namespace, port, reliance.home.title)
