"""Makes a finding into a diagnostic: severity, the object's name, notes sorted by what they are."""

from typing import Any

from svclint.model.resource import Resource
from svclint.rule.diagnostic import Diagnostic, ObjectName, Related
from svclint.rule.finding import Finding, Voice
from svclint.rule.rule import Rule
from svclint.rule.selection import Selection
from svclint.rule.severity import Severity
from svclint.source.place import Place


def stamp(rule: Rule, subject: Any, finding: Finding, selection: Selection) -> Diagnostic:
    """The diagnostic of a finding: its severity comes from the settings, else the rule and the class, less one step where lowered."""
    category = finding.category or rule.category
    severity = rule.level(finding.category)
    if finding.category in (None, rule.category):
        severity = selection.severity_of(rule) or severity
    if finding.lowered:
        severity = Severity(max(severity - 1, Severity.INFO))
    notes = finding.notes
    return Diagnostic(
        place=finding.place,
        rule=rule,
        category=category,
        severity=severity,
        message=finding.message,
        label=finding.label,
        field=finding.field,
        reason=finding.reason,
        related=tuple(Related(note.at, note.text) for note in notes if note.at),
        helps=tuple(note.text for note in notes if not note.at and note.voice is Voice.HELP),
        notes=tuple(note.text for note in notes if not note.at and note.voice is Voice.NOTE),
        fix=finding.fix,
        subject=object_name(subject),
        parameters=finding.parameters,
    )


def crashed_diagnostic(crash_rule: Rule, rule: Rule, subject: Any, error: Exception) -> Diagnostic:
    """The diagnostic that names a rule that raised, at the object it was looking at."""
    return Diagnostic(
        place=_place(subject),
        rule=crash_rule,
        category=crash_rule.category,
        severity=Severity.ERROR,
        message=f"the rule {rule.name} failed here: {type(error).__name__}: {error}",
        notes=("this is a mistake in svclint, not in the manifest; please report it with this manifest",),
        helps=(f"go on without the rule: --ignore {rule.name}",),
        subject=object_name(subject),
        parameters=(rule.name,),
    )


def object_name(subject: Any) -> ObjectName | None:
    """The object that a subject is about; None for a document that is none."""
    one = resource_of(subject)
    return ObjectName(one.api_version, one.kind, one.namespace, one.name) if one else None


def resource_of(subject: Any) -> Resource | None:
    """The object that a subject is about, as it is deployed if that is known."""
    about: Resource | None = subject if isinstance(subject, Resource) else getattr(subject, "about", None)
    return about


def _place(subject: Any) -> Place:
    one = resource_of(subject)
    place = one.place if one else getattr(subject, "place", None)
    if not isinstance(place, Place):
        raise TypeError(f"a rule has a subject that no place is known of: {subject!r}")
    return place
