"""All that a user can set, as one plain value; config/ fills it."""

from svclint.policy.accepted import Accepted
from svclint.policy.cluster import ClusterPolicy
from svclint.policy.lifecycle import LifeCycle
from svclint.policy.pods import PodSetting
from svclint.policy.referrers.path import ReferenceSetting
from svclint.policy.scopes import ScopeSetting
from svclint.record import NamedTuple

KUBERNETES_VERSIONS = tuple(f"1.{minor}" for minor in range(28, 37))
"""The versions of the API server whose behaviour is known, the oldest first."""
LEVELS = ("error", "warning", "info", "off")
"""What a rule's severity may be set to."""
APPLY = ("apply", "server-side-apply", "replace")
"""How manifests reach the cluster: kubectl apply, the same with --server-side, kubectl replace."""
FAIL_ON = ("error", "warning", "info", "never")
"""From which severity on a run fails."""


class Settings(NamedTuple):
    """The settings in force, each under its name in interface.md §5.

    `select`, `extend_select`, `ignore` hold names, codes, prefixes of codes, or ALL; None for `select` means the
    default set. `severity` pairs a rule's name with error, warning, info or off; `per_file_ignores` pairs a glob with
    selectors. `pods` are kinds that make pods in a way of their own, `references` fields that name a Service, `scopes` what is deployed
    together, `accept` changes that are meant, `baseline` the file of findings that are known (empty: the one at the root, if there is one;
    "none": none). `prefilter` off parses every document: what is reported stays the same.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    pedantic: bool = False
    fail_on: str = "warning"
    exclude: tuple[str, ...] = ()
    against: str = "auto"
    kubernetes_version: str = "1.36"
    apply: str = "apply"
    default_namespace: str = "default"
    cluster: ClusterPolicy = ClusterPolicy()
    severity: tuple[tuple[str, str], ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    lifecycle: LifeCycle = LifeCycle()
    prefilter: bool = True
    pods: tuple[PodSetting, ...] = ()
    scopes: tuple[ScopeSetting, ...] = ()
    references: tuple[ReferenceSetting, ...] = ()
    accept: tuple[Accepted, ...] = ()
    baseline: str = ""
