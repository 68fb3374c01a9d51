"""A Service type that Kubernetes does not have."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.checks.written import respelled
from svclint.model.service import SERVICE_TYPES
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Fix, Safety
from svclint.source.nearest import nearest


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report the type, and the one that was meant."""
    for error in verdict.caused_by(Cause.UNKNOWN_TYPE):
        written = str(error.at.value)
        meant = nearest(written, SERVICE_TYPES)
        fix = None
        edit = respelled(error.at, meant) if meant else None
        if meant and edit:
            safety = Safety.SAFE if meant.lower() == written.lower() else Safety.UNSAFE
            fix = Fix(f"did you mean `type: {meant}`?", safety, (edit,))
        known = ", ".join(SERVICE_TYPES)
        yield Finding(
            error.at,
            f'"{written}" is not a Service type',
            (written,),
            reason=error.reason.value,
            label="no such type",
            notes=(Note(f"the types are {known}, spelled exactly so", voice=Voice.NOTE if fix else Voice.HELP),),
            fix=fix,
        )


RULE = Rule(
    name="unknown-service-type",
    code="SVC108",
    summary="the type of a Service is none that Kubernetes has",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
    fixes="safe, unsafe",
)
