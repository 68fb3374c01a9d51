"""Labels whose values change with every upgrade, whoever writes them. Data (semantics.md §4.2)."""

from svclint.record import NamedTuple
from svclint.source.pattern import pattern

_FULL = pattern(r"v?[0-9]+\.[0-9]+\.[0-9]+([-_.][A-Za-z0-9._-]*)?\Z")
_CHART = pattern(r".+-v?[0-9]+\.[0-9]+\.[0-9]+([-_.][A-Za-z0-9._-]*)?\Z")
_VERSIONS = frozenset({"app.kubernetes.io/version", "version"})
_CHARTS = frozenset({"helm.sh/chart", "chart"})
_ROLLOUT, _UPGRADE, _JOB = "with every rollout", "with every upgrade", "with every Job"
_HASHES = {
    "pod-template-hash": (_ROLLOUT, "the Deployment controller makes this hash"),
    "rollouts-pod-template-hash": (_ROLLOUT, "Argo Rollouts makes this hash, and keeps the live Service up to date itself"),
    "controller-revision-hash": (_ROLLOUT, "the StatefulSet or DaemonSet controller makes this hash"),
    "pod-template-generation": (_ROLLOUT, "the DaemonSet controller counts this up"),
    "controller-uid": (_JOB, "the id of one Job in one cluster"),
    "batch.kubernetes.io/controller-uid": (_JOB, "the id of one Job in one cluster"),
}


class Volatile(NamedTuple):
    """`when` a label's value changes, and `why`. `chosen`: people write it, so several values may stand side by side on purpose."""

    when: str
    why: str
    chosen: bool


def volatile(key: str, value: str) -> Volatile | None:
    """Why a label changes with every upgrade; None where it need not.

    Only by construction: `version: v1` tells two versions apart that run side by side, `version: 1.4.2` is a release.
    """
    if key in _HASHES:
        return Volatile(*_HASHES[key], chosen=False)
    if key in _VERSIONS and _FULL.match(value):
        return Volatile(_UPGRADE, "each release has another version", chosen=True)
    if key in _CHARTS and _CHART.match(value):
        return Volatile(_UPGRADE, "each release of the chart has another version", chosen=True)
    return None
