"""Takes out the findings about changes that the settings accept."""

from collections.abc import Iterable

from svclint.policy.settings import Settings
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Silenced, Silencer


def accept(diagnostics: Iterable[Diagnostic], settings: Settings) -> tuple[tuple[Diagnostic, ...], tuple[Silenced, ...]]:
    """The diagnostics that are left, and those that the settings accept by object and rule, both in their order.

    An absent namespace is the default one, in the manifest and in the settings alike.
    """
    default = settings.default_namespace
    accepted = {(one.rule, one.namespace or default, one.kind, one.name): one.reason for one in settings.accept}
    kept: list[Diagnostic] = []
    silent: list[Silenced] = []
    for one in diagnostics:
        subject = one.subject
        reason = accepted.get((one.rule.name, subject.namespace or default, subject.kind, subject.name)) if subject else None
        if reason is None:
            kept.append(one)
        else:
            silent.append(Silenced(one, Silencer.SETTINGS, reason))
    return tuple(kept), tuple(silent)
