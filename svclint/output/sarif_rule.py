"""A rule as SARIF describes it, and as GitHub shows it beside an alert."""

import re

from svclint.output.sarif_result import LEVELS
from svclint.rule.rule import Rule
from svclint.rule.ruletext import RuleText
from svclint.rule.severity import Category, Severity
from svclint.source.pattern import pattern
from svclint.version import page_address

_LIMIT = 1024
"""The longest description that GitHub takes, in characters."""
_PRECISION = {Category.REJECTED: "very-high", Category.BROKEN: "high", Category.HAZARD: "high", Category.ADVICE: "medium"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_FIRST_SECTION = pattern(r"^## [^\n]*\n+(.+?)(?:\n\n|\Z)", re.MULTILINE | re.DOTALL)
# A page links to its neighbours; there they are files, here they are nowhere.
_NEAR = pattern(r"\[([^\]]+)\]\((?![a-z]+:)[^)\s]*\)")
_LINK = pattern(r"\[([^\]]+)\]\([^)\s]*\)")


def descriptor(rule: Rule, text: RuleText | None) -> dict[str, object]:
    """The reportingDescriptor of a rule. No security-severity: that would make each finding a security alert."""
    level = rule.level(None)
    address = page_address(rule.name)
    # Not the page's text by itself where it is empty: GitHub takes no empty one.
    help_text = {"text": text.plain, "markdown": _NEAR.sub(r"\1", text.markdown)} if text and text.plain.strip() else {"text": rule.summary}
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _short(rule.summary[:1].upper() + rule.summary[1:])},
        "fullDescription": {"text": _short(_first_paragraph(text) or rule.summary)},
        "help": help_text,
        **({"helpUri": address} if address else {}),
        "defaultConfiguration": {"level": LEVELS[level]},
        "properties": {
            "tags": ["kubernetes", rule.category.value, rule.family],
            "precision": _PRECISION[rule.category],
            "problem.severity": _PROBLEM[level],
        },
    }


def _first_paragraph(text: RuleText | None) -> str:
    """What a page says under its first heading of the second level, without Markdown's signs."""
    found = _FIRST_SECTION.search(text.markdown) if text else None
    return " ".join(_LINK.sub(r"\1", found[1]).replace("**", "").replace("`", "").split()) if found else ""


def _short(text: str) -> str:
    return text if len(text) <= _LIMIT else f"{text[: _LIMIT - 1]}…"
