"""The list of the rules as the package has it, written from the RULE of each check's module."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from svclint.rule.rule import Rule

ROOT = Path(__file__).parents[2]
_HEAD = '''\
"""Every rule but its check, a line each, sorted by code. Made by `pytest --renew` of the RULE of each module.

So a rule can be named, selected and ignored before its module is imported. The columns: code, module, class, subject, needs, severity,
fixes, options, since, status (`-` for what a rule leaves to the default), and the summary.
"""

LINES = """\\
'''


def declared() -> tuple[Rule, ...]:
    """The RULE of each module below svclint/checks, by code."""
    modules = (path for path in (ROOT / "svclint" / "checks").glob("*/*.py") if path.stem != "__init__")
    rules = (import_module(f"svclint.checks.{path.parent.name}.{path.stem}").RULE for path in modules)
    return tuple(sorted(rules, key=lambda rule: rule.code))


def catalogue(rules: Iterable[Rule]) -> str:
    """The text of svclint/checks/catalogue.py."""
    return _HEAD + "".join(f"{_line(rule)}\n" for rule in rules) + '"""\n'


def _line(rule: Rule) -> str:
    family, name = rule.check.__module__.split(".")[-2:]
    words = (
        rule.code,
        f"{family}.{name}",
        rule.category.name.lower(),
        rule.subject.name.lower(),
        rule.needs.name.lower(),
        str(rule.severity or "-"),
        rule.fixes.replace(", ", "+") or "-",
        "+".join(rule.options) or "-",
        rule.since,
        rule.status.name.lower(),
        rule.summary,
    )
    return " ".join(words)
