"""Services that stand where another one stood: the same in all but the name or the namespace."""

from collections import defaultdict
from collections.abc import Iterable

from svclint.model.service import Service
from svclint.workspace.transitions import Transition


def find_renamed(transitions: Iterable[Transition]) -> dict[Service, Transition]:
    """For each new Service that took the place of one that is gone, the edit that took that away.

    Both stand in one file, and are deployed together. They are one where the ports agree, and the selector as well, the old name in its
    values replaced by the new one or not; with the name kept, where one of the two does. Where several fit, nobody can tell.
    """
    gone: dict[tuple[str, str], list[Transition]] = defaultdict(list)
    come: dict[tuple[str, str], list[Service]] = defaultdict(list)
    for pair in transitions:
        home = pair.home.title if pair.home.is_built else ""
        if pair.after is None and pair.before is not None:
            gone[pair.before.file.path, home].append(pair)
        elif pair.before is None and pair.after is not None:
            come[pair.after.file.path, home].append(pair.after)
    found: dict[Service, Transition] = {}
    for key, olds in gone.items():
        fits = [(pair, new) for pair in olds for new in come.get(key, ()) if pair.before and _is_same(pair.before, new)]
        found |= {new: pair for pair, new in fits if sum(one is pair or other is new for one, other in fits) == 1}
    return found


def _is_same(old: Service, new: Service) -> bool:
    if not (old.name and new.name) or old.is_headless != new.is_headless:
        return False
    ports = _ports(old) == _ports(new) and bool(old.ports)
    if old.name == new.name:
        return ports or (bool(old.selector) and _selector(old) == _selector(new)) or _alias(old) == _alias(new) != ""
    if not old.selector and not new.selector:
        return _alias(old) == _alias(new) and (ports or _alias(old) != "")
    return ports and _selector(new) in (_selector(old), _selector(old, old.name, new.name))


def _ports(service: Service) -> list[tuple[int | None, str | None]]:
    return [(port.port.value, port.protocol.value) for port in service.ports]


def _selector(service: Service, name: str = "", becomes: str = "") -> dict[str, str]:
    """The selector; with a name, as it is where that one becomes another."""
    return {key: value.value.replace(name, becomes) if name else value.value for key, value in service.selector.items()}


def _alias(service: Service) -> str:
    return service.spec.word("externalName") or ""
