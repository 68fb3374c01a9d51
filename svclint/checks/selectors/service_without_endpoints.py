"""A Service without a selector, for which nobody lists endpoints."""

from collections.abc import Iterator

from svclint.model.located import Located
from svclint.model.service import ExternalNameService
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.wiring import Wiring

_EMPTY = "an empty selector is none: it does not mean all pods"
_ABSENT = "the endpoints of a Service without a selector are listed by hand, or by a controller of your own"


def check(wiring: Wiring, _: Context) -> Iterator[Finding]:
    """Report a Service that selects nothing, where no Endpoints and no EndpointSlice is written for it anywhere."""
    service = wiring.service
    if service.stage is None or isinstance(service, ExternalNameService) or service.selector or not service.selector.complete:
        return
    if wiring.backing.endpoints or not service.name:
        return
    selector = service.spec.child("selector")
    yield Finding(
        Located(None, service.spec.key_place("selector"), selector.path),
        f"{service.title} has {'an empty' if selector.present else 'no'} selector, and no endpoints are listed for it",
        label="selects no pods",
        notes=(
            Note(_EMPTY if selector.present else _ABSENT),
            Note(f"add a selector, or an EndpointSlice with the label `kubernetes.io/service-name: {service.name}`", voice=Voice.HELP),
        ),
    )


RULE = Rule(
    name="service-without-endpoints",
    code="SVC306",
    summary="a Service without a selector, for which no Endpoints or EndpointSlice is written",
    category=Category.ADVICE,
    subject=Subject.WIRING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
)
