"""A rule: a value and a generator."""

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, TypeAlias

from svclint.record import NamedTuple
from svclint.rule.context import Context
from svclint.rule.finding import Finding
from svclint.rule.severity import SEVERITY_OF, Category, Severity
from svclint.rule.subject import Subject


class Needs(Enum):
    """What a rule must see besides its subject."""

    DOCUMENT = "one document"
    WORKSPACE = "the workspace"
    BASE = "a previous version"


class Status(Enum):
    """Where a rule is in its life."""

    STABLE = "stable"
    DEPRECATED = "deprecated"
    REMOVED = "removed"


# What a subject is `Subject` says: the engine calls a check only with those of `Rule.subject`.
Check: TypeAlias = Callable[[Any, Context], Iterator[Finding]]


class Rule(NamedTuple):
    """What people select, ignore and read about.

    `name` names the bad pattern in kebab case; `code` is its stable alias. `subject` says what
    `check` is called with; `needs` says what else it reads; `severity` replaces the category's where rules.md says so.
    `fixes` says which kinds of fix it may offer: "", "safe", "unsafe" or "safe, unsafe". `since` is a version of svclint.
    """

    name: str
    code: str
    summary: str
    category: Category
    subject: Subject
    check: Check
    needs: Needs = Needs.DOCUMENT
    fixes: str = ""
    options: tuple[str, ...] = ()
    severity: Severity | None = None
    since: str = "0.1.0"
    status: Status = Status.STABLE

    @property
    def family(self) -> str:
        """The folder of the rule's module and of its page: what it is about."""
        module: str = getattr(self.check, "module", self.check.__module__)
        return module.split(".")[-2]

    def level(self, category: Category | None) -> Severity:
        """The severity of a finding of this rule before settings and lowering."""
        if category is not None and category is not self.category:
            return SEVERITY_OF[category]
        return self.severity or SEVERITY_OF[self.category]
