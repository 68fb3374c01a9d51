"""A timeout of session affinity that is too short or too long."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.checks.spelling import spelling_note
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject

_HELP = "give a time of up to a day; without one it is 10800 seconds, three hours"


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report the timeout outside 1 to 86400 seconds, which is a day."""
    for error in verdict.caused_by(Cause.SESSION_TIMEOUT):
        seconds = str(error.at.value)
        yield Finding(
            error.at,
            f"timeoutSeconds {seconds} is outside 1-86400",
            (seconds,),
            reason=error.reason.value,
            label="more than a day" if not seconds.startswith(("-", "0")) else "less than a second",
            notes=(Note(_HELP, voice=Voice.HELP), *spelling_note(error.at)),
        )


RULE = Rule(
    name="invalid-session-timeout",
    code="SVC118",
    summary="the timeout of session affinity is outside 1-86400 seconds",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
