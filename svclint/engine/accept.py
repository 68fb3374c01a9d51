"""Takes out the findings about changes that the settings accept."""

from collections.abc import Iterable

from svclint.policy.settings import Settings
from svclint.rule.diagnostic import Diagnostic


def accept(diagnostics: Iterable[Diagnostic], settings: Settings) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The diagnostics that are left, and those that the settings accept by object and rule, both in their order.

    An absent namespace is the default one, in the manifest and in the settings alike.
    """
    default = settings.default_namespace
    accepted = {(one.rule, one.namespace or default, one.kind, one.name) for one in settings.accept}
    kept: list[Diagnostic] = []
    silent: list[Diagnostic] = []
    for one in diagnostics:
        subject = one.subject
        known = subject is not None and (one.rule.name, subject.namespace or default, subject.kind, subject.name) in accepted
        (silent if known else kept).append(one)
    return tuple(kept), tuple(silent)
