"""A route that leads into another namespace, where no ReferenceGrant allows it: the gateway answers 500 by itself."""

from collections.abc import Iterator

from svclint.checks.doubts import doubt_notes, doubts_about
from svclint.checks.referred import name_place
from svclint.model.grant import Grant
from svclint.model.reference import Reference
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.reliance import Reliance
from svclint.workspace.workspace import Workspace


def check(reliance: Reliance, context: Context) -> Iterator[Finding]:
    """Report the namespace where the Service is close by in it, and nothing in the workspace allows the reference."""
    reference = reliance.reference
    if not (reference.needs_grant and reference.source.namespace and reliance.found.is_close) or reliance.standing.build:
        return
    grants = [one for one in _grants(context.workspace) if one.namespace in (reference.leads_to, "")]
    if not any(one.allows(reference) for one in grants):
        yield _finding(reliance, grants)


def _grants(workspace: Workspace) -> Iterator[Grant]:
    return (grant for facts in workspace.objects for grant in facts.links.grants)


def _finding(reliance: Reliance, grants: list[Grant]) -> Finding:
    reference, service = reliance.reference, reliance.found.services[0]
    source, space = reference.source, reference.leads_to
    doubts = doubts_about(reliance)
    assert reference.namespace is not None
    return Finding(
        reference.namespace,
        f'no ReferenceGrant lets {source.kind}s of namespace "{source.namespace}" name Services of "{space}"',
        (source.kind, source.namespace, space),
        label="needs a ReferenceGrant there",
        notes=(
            Note(f"{service.title} is here", name_place(service)),
            *(Note(f"{one.title} is for {_for(one, reference)}", one.place) for one in grants[:1]),
            Note(f'create a ReferenceGrant in namespace "{space}" from {source.kind} in "{source.namespace}" to Service', voice=Voice.HELP),
            *doubt_notes(doubts, "an error", "a warning"),
        ),
        lowered=bool(doubts),
    )


def _for(grant: Grant, reference: Reference) -> str:
    """What a grant allows that is not this."""
    who = ", ".join(f"{one.kind}s of {one.namespace}" for one in grant.grantees) or "nobody"
    if grant.services is None or reference.name.value in grant.services:
        return who
    return f"{who}, to {', '.join(grant.services) or 'no Service'}"


RULE = Rule(
    name="backend-without-reference-grant",
    code="SVC605",
    summary="a route into another namespace that no ReferenceGrant allows",
    category=Category.BROKEN,
    subject=Subject.RELIANCE,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
)
