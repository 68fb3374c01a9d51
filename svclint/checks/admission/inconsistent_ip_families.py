"""IP families, their policy and cluster IPs that do not fit together."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause, Reason
from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.checks.addresses import address_field
from svclint.checks.written import pointed
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.pattern import pattern

_ORDER = "name the families in the order of the addresses, or leave one of the two out"
_EXPECTED = pattern("expected an (IPv[46]) value")


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report families and addresses that contradict each other or the policy, and what the cluster is known not to have."""
    for error in verdict.caused_by(Cause.IP_FAMILIES):
        message, label, help_ = _words(verdict, error)
        notes = [Note(_other(error), error.other.place)] if error.other and error.other.written else []
        yield Finding(
            pointed(verdict, error),
            message,
            (_shown(error),),
            reason=error.reason.value,
            label=label,
            notes=(*notes, Note(help_, voice=Voice.HELP)),
        )


def _other(error: LocatedError) -> str:
    if error.reason is Reason.DUPLICATE:
        return "the first time"
    return "the family is set here" if _EXPECTED.match(error.message) else "two of them"


def _shown(error: LocatedError) -> str:
    value = error.at.value
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _words(verdict: Verdict, error: LocatedError) -> tuple[str, str, str]:
    """Message, label and help."""
    field, value = address_field(verdict.service, error.at.path), _shown(error)
    expected = _EXPECTED.match(error.message)
    if error.reason is Reason.DUPLICATE:
        return f"{field} is {value} again", "each family once", "keep it once, or name the other family"
    if expected:
        return (
            f"{field} {value} is not an {expected[1]} address",
            f"ipFamilies says {expected[1]}",
            _ORDER,
        )
    if "one IP for each IP family" in error.message:
        return f"clusterIPs {value} are of one IP family", "two of one family", "give one IPv4 and one IPv6 address, or one address only"
    if "multiple" in error.message:
        return _two_on_one(error)
    if "for dual-stack" in error.message:
        help_ = "set `ipFamilyPolicy: PreferDualStack`, which takes what the cluster has"
        return "ipFamilyPolicy RequireDualStack in a cluster of one IP family", "needs two families", help_
    family = value if value in ("IPv4", "IPv6") else error.message.split()[0]
    help_ = "use a family that the cluster has, or leave it to the cluster"
    return f"{field} {value} in a cluster without {family}", f"no {family} here", help_


def _two_on_one(error: LocatedError) -> tuple[str, str, str]:
    what = "IP families" if "families" in error.message else "cluster IPs"
    if error.at.written:
        help_ = f"set PreferDualStack or RequireDualStack, or keep one of the {what}"
        return f"ipFamilyPolicy SingleStack with two {what}", "one family only", help_
    help_ = f"set `ipFamilyPolicy` to PreferDualStack or RequireDualStack, or keep one of the {what}"
    return f"two {what} without an ipFamilyPolicy", "the default is SingleStack", help_


RULE = Rule(
    name="inconsistent-ip-families",
    code="SVC115",
    summary="the IP families, their policy and the cluster IPs contradict each other",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
