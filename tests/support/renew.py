"""A page with everything in it that is made, made anew: the fact table, the renderings, the fixed files."""

from collections.abc import Iterator
from typing import NamedTuple

from svclint.output import full
from svclint.rule.rule import Rule
from svclint.rulebook.example import Example
from svclint.rulebook.fence import Fence, blocks
from svclint.rulebook.page import FACTS, Page
from tests.support.example import fixed, run
from tests.support.facts import facts


class _Change(NamedTuple):
    """Lines `begin` to `end` of a page, 0-based and half-open, and what they become."""

    begin: int
    end: int
    lines: list[str]


def renewed(page: Page, text: str, rule: Rule) -> str:
    """The page's text as it should be."""
    lines = text.splitlines()
    for change in sorted((*_facts(lines, rule), *_blocks(page, text)), reverse=True):
        lines[change.begin : change.end] = change.lines
    return "".join(f"{line}\n" for line in lines)


def _facts(lines: list[str], rule: Rule) -> Iterator[_Change]:
    for number, line in enumerate(lines[: 4 + len(FACTS)]):
        name = line.strip("| ").partition("|")[0].strip()
        if line.startswith("|") and name in FACTS:
            yield _Change(number, number + 1, [f"| {name} | {facts(rule)[name]} |"])


def _blocks(page: Page, text: str) -> Iterator[_Change]:
    for block in blocks(page.path, text):
        example = _around(page, block.number)
        if isinstance(block, Fence) and example:
            made = _made(example, block)
            if made is not None:
                yield _Change(block.number, block.number + len(block.lines), made.splitlines())


def _around(page: Page, number: int) -> Example | None:
    """The example that holds a line of the page."""
    if number > page.sections["Fix"].line:
        return None
    return next((example for example in reversed(page.examples) if example.line < number), None)


def _made(example: Example, block: Fence) -> str | None:
    if block.info == "diagnostics":
        return full.render(run(example).report)
    if block.info.endswith(" fixed"):
        path = next(file.path for file in example.fixed if file.line == block.number + 1)
        return fixed(example).get(path, "")
    return None
