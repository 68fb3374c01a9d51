"""A Service, or a port of one, that an edit takes away while something still relies on it."""

from collections.abc import Iterator

from svclint.checks.doubts import doubt_notes, doubts_about
from svclint.checks.referred import described, name_place
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.leftbehind import LeftBehind, find_left_behind
from svclint.workspace.scope import Scope, nearness
from svclint.workspace.transitions import Transition


def check(transition: Transition, context: Context) -> Iterator[Finding]:
    """Report each reference that the edit leaves without its Service, or without its port."""
    if transition.before is None:
        return
    for left in find_left_behind(transition.before, context.workspace):
        yield _finding(left, transition)


def _finding(left: LeftBehind, transition: Transition) -> Finding:
    reliance, before, port = left
    reference = reliance.reference
    doubts = doubts_about(reliance)
    at = reference.port if port and reference.port else reference.name
    name = f"{described(port)} of {before.title}" if port else before.title
    was = Note(f"it was {described(port)}", port.port.place) if port else Note("it was here", name_place(before))
    scope, _ = nearness(reliance.source, before, together=reliance.home.is_set)
    far = scope is Scope.OUTWARD
    return Finding(
        at,
        f"{name} is gone, and {reliance.source.title} still names it",
        (reliance.source.title, name),
        label="now leads nowhere",
        notes=(
            was,
            *(() if not far else (Note("the two are not close by, and another Service may be meant: so this is a warning, not an error"),)),
            Note(_help(transition, left), voice=Voice.HELP),
            *doubt_notes(doubts, "an error", "a warning"),
        ),
        category=Category.HAZARD if far else None,
        lowered=bool(doubts),
    )


def _help(transition: Transition, left: LeftBehind) -> str:
    after = transition.after
    if left.port is None:
        return f"name {after.title} here, too" if after and after.name != left.before.name else "keep the Service until nothing names it"
    return "change this along with the Service, or keep the port until nothing names it"


RULE = Rule(
    name="still-referenced",
    code="SVC515",
    summary="a Service or a port that is taken away while something still relies on it",
    category=Category.BROKEN,
    subject=Subject.TRANSITION,
    check=check,
    needs=Needs.BASE,
    options=("default-namespace",),
)
