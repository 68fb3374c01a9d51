"""The formats that there are, a line each; the renderer of one is imported when somebody asks for it."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from svclint.record import NamedTuple
from svclint.rule.report import Report

if TYPE_CHECKING:
    from svclint.rule.ruletext import RuleText


class Format(NamedTuple):
    """A format: the module of svclint.output that has its `render(report)`, which takes more where it is wanted.

    `coloured`: `render(report, colour=…)`. `explained`: `render(report, texts, line_hashes=…)`,
    with the pages of the rules by their names, and whether to add GitHub's fingerprints of lines.
    """

    module: str
    coloured: bool = False
    explained: bool = False


FORMATS: Mapping[str, Format] = {
    "full": Format("full", coloured=True),
    "concise": Format("concise", coloured=True),
    "json": Format("json_report"),
    "jsonl": Format("jsonl"),
    "sarif": Format("sarif", explained=True),
    "github": Format("github"),
    "gitlab": Format("gitlab"),
    "junit": Format("junit"),
    "checkstyle": Format("checkstyle"),
    "rdjson": Format("rdjson"),
    "azure": Format("azure"),
}


def render(
    name: str, report: Report, *, colour: bool = False, texts: "Mapping[str, RuleText] | None" = None, line_hashes: bool = False
) -> str:
    """The report in the format of that name; the empty string where such a format says nothing of no findings."""
    form = FORMATS[name]
    module = import_module(f"svclint.output.{form.module}")
    if form.coloured:
        text: str = module.render(report, colour=colour)
    elif form.explained:
        text = module.render(report, texts or {}, line_hashes=line_hashes)
    else:
        text = module.render(report)
    return text
