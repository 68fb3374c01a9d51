"""Each Service beside what it was: found by its path and identity, or followed to another file by its identity."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple, Self

from svclint.apiserver.verdict import Verdict, judge_update
from svclint.model.service import Service
from svclint.policy.cluster import ClusterPolicy
from svclint.workspace.moved import Together, follow


class _Pair(NamedTuple):
    before: Service | None
    after: Service | None


class Transition(_Pair):
    """A Service before and after an edit; `before` None for a new one, `after` None for a deleted one.

    `live` is the Service as a cluster printed it, where that is the previous version: `before` is then only what was written of it, or
    is now.
    `how` is the way of applying (request.WAYS).
    """

    live: Service | None
    how: str
    _judged: tuple[tuple[ClusterPolicy, str], Verdict] | None = None

    def __new__(cls, before: Service | None, after: Service | None, live: Service | None = None, how: str = "apply") -> Self:
        """A pair, and what else is known of it."""
        made = super().__new__(cls, before, after)
        made.live = live
        made.how = how
        return made

    def update(self, cluster: ClusterPolicy, kubernetes_version: str) -> Verdict | None:
        """The verdict on applying `after` where `before` is; None where there is no update. Several rules ask: it is worked out once."""
        if self.before is None or self.after is None:
            return None
        if self._judged is None or self._judged[0] != (cluster, kubernetes_version):
            verdict = judge_update(self.before, self.after, cluster, kubernetes_version, self.how, self.live)
            self._judged = (cluster, kubernetes_version), verdict
        return self._judged[1]


def pair_versions(
    before: Iterable[Service],
    after: Iterable[Service],
    default_namespace: str,
    together: Together = lambda _old, _new: True,
    how: str = "apply",
) -> tuple[Transition, ...]:
    """Pair the Services of the files that differ. Unchanged files are in neither list.

    Two Services are one where path and identity agree; the rest are followed to other files by identity, as far as `together` says
    that what stood in the one file may be deployed from the other now. One identity may stand in many files, overlays say: those are
    never mixed, and where nobody can tell which became which nothing is said. An absent namespace is `default_namespace`.
    """
    old, new = _by_path(before), _by_path(after)
    pairs = [Transition(one, other, how=how) for key in old for one, other in zip(old[key], new.get(key, ()), strict=False)]
    paired = {id(side) for pair in pairs for side in pair}
    gone = _by_identity((one for ones in old.values() for one in ones if id(one) not in paired), default_namespace)
    come = _by_identity((one for ones in new.values() for one in ones if id(one) not in paired), default_namespace)
    for identity in sorted(gone.keys() | come.keys()):
        moved, left, right = follow(gone.get(identity, []), come.get(identity, []), together)
        pairs += [Transition(one, other, how=how) for one, other in moved]
        pairs += [Transition(one, None, how=how) for one in left] + [Transition(None, one, how=how) for one in right]
    return tuple(pairs)


def _by_path(services: Iterable[Service]) -> dict[tuple[str, tuple[str, str, str]], list[Service]]:
    found = defaultdict(list)
    for service in services:
        found[service.file.path, service.identity].append(service)
    return found


def _by_identity(services: Iterable[Service], default_namespace: str) -> dict[tuple[str, str], list[Service]]:
    found = defaultdict(list)
    for service in services:
        found[service.namespace or default_namespace, service.name].append(service)
    return found
