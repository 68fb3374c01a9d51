"""An external IP that cannot be one."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.checks.addresses import address_words
from svclint.checks.faulty import by_value, cut
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report each entry of externalIPs that is no address, or one that has a special meaning."""
    for error, faults in by_value(verdict.caused_by(Cause.EXTERNAL_IP)):
        address = str(error.at.value)
        message, label, notes = address_words("external IP", address, faults)
        help_ = Note("give an address that the network routes to the nodes", voice=Voice.HELP)
        yield Finding(error.at, message, (cut(address),), error.reason.value, (help_, *notes), label=label)


RULE = Rule(
    name="invalid-external-ip",
    code="SVC116",
    summary="an external IP is not an address that a Service can have",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
    options=("kubernetes-version",),
)
