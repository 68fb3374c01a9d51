"""A targetPort that is neither a port number nor a possible name of one."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.syntax import is_port_number
from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.checks.spelling import spelling_note
from svclint.model.located import Located
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Edit, Fix, Safety


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report each target port once, with all that the server holds against it."""
    by_field: dict[str, list[LocatedError]] = {}
    for error in verdict.caused_by(Cause.TARGET_PORT):
        by_field.setdefault(error.field, []).append(error)
    for errors in by_field.values():
        yield _finding(errors)


def _finding(errors: list[LocatedError]) -> Finding:
    at, reason = errors[0].at, errors[0].reason.value
    if not isinstance(at.value, str):
        help_ = Note("give the number that the container listens on, from 1 to 65535, or the name of its port", voice=Voice.HELP)
        message = f"targetPort {at.value} is outside 1-65535"
        return Finding(at, message, (str(at.value),), reason, (help_, *spelling_note(at)), label="not a port number")
    if _is_number(at.value):
        note = Note("in quotes it is the name of a container port, and a name needs a letter")
        message = f'targetPort "{at.value}" is text, not a number'
        return Finding(at, message, (at.value,), reason, (note,), _unquoted(at), label="a port name of digits only")
    faults = Note(f"it {'; '.join(error.message for error in errors)}")
    help_ = Note("use the name that the container declares for its port, or the number that it listens on", voice=Voice.HELP)
    message = f'targetPort "{at.value}" is not a port name'
    return Finding(at, message, (at.value,), reason, (faults, help_), label="not a port name")


def _is_number(text: str) -> bool:
    number = text.lstrip("0")
    return number.isascii() and number.isdigit() and len(number) <= 5 and is_port_number(int(number))


def _unquoted(at: Located[str]) -> Fix | None:
    """The fix for a number in quotes; a port number in quotes can mean nothing else."""
    number = at.value.lstrip("0")
    return Fix(f"remove the quotes: `targetPort: {number}`", Safety.SAFE, (Edit(at.place, number),)) if at.written else None


RULE = Rule(
    name="invalid-target-port",
    code="SVC212",
    summary="a targetPort is neither a port number nor a port name",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
    fixes="safe",
)
