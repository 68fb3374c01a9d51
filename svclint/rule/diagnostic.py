"""A finding with all that the engine adds: what the renderers print."""

from svclint.record import NamedTuple
from svclint.rule.rule import Rule
from svclint.rule.severity import Category, Severity
from svclint.source.edit import Fix
from svclint.source.place import Place


class Related(NamedTuple):
    """Another place involved, and what it is."""

    place: Place
    message: str


class ObjectName(NamedTuple):
    """The object that a diagnostic is about. `namespace` is empty where the manifest sets none."""

    api_version: str
    kind: str
    namespace: str
    name: str


class Diagnostic(NamedTuple):
    """One finding, ready to be printed. `helps` and `notes` are lines of text; `field`, `reason` as in Finding.

    Rule, object, field and the message's `parameters` identify it across edits; its place does not. The `fingerprint` is made
    of them: 16 hexadecimal digits, and `:2` behind those of the second that is otherwise the same.
    """

    place: Place
    rule: Rule
    category: Category
    severity: Severity
    message: str
    label: str = ""
    field: str = ""
    reason: str = ""
    related: tuple[Related, ...] = ()
    helps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    fix: Fix | None = None
    subject: ObjectName | None = None
    parameters: tuple[str, ...] = ()
    fingerprint: str = ""

    @property
    def identity(self) -> str:
        """The fingerprint without the number of a repeat: what makes it the same finding in another text."""
        return self.fingerprint.partition(":")[0]

    def order(self) -> tuple[str, int, int, str, int, str, tuple[tuple[str, int, str], ...]]:
        """Sorts by path, place and code: the same in every run. What kustomizations make of one place differs in what is related."""
        related = tuple((one.place.file.path, one.place.begin, one.message) for one in self.related)
        return (self.place.file.path, self.place.begin, self.place.end, self.rule.code, -self.severity, self.message, related)
