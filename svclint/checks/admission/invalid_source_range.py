"""A source range of a load balancer that is no range."""

from collections.abc import Iterator

from svclint.apiserver.address import parse_cidr
from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.checks.addresses import as_range, range_words
from svclint.checks.faulty import by_value, cut
from svclint.checks.written import pointed
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report each range that is none, be it in the field or in the annotation."""
    for error, faults in by_value(verdict.caused_by(Cause.SOURCE_RANGE)):
        if isinstance(error.at.value, list):  # before 1.30 the server speaks of all of them at once
            ranges = [str(one) for one in error.at.value if parse_cidr(str(one).strip()) is None]
        else:
            ranges = [str(error.at.value)]
        for one in ranges:
            message, label, notes = range_words(one, faults)
            made, alone = as_range(one), as_range(one.partition("/")[0])
            more = f", or `{alone}` for the one address" if alone and one.strip().partition("/")[1] else ""
            help_ = Note(f"write `{made}`{more}" if made else "write a range such as `10.9.8.0/24` or `2001:db8::/64`", voice=Voice.HELP)
            yield Finding(pointed(verdict, error), message, (cut(one),), error.reason.value, (help_, *notes), label=label)


RULE = Rule(
    name="invalid-source-range",
    code="SVC117",
    summary="a source range of a load balancer is not a range of IP addresses",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
    options=("kubernetes-version",),
)
