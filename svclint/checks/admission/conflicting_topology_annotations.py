"""Two annotations for one thing, with different values."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.verdict import Verdict
from svclint.checks.faulty import cut
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject

_MODE, _HINTS = "service.kubernetes.io/topology-mode", "service.kubernetes.io/topology-aware-hints"


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report the newer annotation where the older one says something else."""
    for error in verdict.caused_by(Cause.TOPOLOGY):
        mode = cut(error.at.value)
        yield Finding(
            error.at,
            f"{_MODE} {mode} contradicts the older annotation".strip(),
            (mode,),
            reason=error.reason.value,
            label="not the same value",
            notes=(
                *((Note(f"{_HINTS} is set here", error.other.place),) if error.other else ()),
                Note(f"remove {_HINTS}, which is deprecated", voice=Voice.HELP),
            ),
        )


RULE = Rule(
    name="conflicting-topology-annotations",
    code="SVC119",
    summary="two annotations about topology have different values",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
)
