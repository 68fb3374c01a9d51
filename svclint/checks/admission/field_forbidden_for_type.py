"""A field that the type of the Service does not allow."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.checks.addresses import address_field
from svclint.checks.leftover import leftover_note
from svclint.checks.servicetype import described_type, type_note
from svclint.checks.written import pointed
from svclint.policy.version import version_at_least
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject

_BALANCED = "only LoadBalancer Services have it"


def check(verdict: Verdict, context: Context) -> Iterator[Finding]:
    """Report each field that the API server refuses because of the type."""
    service = verdict.service
    for error in verdict.caused_by(Cause.FORBIDDEN_FIELD):
        field, kind = _name(verdict, error), described_type(service)
        label, help_ = _advice(field, error, context)
        yield Finding(
            pointed(verdict, error),
            f"{field} on a Service of type {kind}",
            (field, kind),
            reason=error.reason.value,
            label=label,
            notes=(*type_note(service), Note(help_, voice=Voice.HELP), *leftover_note(verdict, error)),
        )


def _name(verdict: Verdict, error: LocatedError) -> str:
    """The field as it is written: the server speaks of clusterIPs where clusterIP is given."""
    return address_field(verdict.service, error.at.path)


def _advice(field: str, error: LocatedError, context: Context) -> tuple[str, str]:
    """The label, and what to do."""
    if field == "externalTrafficPolicy":
        both = version_at_least(context.settings.kubernetes_version, 1, 29)
        label = "only where traffic comes from outside the cluster"
        return label, f"remove {field}, or set `type` to NodePort or LoadBalancer{', or list externalIPs' if both else ''}"
    if "ExternalName services" in error.message:
        return "an alias in DNS has no address", f"remove {field}, or set another `type`"
    return _BALANCED, f"remove the {field}" if " " in field else f"remove {field}, or set `type: LoadBalancer`"


RULE = Rule(
    name="field-forbidden-for-type",
    code="SVC112",
    summary="a field that the type of the Service does not allow",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
    options=("kubernetes-version",),
)
