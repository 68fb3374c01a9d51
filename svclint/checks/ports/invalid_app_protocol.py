"""An appProtocol that is no qualified name."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject

_FORM = Note("it is a name of at most 63 letters, digits, '-', '_' and '.', perhaps with a DNS prefix and one slash before it")


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report each value once, whatever the server holds against it."""
    for error in {error.field: error for error in verdict.caused_by(Cause.APP_PROTOCOL)}.values():
        written = str(error.at.value)
        help_ = "write a name such as http or grpc, or one with a prefix such as kubernetes.io/h2c"
        yield Finding(
            error.at,
            f'appProtocol "{written}" is no name of a protocol' if written else "appProtocol is empty",
            (written,),
            reason=error.reason.value,
            label="not a qualified name",
            notes=(Note(help_ if written else f"{help_}, or remove the field", voice=Voice.HELP), _FORM),
        )


RULE = Rule(
    name="invalid-app-protocol",
    code="SVC211",
    summary="an appProtocol is no qualified name",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
