"""A name of a Service port that is no DNS label."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.syntax import label_faults
from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.pattern import pattern

_ODD = pattern(r"[^a-z0-9]+")


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report each name once, with all that the server holds against it."""
    by_field: dict[str, list[LocatedError]] = {}
    for error in verdict.caused_by(Cause.PORT_NAME):
        by_field.setdefault(error.field, []).append(error)
    for errors in by_field.values():
        at, name = errors[0].at, str(errors[0].at.value)
        yield Finding(
            at,
            f'port name "{name}" is no DNS label',
            (name,),
            reason=errors[0].reason.value,
            label="not a name of a Service port",
            notes=(Note(_help(name), voice=Voice.HELP), *(Note(f"it {error.message}") for error in errors if "label" not in error.message)),
        )


def _help(name: str) -> str:
    """What to write instead: the nearest label, where there is one."""
    label = _ODD.sub("-", name.lower()).strip("-")[:63].rstrip("-")
    form = "small letters, digits and hyphens, a letter or a digit at both ends, at most 63 in all"
    return f"write {form}" if not label or any(label_faults(label)) else f'write "{label}", for instance: {form}'


RULE = Rule(
    name="invalid-port-name",
    code="SVC206",
    summary="the name of a Service port is no DNS label",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
