"""A name that no Service can have."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause, Reason
from svclint.apiserver.verdict import Verdict
from svclint.checks.faulty import by_value, cut, placeholder_note
from svclint.checks.syntax import as_name, name_flaw
from svclint.policy.version import version_at_least
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(verdict: Verdict, context: Context) -> Iterator[Finding]:
    """Report the name, or the prefix that one is generated from, once; and that there is none."""
    digit_first = version_at_least(context.settings.kubernetes_version, 1, 36)
    for error, _ in by_value(verdict.caused_by(Cause.NAME)):
        if error.reason is Reason.REQUIRED:
            help_ = Note("give it a `metadata.name`, or a `metadata.generateName` with kubectl create", voice=Voice.HELP)
            yield Finding(error.at, "the Service has no name", (), error.reason.value, (help_,), label="without a name")
            continue
        name, field = str(error.at.value), str(error.at.path.step)
        made = as_name(name) if digit_first or not as_name(name)[:1].isdigit() else ""
        notes = [Note(f"rename it, for instance to `{made}`, and what refers to it", voice=Voice.HELP)] if made else []
        ends = "a letter or digit at both ends" if digit_first else "a letter in front and no hyphen at the end"
        rule = Note(f"it has up to 63 of a-z, 0-9 and hyphens, with {ends}", voice=Voice.NOTE if made else Voice.HELP)
        yield Finding(
            error.at,
            f'"{cut(name)}" is not a possible {"name" if field == "name" else "generateName"} of a Service',
            (cut(name),),
            reason=error.reason.value,
            label=name_flaw(name, digit_first=digit_first),
            notes=(*notes, rule, *placeholder_note(name)),
        )


RULE = Rule(
    name="invalid-name",
    code="SVC103",
    summary="the name of a Service is missing, or none that a Service can have",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
    options=("kubernetes-version",),
)
