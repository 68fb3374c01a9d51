"""Two Services for the same pods and the same ports: one of them is too much, or meant other pods."""

from collections.abc import Iterator

from svclint.model.located import Located
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.shared import find_twin
from svclint.workspace.wiring import Wiring


def check(wiring: Wiring, context: Context) -> Iterator[Finding]:
    """Report the second of two such Services, and the first as its related place."""
    twin = find_twin(wiring, context.workspace)
    if twin is None:
        return
    service = wiring.service
    workload = wiring.selection.workloads[0]
    yield Finding(
        Located(None, service.spec.key_place("selector"), service.spec.child("selector").path),
        f"{service.title} leads to the same pods and ports as {twin.title}",
        (service.title, twin.title),
        label=f"selects the pods of {workload.title}",
        notes=(
            Note(f"{twin.title} selects them too", twin.spec.key_place("selector")),
            Note("keep one of them, unless clients need both names; a copy may have been meant for other pods", voice=Voice.HELP),
        ),
    )


RULE = Rule(
    name="selector-shared",
    code="SVC307",
    summary="two Services for the same pods and the same ports",
    category=Category.ADVICE,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
)
