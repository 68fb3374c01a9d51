"""A cluster IP that no Service can have."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.checks.addresses import address_field, address_words
from svclint.checks.faulty import by_value, cut, placeholder_note
from svclint.checks.written import pointed, respelled
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Fix, Safety

_LISTS = {
    "may only hold up to 2 values": (
        "more than two cluster IPs",
        "at most two",
        "keep one address for each IP family",
    ),
    "first value must match `clusterIP`": (
        "the first of clusterIPs is not the clusterIP",
        "another address comes first",
        "write the same address first in clusterIPs, or give one of the two fields only",
    ),
    "must be empty when `clusterIP` is not specified": (
        "clusterIPs without a clusterIP",
        "clusterIP is missing",
        "give the first address as `clusterIP` as well",
    ),
    "'None' must be the first and only value": (
        "clusterIPs has None beside another entry",
        "nothing may stand beside None",
        "keep None alone for a headless Service, or the address alone",
    ),
}
"""What the server says of the list as a whole: our message, the label, and what to do."""
_ALLOCATION = "failed to allocate IP "


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report each address that is none, addresses that do not go together, and those that the cluster cannot give."""
    for error, faults in by_value(verdict.caused_by(Cause.CLUSTER_IP)):
        if error.message in _LISTS:
            yield _of_the_list(verdict, error)
        elif error.message.startswith(_ALLOCATION):
            yield _not_given(error)
        else:
            yield _no_address(verdict, error, faults)


def _of_the_list(verdict: Verdict, error: LocatedError) -> Finding:
    message, label, help_ = _LISTS[error.message]
    notes = [Note("the clusterIP is set here", error.other.place)] if error.other else []
    at, shown = pointed(verdict, error), ", ".join(map(str, error.at.value or ()))
    return Finding(at, message, (shown,), error.reason.value, (*notes, Note(help_, voice=Voice.HELP)), label=label)


def _not_given(error: LocatedError) -> Finding:
    address, _, why = error.message.removeprefix(_ALLOCATION).partition(": ")
    notes = (
        Note("take an address of the cluster's Service CIDR, or leave it out and let the cluster choose", voice=Voice.HELP),
        Note(f"the API server says: {why}"),
    )
    message = f"clusterIP {address} is not one that the cluster can give"
    return Finding(error.at, message, (address,), error.reason.value, notes, label="not of this cluster")


def _no_address(verdict: Verdict, error: LocatedError, faults: tuple[str, ...]) -> Finding:
    address, field = str(error.at.value), address_field(verdict.service, error.at.path)
    fix = _capital(error, "" if "[" in field else "clusterIP: ")
    help_ = Note("leave it out and let the cluster choose, or write None for a headless Service", voice=Voice.HELP)
    message, label, why = address_words(field, address, faults)
    notes = (Note("spelled exactly so, None makes a Service headless"),) if fix else (help_, *why, *placeholder_note(address))
    return Finding(error.at, message, (field, cut(address)), error.reason.value, notes, fix, label=label)


def _capital(error: LocatedError, start: str) -> Fix | None:
    """The fix for None in other letters."""
    edit = respelled(error.at, "None") if str(error.at.value).lower() == "none" else None
    return Fix(f"write `{start}None`", Safety.SAFE, (edit,)) if edit else None


RULE = Rule(
    name="invalid-cluster-ip",
    code="SVC114",
    summary="a cluster IP is none that a Service can have",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
    fixes="safe",
    options=("kubernetes-version", "cluster.service-cidrs"),
)
