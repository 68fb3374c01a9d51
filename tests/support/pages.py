"""The pages of the rulebook, parsed, and their examples."""

from functools import cache
from pathlib import Path

from svclint.checks import RULES
from svclint.rule.rule import Rule
from svclint.rule.subject import Subject
from svclint.rulebook import locate
from svclint.rulebook.example import Example
from svclint.rulebook.page import Page, parse

PATHS = {name: Path(path) for name, path in locate.pages().items()}
"""The file of each page by its rule's name."""
RULES_BY_NAME = {rule.name: rule for rule in RULES}


def text(name: str) -> str:
    """The Markdown of a page."""
    return PATHS[name].read_text(encoding="utf-8")


@cache
def page(name: str) -> Page:
    """A page, read; raises ValueError where it is malformed."""
    return parse(f"{PATHS[name].parent.name}/{name}.md", text(name))


def examples() -> dict[str, Example]:
    """Every example of every page under its title; a malformed page has none, and its own test says why."""
    found: dict[str, Example] = {}
    for name in PATHS:
        try:
            found |= {f"{name}: {example.title}": example for example in page(name).examples}
        except ValueError:
            continue
    return found


def has_triggers(rule: Rule) -> bool:
    """Whether some manifest makes the rule speak; not so where svclint itself is the subject."""
    return rule.subject is not Subject.SELF
