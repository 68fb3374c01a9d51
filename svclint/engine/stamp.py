"""Makes a finding into a diagnostic: severity, the object's name, notes sorted by what they are."""

from typing import Any

from svclint.apiserver.verdict import Verdict
from svclint.model.directive import Malformed
from svclint.model.resource import Resource
from svclint.rule.diagnostic import Diagnostic, ObjectName, Related
from svclint.rule.finding import Finding, Voice
from svclint.rule.rule import Rule
from svclint.rule.selection import Selection
from svclint.rule.severity import Severity
from svclint.rule.suppression import Suppression, Unused
from svclint.source.place import Place
from svclint.workspace.guarding import Guarding
from svclint.workspace.reliance import Reliance
from svclint.workspace.transitions import Transition
from svclint.workspace.watching import Watching
from svclint.workspace.wiring import Wiring
from svclint.yaml.document import Document


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
    if isinstance(subject, (Verdict, Wiring)):
        return subject.service
    if isinstance(subject, Watching):
        return subject.monitor
    if isinstance(subject, Guarding):
        return subject.policy
    if isinstance(subject, Reliance):
        return subject.reference.source
    if isinstance(subject, Transition):
        return subject.after or subject.before
    return subject if isinstance(subject, Resource) else None


def _place(subject: Any) -> Place:
    if isinstance(subject, Document):
        return Place(subject.file, subject.begin, subject.begin)
    if isinstance(subject, (Suppression, Unused)):
        return subject.directive.place
    if isinstance(subject, Malformed):
        return subject.place
    one = resource_of(subject)
    if one is None:
        raise TypeError(f"a rule has a subject that no place is known of: {subject!r}")
    return one.place
