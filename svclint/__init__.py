"""A static type checker for Kubernetes Service wiring: what a program may use.

Everything is imported at its first use, so that `import svclint` costs nothing.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svclint.policy.cluster import ClusterPolicy
    from svclint.policy.settings import Settings
    from svclint.rule.diagnostic import Diagnostic
    from svclint.rule.report import Report
    from svclint.rule.severity import Category, Severity
    from svclint.version import VERSION as __version__  # noqa: N811 - what Python calls it

__all__ = ["Category", "ClusterPolicy", "Diagnostic", "Report", "Settings", "Severity", "__version__", "check"]

_HOMES = {
    "Category": ("svclint.rule.severity", "Category"),
    "ClusterPolicy": ("svclint.policy.cluster", "ClusterPolicy"),
    "Diagnostic": ("svclint.rule.diagnostic", "Diagnostic"),
    "Report": ("svclint.rule.report", "Report"),
    "Settings": ("svclint.policy.settings", "Settings"),
    "Severity": ("svclint.rule.severity", "Severity"),
    "__version__": ("svclint.version", "VERSION"),
}


def __getattr__(name: str) -> object:
    """A public name, imported at its first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'svclint' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - see above

    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def check(paths: Sequence[str], settings: "Settings | None" = None, against: str = "auto") -> "Report":
    """Read what the paths name, with all around it that they may refer to, and judge it.

    `settings` None means those of the repository that the paths lie in; `against` is the previous version to compare
    with: auto, none, a revision, a directory or a file. Raises svclint.discover.trouble.DiscoverError where `against` names nothing or a
    named path is missing, and svclint.config.error.ConfigErrors where the settings file is wrong.
    """
    from svclint.face import check_paths  # noqa: PLC0415 - importing svclint must cost nothing

    return check_paths(paths, settings, against)
