"""A value that is none of those that its field has."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.checks.faulty import cut, placeholder_note
from svclint.checks.mistyped import field_name
from svclint.checks.written import respelled
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Fix, Safety
from svclint.source.nearest import nearest
from svclint.source.pattern import pattern

_SHOWN = pattern('"([^"]+)"')
_NEWER = ("PreferSameZone", "PreferSameNode")


def check(verdict: Verdict, context: Context) -> Iterator[Finding]:
    """Report each value of a field with a fixed set of them; type and protocol have rules of their own."""
    for error in verdict.caused_by(Cause.VALUE):
        written, known = str(error.at.value), tuple(_SHOWN.findall(error.message))
        field = field_name(error.at.path)
        fix = _fix(error, written, known)
        listed = Note(_listed(known), voice=Voice.NOTE if fix else Voice.HELP)
        yield Finding(
            error.at,
            f'{field} "{cut(written)}" is not a value that the field has',
            (field, cut(written)),
            reason=error.reason.value,
            label="no such value",
            notes=(listed, *_since(written, known, context), *placeholder_note(written)),
            fix=fix,
        )


def _fix(error: LocatedError, written: str, known: tuple[str, ...]) -> Fix | None:
    close = [one for one in known if one.lower() == written.lower()] or [one for one in known if nearest(written, (one,))]
    edit = respelled(error.at, close[0]) if len(close) == 1 else None
    if edit is None:
        return None
    meant = close[0]
    safety = Safety.SAFE if meant.lower() == written.lower() else Safety.UNSAFE
    step = error.at.path.step
    return Fix(f"did you mean `{f'{step}: ' if isinstance(step, str) else ''}{meant}`?", safety, (edit,))


def _listed(known: tuple[str, ...]) -> str:
    return f"the values are {', '.join(known)}, spelled exactly so" if len(known) > 1 else f"the only value is {', '.join(known)}"


def _since(written: str, known: tuple[str, ...], context: Context) -> tuple[Note, ...]:
    version = context.settings.kubernetes_version
    if written in _NEWER and written not in known:
        return (Note(f"the value came with Kubernetes 1.34; the manifest is judged for {version}"),)
    return ()


RULE = Rule(
    name="unsupported-value",
    code="SVC109",
    summary="a field has a value that is none of its fixed ones",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
    fixes="safe, unsafe",
    options=("kubernetes-version",),
)
