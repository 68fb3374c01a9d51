"""A Service before and after an edit: the subject of the rules of change."""

from typing import Self

from svclint.apiserver.verdict import Verdict
from svclint.apiserver.verdict_update import judge_update
from svclint.model.service import Service
from svclint.policy.cluster import ClusterPolicy
from svclint.record import NamedTuple
from svclint.workspace.universe import Membership

_NO_HOME = Membership()


class _Pair(NamedTuple):
    before: Service | None
    after: Service | None


class Transition(_Pair):
    """A Service before and after an edit; `before` None for a new one, `after` None for a deleted one.

    `live` is the Service as a cluster printed it, where that is the previous version: `before` is then only what was written of it, or
    is now.
    `how` is the way of applying (request.WAYS); `home` is the kustomization whose build this is, if it is one's.
    """

    live: Service | None
    how: str
    home: Membership
    _judged: tuple[tuple[ClusterPolicy, str], Verdict] | None = None

    def __new__(
        cls,
        before: Service | None,
        after: Service | None,
        live: Service | None = None,
        how: str = "apply",
        home: Membership = _NO_HOME,
    ) -> Self:
        """A pair, and what else is known of it."""
        made = super().__new__(cls, before, after)
        made.live = live
        made.how = how
        made.home = home
        return made

    @property
    def about(self) -> Service | None:
        """The object that is judged."""
        return self.after or self.before

    def update(self, cluster: ClusterPolicy, kubernetes_version: str) -> Verdict | None:
        """The verdict on applying `after` where `before` is; None where there is no update. Several rules ask: it is worked out once."""
        if self.before is None or self.after is None:
            return None
        if self._judged is None or self._judged[0] != (cluster, kubernetes_version):
            verdict = judge_update(self.before, self.after, cluster, kubernetes_version, self.how, self.live)
            self._judged = (cluster, kubernetes_version), verdict
        return self._judged[1]
