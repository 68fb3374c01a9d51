"""Each Service as it is deployed beside what it was: the Services of two workspaces, paired."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeAlias

from svclint.model.service import Service
from svclint.workspace.facts import FileFacts
from svclint.workspace.moved import Together, follow
from svclint.workspace.transitions import Transition
from svclint.workspace.wiring import Wiring

Wirings: TypeAlias = Iterable[tuple[Wiring, ...]]


class Side:
    """The Services of one version of the workspace that the edit may have changed.

    `changed` are the paths of the files that differ, and of those that a kustomization builds from now and did not, or the other way
    round: a Service is concerned where its own file is among them, or a file of the kustomization that builds it.
    """

    def __init__(self, files: Iterable[FileFacts], wirings: Wirings, changed: frozenset[str], default_namespace: str) -> None:
        self._default = default_namespace
        self._unread = frozenset(facts.file.path for facts in files if facts.unread)
        self.wirings = [one for group in wirings for one in group if _concerns(one, changed)]
        self.of = {one.service: one for one in self.wirings}

    def by(self, key: Callable[[Wiring], Hashable], without: Iterable[Wiring] = ()) -> dict[Hashable, list[Wiring]]:
        """The Services by what identifies them, in the order of their places."""
        left_out = set(without)
        found: dict[Hashable, list[Wiring]] = defaultdict(list)
        for one in self.wirings:
            if one not in left_out:
                found[key(one)].append(one)
        return found

    def identity(self, one: Wiring) -> Hashable:
        """The object that a Service is to the cluster."""
        return one.service.namespace or self._default, one.service.name

    def may_hold(self, one: Wiring) -> bool:
        """Whether a Service that only the other side shows may stand in what could not be read or carried out on this one."""
        if one.origin.file.path in self._unread or not one.home.sources.isdisjoint(self._unread):
            return True
        return any(other.home.title == one.home.title and other.home.unapplied for other in self.wirings)


def pair_sides(old: Side, new: Side, together: Together, how: str) -> Iterator[Transition]:
    """Pair what was with what is.

    Two Services are one where they stand in one file, are built by one kustomization, and have one identity. The rest are followed:
    into or out of a kustomization that builds from the same file, or to another file, by identity, as far as `together` says that what
    stood in the one may be deployed from the other now. One identity may stand in many files, overlays say: those are never mixed.
    """
    before, after = old.by(_exactly), new.by(_exactly)
    pairs = [pair for key in before for pair in zip(before[key], after.get(key, ()), strict=False)]
    by_file = {_in_file(one): one for one in reversed(old.wirings)}
    paired = {after for _, after in pairs}
    pairs += [(by_file[_in_file(one)], one) for one in new.wirings if one not in paired and _in_file(one) in by_file]
    yield from (Transition(one.service, other.service, how=how, home=other.home) for one, other in pairs)
    gone = old.by(old.identity, (one for one, _ in pairs))
    come = new.by(new.identity, (other for _, other in pairs))
    for identity in sorted(gone.keys() | come.keys(), key=str):
        moved, left, right = follow(_services(gone.get(identity)), _services(come.get(identity)), together)
        yield from (Transition(one, other, how=how, home=new.of[other].home) for one, other in moved)
        yield from (Transition(one, None, how=how, home=old.of[one].home) for one in left if not new.may_hold(old.of[one]))
        yield from (Transition(None, one, how=how, home=new.of[one].home) for one in right if not old.may_hold(new.of[one]))


def _services(wirings: list[Wiring] | None) -> list[Service]:
    return [one.service for one in wirings or ()]


def _concerns(one: Wiring, changed: frozenset[str]) -> bool:
    return one.origin.file.path in changed or not one.home.sources.isdisjoint(changed)


def _exactly(one: Wiring) -> Hashable:
    return one.home.title if one.home.is_built else "", one.origin.file.path, one.service.identity


def _in_file(one: Wiring) -> Hashable:
    return one.origin.file.path, one.service.identity
