"""A Service port that is missing or no port number."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.checks.spelling import spelling_note
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report each `port` outside 1-65535; a missing one is 0 to the server."""
    for error in verdict.caused_by(Cause.PORT_NUMBER):
        if error.at.written or error.at.value:
            message, label = f"port {error.at.value} is outside 1-65535", "not a port number"
            note = Note("give the number that clients of the Service dial, from 1 to 65535", voice=Voice.HELP)
        else:
            message, label = "this entry has no `port`", "`port` is missing here"
            note = Note("add `port:` with the number that clients of the Service dial", voice=Voice.HELP)
        yield Finding(
            error.at, message, (str(error.at.value),), reason=error.reason.value, label=label, notes=(note, *spelling_note(error.at))
        )


RULE = Rule(
    name="invalid-port-number",
    code="SVC205",
    summary="a Service port is missing or outside 1-65535",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
