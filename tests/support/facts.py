"""What a page and the index say of a rule, rendered from its RULE."""

from collections.abc import Iterable

from svclint.rule.rule import Rule
from svclint.rule.subject import Subject

_SUBJECTS = {
    Subject.DOCUMENT: "a YAML document",
    Subject.VERDICT: "a Service",
    Subject.SERVICE: "a Service",
    Subject.WIRING: "a Service as it is deployed",
    Subject.GUARDING: "a NetworkPolicy as it is deployed",
    Subject.WATCHING: "a monitor as it is deployed",
    Subject.RELIANCE: "a reference to a Service as it is deployed",
    Subject.TRANSITION: "a Service before and after an edit",
    Subject.SUPPRESSION: "a comment or an annotation that silences findings",
    Subject.MALFORMED: "a comment or an annotation that was meant to",
    Subject.UNUSED: "what silenced nothing",
    Subject.SELF: "svclint itself",
}
_INDEX = """\
# The rules

One page a rule: what it checks, why it matters in a cluster, examples that the tests run, the fix, the options. Rules are selected,
ignored and suppressed by name; the code is a stable alias. `svclint rule NAME` prints a page.

| code | name | class | what it finds |
| --- | --- | --- | --- |
"""
_CLASSES = """
What a class means: *rejected*, the API server refuses the manifest or the update; *broken*, it is accepted, and this traffic can never
arrive; *hazard*, it works today, and an edit, an upgrade or a re-apply loses something; *advice*, legal and working, better said
otherwise, only with `--pedantic`.
"""


def facts(rule: Rule) -> dict[str, str]:
    """The rows of the fact table, in order."""
    return {
        "class": rule.category.value,
        "severity": str(rule.level(None)),
        "subject": _SUBJECTS[rule.subject],
        "needs": rule.needs.value,
        "fix": rule.fixes or "none",
        "options": ", ".join(f"`{option}`" for option in rule.options) or "none",
        "since": rule.since,
    }


def index(rules: Iterable[Rule]) -> str:
    """The text of rules/README.md."""
    return _INDEX + "".join(map(_row, rules)) + _CLASSES


def _row(rule: Rule) -> str:
    return f"| {rule.code} | [{rule.name}]({rule.family}/{rule.name}.md) | {rule.category.value} | {rule.summary} |\n"
