"""A selector on a Service of type ExternalName."""

from collections.abc import Iterator

from svclint.checks.servicetype import type_note
from svclint.model.located import Located
from svclint.model.service import ExternalNameService, Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def check(service: Service, _: Context) -> Iterator[Finding]:
    """Report the selector of an alias: it has no pods to select. What a kustomization adds to all its Services is none of its own."""
    selector = service.spec.child("selector")
    at = service.spec.key_place("selector")
    if not isinstance(service, ExternalNameService) or not selector.names() or at.file is not service.file:
        return
    alias = service.spec.word("externalName")
    yield Finding(
        Located(None, at, selector.path),
        "the selector of a Service of type ExternalName is ignored",
        label="an alias in DNS selects no pods",
        notes=(
            *type_note(service),
            Note(
                f"remove the selector if clients are to reach {alias or 'the external name'}; else remove `type` and externalName",
                voice=Voice.HELP,
            ),
        ),
    )


RULE = Rule(
    name="selector-ignored",
    code="SVC305",
    summary="a selector on a Service of type ExternalName",
    category=Category.HAZARD,
    subject=Subject.SERVICE,
    check=check,
)
