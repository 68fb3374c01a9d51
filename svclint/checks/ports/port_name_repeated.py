"""One name for two ports of a Service."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report the later port of each pair."""
    for error in verdict.caused_by(Cause.PORT_NAME_REPEATED):
        first = (Note("first used here", error.other.place),) if error.other else ()
        help_ = Note("give this port a name of its own; who refers to a port by name must find one", voice=Voice.HELP)
        yield Finding(
            error.at,
            f'port name "{error.at.value}" is used twice in this Service',
            (str(error.at.value),),
            reason=error.reason.value,
            label="already used above",
            notes=(*first, help_),
        )


RULE = Rule(
    name="port-name-repeated",
    code="SVC208",
    summary="two ports of a Service have one name",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
