"""What a page and the index say of a rule, rendered from its RULE."""

from collections.abc import Iterable

from svclint.apiserver.verdict import Verdict
from svclint.model.directive import Malformed
from svclint.model.service import Service
from svclint.rule.rule import Rule
from svclint.rule.suppression import Suppression, Unused
from svclint.workspace.guarding import Guarding
from svclint.workspace.reliance import Reliance
from svclint.workspace.transitions import Transition
from svclint.workspace.watching import Watching
from svclint.workspace.wiring import Wiring
from svclint.yaml.document import Document

_SUBJECTS = {
    Document: "a YAML document",
    Verdict: "a Service",
    Service: "a Service",
    Wiring: "a Service as it is deployed",
    Guarding: "a NetworkPolicy as it is deployed",
    Watching: "a monitor as it is deployed",
    Reliance: "a reference to a Service as it is deployed",
    Transition: "a Service before and after an edit",
    Suppression: "a comment or an annotation that silences findings",
    Malformed: "a comment or an annotation that was meant to",
    Unused: "what silenced nothing",
    type(None): "svclint itself",
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


def family(rule: Rule) -> str:
    """The folder of a rule's page: that of its check."""
    return rule.check.__module__.split(".")[-2]


def _row(rule: Rule) -> str:
    return f"| {rule.code} | [{rule.name}]({family(rule)}/{rule.name}.md) | {rule.category.value} | {rule.summary} |\n"
