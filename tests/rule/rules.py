"""A few rules that check nothing, with names and codes as the real ones have."""

from collections.abc import Iterator

from svclint.rule.context import Context
from svclint.rule.finding import Finding
from svclint.rule.registry import Registry
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject


def nothing(subject: object, context: Context) -> Iterator[Finding]:
    return iter(())


def rule(code: str, name: str, category: Category) -> Rule:
    return Rule(name, code, "found nothing", category, Subject.SERVICE, nothing)


REGISTRY = Registry(
    [
        rule("SVC301", "selector-matches-nothing", Category.BROKEN),
        rule("SVC201", "node-port-out-of-range", Category.REJECTED),
        rule("SVC202", "node-port-collision", Category.REJECTED),
        rule("SVC215", "node-port-in-dynamic-band", Category.ADVICE),
        rule("SVC307", "selector-shared", Category.ADVICE),
        rule("SVC513", "node-port-changed", Category.HAZARD),
    ]
)
