"""What a rule speaks of. A name and no type: a rule is known before what it needs is imported."""

from enum import Enum


class Subject(Enum):
    """What a check is called with."""

    SELF = "svclint itself"
    """Nothing: the engine makes the findings."""
    DOCUMENT = "yaml.document.Document"
    SUPPRESSION = "rule.suppression.Suppression"
    MALFORMED = "model.directive.Malformed"
    UNUSED = "rule.suppression.Unused"
    SERVICE = "model.service.Service"
    VERDICT = "apiserver.verdict.Verdict"
    WIRING = "workspace.wiring.Wiring"
    TRANSITION = "workspace.transitions.Transition"
    RELIANCE = "workspace.reliance.Reliance"
    WATCHING = "workspace.watching.Watching"
    GUARDING = "workspace.guarding.Guarding"
