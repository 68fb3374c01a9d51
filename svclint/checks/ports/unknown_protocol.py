"""A protocol that Services do not have."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Edit, Fix, Safety

_PROTOCOLS = ("TCP", "UDP", "SCTP")


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report each protocol that is none of the three, spelled exactly so."""
    for error in verdict.caused_by(Cause.PROTOCOL):
        written = str(error.at.value)
        meant = written.strip().upper()
        fix = None
        if meant in _PROTOCOLS and error.at.written:
            fix = Fix(
                f"write it in capitals: `protocol: {meant}`", Safety.SAFE, (Edit(error.at.place, _in_style(error.at.place.text, meant)),)
            )
        yield Finding(
            error.at,
            f'"{written}" is not a protocol of Services',
            (written,),
            reason=error.reason.value,
            label="no such protocol",
            notes=(Note("the protocols are TCP, UDP and SCTP, spelled exactly so", voice=Voice.NOTE if fix else Voice.HELP), *_hint(meant)),
            fix=fix,
        )


def _hint(meant: str) -> tuple[Note, ...]:
    """Where a protocol above TCP belongs."""
    if not meant.isalnum() or meant in _PROTOCOLS:
        return ()
    return (Note(f"what is spoken over the connection goes into `appProtocol`: {meant.lower()}", voice=Voice.HELP),)


def _in_style(written: str, value: str) -> str:
    """The value in double quotes where it was in those: JSON needs them."""
    return f'"{value}"' if written.startswith('"') else value


RULE = Rule(
    name="unknown-protocol",
    code="SVC210",
    summary="the protocol of a port is none that Services have",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
    fixes="safe",
)
