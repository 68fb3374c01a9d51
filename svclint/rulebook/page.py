"""A rule's page, read: the facts, the sections in their fixed order, the examples."""

import os.path

from svclint.record import NamedTuple
from svclint.rulebook.example import Example, example
from svclint.rulebook.fence import Fence, Line, blocks, refuse
from svclint.source.pattern import pattern

FACTS = ("class", "severity", "subject", "needs", "fix", "options", "since")
SECTIONS = ("What it checks", "Why it matters", "Examples", "Fix", "Options", "Suppress", "See also")
_TITLE = pattern(r"# ([a-z0-9]+(?:-[a-z0-9]+)*) \((SVC[0-9]{3})\)\s*\Z")
_RULE = pattern(r"\|(?:\s*:?-+:?\s*\|)+\s*\Z")


class Section(NamedTuple):
    """What stands under a heading of the second level; `line` is the heading's."""

    title: str
    line: int
    body: list[Line | Fence]

    @property
    def text(self) -> str:
        """The section's Markdown without its heading."""
        parts = (f"```{block.info}\n{block.text}```" if isinstance(block, Fence) else block.text for block in self.body)
        return "\n".join(parts).strip()


class Page(NamedTuple):
    """A page of the rulebook; `facts` are FACTS, `sections` SECTIONS by their titles, all of them in order."""

    path: str
    name: str
    code: str
    facts: dict[str, str]
    sections: dict[str, Section]
    examples: tuple[Example, ...]


def parse(path: str, text: str) -> Page:
    """Read a page. Raises ValueError, `path:line: message`, for one that is malformed (design.md §3)."""
    head, sections = _sections(path, list(blocks(path, text)))
    title = _TITLE.match(head[0].text) if head and isinstance(head[0], Line) else None
    if title is None:
        refuse(path, 1, "the first line is `# rule-name (SVC000)`")
    name, _ = os.path.splitext(os.path.basename(path))  # noqa: PTH119, PTH122 - pathlib costs start-up time
    if title[1] != name:
        refuse(path, 1, f"the page of {title[1]} is {title[1]}.md")
    _check_order(path, sections, text)
    return Page(
        path, title[1], title[2], _facts(path, head), {section.title: section for section in sections}, _examples(path, sections[2])
    )


def _sections(path: str, page: list[Line | Fence]) -> tuple[list[Line | Fence], list[Section]]:
    """What comes before the first heading of the second level, and the sections."""
    head: list[Line | Fence] = []
    sections: list[Section] = []
    for block in page:
        if isinstance(block, Line) and block.text.startswith("## "):
            sections.append(Section(block.text[3:].strip(), block.number, []))
        elif isinstance(block, Line) and block.number > 1 and block.text.startswith("# "):
            refuse(path, block.number, "a page has one title")
        else:
            (sections[-1].body if sections else head).append(block)
    return head, sections


def _check_order(path: str, sections: list[Section], text: str) -> None:
    for section, wanted in zip(sections, SECTIONS, strict=False):
        if section.title != wanted:
            refuse(path, section.line, f"the section {section.title!r} stands where {wanted!r} belongs")
    if len(sections) > len(SECTIONS):
        refuse(path, sections[len(SECTIONS)].line, f"a section after {SECTIONS[-1]!r}")
    if len(sections) < len(SECTIONS):
        refuse(path, len(text.splitlines()), f"the section {SECTIONS[len(sections)]!r} is missing")
    for section in sections:
        if not section.text:
            refuse(path, section.line, f"the section {section.title!r} is empty")


def _facts(path: str, head: list[Line | Fence]) -> dict[str, str]:
    """The fact table: a row for each of FACTS, in order, under a header row without content."""
    facts: dict[str, str] = {}
    rows = [block for block in head if isinstance(block, Line) and block.text.startswith("|")]
    for row in rows:
        cells = [cell.strip() for cell in row.text.strip().strip("|").split("|")]
        if _RULE.match(row.text) or not any(cells):
            continue
        wanted = FACTS[len(facts)] if len(facts) < len(FACTS) else "nothing more"
        if len(cells) != 2 or cells[0] != wanted:
            refuse(path, row.number, f"the fact table has {wanted!r} here, and its value: two cells a row")
        facts[cells[0]] = cells[1]
    if len(facts) < len(FACTS):
        refuse(path, rows[-1].number if rows else 1, f"the fact table lacks {FACTS[len(facts)]!r}")
    return facts


def _examples(path: str, section: Section) -> tuple[Example, ...]:
    found: list[tuple[Line, list[Line | Fence]]] = []
    for block in section.body:
        if isinstance(block, Line) and block.text.startswith("### "):
            found.append((Line(block.number, block.text[4:].strip()), []))
        elif found:
            found[-1][1].append(block)
        elif isinstance(block, Fence):
            refuse(path, block.number, "a block of an example stands under a heading of its own: `### What it shows`")
    if not found:
        refuse(path, section.line, "there is no example: `### What it shows`, and a yaml block")
    return tuple(example(path, heading, body) for heading, body in found)
