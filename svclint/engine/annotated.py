"""Parts what is found of an object that carries the annotation from what is found elsewhere, before the builds are merged."""

from collections.abc import Iterator, Sequence
from typing import Any

from svclint.engine.merge import merge
from svclint.engine.stamp import resource_of
from svclint.model.directive import Directive
from svclint.model.ignoring import read_annotation
from svclint.record import NamedTuple
from svclint.rule.finding import Finding
from svclint.rule.registry import Registry
from svclint.rule.rule import Rule
from svclint.rule.subject import Subject
from svclint.rule.suppression import Suppression, resolve
from svclint.workspace.universe import Membership

_Found = Sequence[tuple[Any, Membership, Sequence[Finding]]]


class Said(NamedTuple):
    """A finding, and what covers it: an annotation of the object as it is deployed there."""

    finding: Finding
    covering: Suppression | None = None


def part(rule: Rule, found: _Found, registry: Registry) -> Iterator[Said]:
    """The findings about one object, given for each way in which it is deployed: once for all, those that are covered apart."""
    covering = [_covering(rule, subject, registry) if findings else None for subject, _, findings in found]
    for one in dict.fromkeys(covering):
        own = [(home, findings if other is one else ()) for (_, home, findings), other in zip(found, covering, strict=True)]
        yield from (Said(finding, one) for finding in (own[0][1] if len(own) == 1 else merge(own)))


def _covering(rule: Rule, subject: Any, registry: Registry) -> Suppression | None:
    """The annotation of a subject that names the rule; never that of a previous version."""
    one = subject.after if rule.subject is Subject.TRANSITION else resource_of(subject)
    directive = read_annotation(one.ignoring) if one and one.ignoring else None
    covering = resolve(directive, registry) if isinstance(directive, Directive) else None
    return covering if covering and covering.naming(rule.code) else None
