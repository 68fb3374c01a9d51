"""One node port asked for twice inside one Service."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report the later entry; two protocols of one `port` may share a node port, nothing else may.

    An entry that is the same as another in port and protocol is port-repeated's.
    """
    whole = {error.at.path for error in verdict.caused_by(Cause.PORT_REPEATED)}
    for error in verdict.caused_by(Cause.NODE_PORT_REPEATED):
        if error.at.path.parent in whole:
            continue
        notes = [Note("give each entry its own nodePort, or leave this one out and let the cluster choose", voice=Voice.HELP)]
        if error.other:
            notes.insert(0, Note("first asked for here", error.other.place))
        notes.append(Note("one number serves two entries only where they share one `port` under two protocols"))
        yield Finding(
            error.at,
            f"nodePort {error.at.value} is asked for twice in this Service",
            (str(error.at.value),),
            reason=error.reason.value,
            label="already taken above",
            notes=tuple(notes),
        )


RULE = Rule(
    name="node-port-repeated",
    code="SVC203",
    summary="one Service asks for the same node port twice",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
