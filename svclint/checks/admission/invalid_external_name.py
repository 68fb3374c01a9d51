"""An externalName that is no DNS name."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause, Reason
from svclint.apiserver.syntax import subdomain_faults
from svclint.apiserver.verdict import Verdict
from svclint.checks.faulty import by_value, cut, placeholder_note
from svclint.checks.servicetype import type_note
from svclint.checks.syntax import name_flaw
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.pattern import pattern

_PORT = pattern(":[0-9]+$")


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report the name that a Service of type ExternalName stands for, where it is missing or no DNS name."""
    for error, _faults in by_value(verdict.caused_by(Cause.EXTERNAL_NAME)):
        if error.reason is Reason.REQUIRED:
            help_ = Note("give the DNS name that the Service stands for as `spec.externalName`", voice=Voice.HELP)
            message = "a Service of type ExternalName has no externalName"
            yield Finding(error.at, message, (), error.reason.value, (help_, *type_note(verdict.service)), label="externalName is missing")
            continue
        name = str(error.at.value)
        yield Finding(
            error.at,
            f'externalName "{cut(name)}" is not a DNS name',
            (cut(name),),
            reason=error.reason.value,
            label=_flaw(name),
            notes=(
                _advice(name),
                Note("it has labels of a-z, 0-9 and hyphens with dots between, up to 253 characters"),
                *placeholder_note(name),
            ),
        )


def _flaw(name: str) -> str:
    if "://" in name:
        return "a URL"
    if name.count(":") > 1:
        return "an IPv6 address"
    labels = (flaw for flaw in map(name_flaw, name.split(".")) if flaw and "bytes" not in flaw)
    return "with a port" if _PORT.search(name) else next(labels, "an empty label" if ".." in name or name[:1] == "." else "not a DNS name")


def _advice(name: str) -> Note:
    host = _PORT.sub("", name.partition("://")[2].partition("/")[0] or name.partition("/")[0]).rstrip(".").lower()
    if name.count(":") > 1 and "://" not in name:
        return Note("leave out selector and type, and list the address in an EndpointSlice", voice=Voice.HELP)
    if host and host != name and not any(True for _ in subdomain_faults(host)):
        return Note(f"write the name alone: `externalName: {host}`", voice=Voice.HELP)
    return Note("write a DNS name, such as `db.example.org`", voice=Voice.HELP)


RULE = Rule(
    name="invalid-external-name",
    code="SVC111",
    summary="an ExternalName Service has no externalName, or none that is a DNS name",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
