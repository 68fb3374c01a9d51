"""A page as a terminal shows it: without Markdown's signs, wrapped, blocks indented."""

from collections.abc import Iterator
from textwrap import wrap

from svclint.rulebook.fence import Fence, blocks
from svclint.source.pattern import pattern

WIDTH = 100
"""The widest line of prose, in characters."""
_HEADING = pattern(r"(#{1,3}) +(.+)")
_LINK = pattern(r"\[([^\]]+)\]\(([^)\s]+)\)")
_ITEM = pattern(r"(\s*)([-*]|[0-9]+\.) +")
_RULER = pattern(r"\|[\s:|-]*\Z")
_UNDER = {1: "=", 2: "-"}


def plain(page: str) -> str:
    """The text of a Markdown page: headings are underlined, tables are columns, links are followed by their address."""
    lines: list[str] = []
    paragraph: list[str] = []
    for block in blocks("", page):
        text = None if isinstance(block, Fence) else block.text.rstrip()
        if text and not text.startswith(("|", "#")) and not (paragraph and _ITEM.match(text)):
            paragraph.append(text)
            continue
        lines += _wrapped(paragraph)
        paragraph = []
        if text and not text.startswith(("|", "#")):
            paragraph.append(text)
        elif isinstance(block, Fence):
            lines += [f"    {line}".rstrip() for line in block.lines]
        else:
            lines += _line(block.text.rstrip())
    lines += _wrapped(paragraph)
    return "\n".join(_aligned(lines)) + "\n"


def _line(text: str) -> Iterator[str]:
    """A heading, a row of a table, or a blank line."""
    heading = _HEADING.match(text)
    if heading:
        title = _bare(heading[2])
        yield title
        if sign := _UNDER.get(len(heading[1])):
            yield sign * len(title)
    elif not text.startswith("|") or not _RULER.match(text):
        yield text


def _wrapped(paragraph: list[str]) -> list[str]:
    """A paragraph or an item of a list; the lines after an item's first one stand under its text."""
    item = _ITEM.match(paragraph[0]) if paragraph else None
    indent = " " * len(item[0]) if item else ""
    text = _bare(" ".join(line.strip() for line in paragraph))
    first = item[1] if item else ""
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _bare(text: str) -> str:
    return _LINK.sub(lambda found: found[1] if found[1] == found[2] else f"{found[1]} ({found[2]})", text).replace("**", "")


def _aligned(lines: list[str]) -> Iterator[str]:
    """The lines, each table in columns."""
    table: list[list[str]] = []
    for line in (*lines, None):
        if line is not None and line.startswith("|"):
            table.append([_bare(cell.strip()) for cell in line.strip("|").split("|")])
            continue
        widths = [max(map(len, column)) for column in zip(*table, strict=False)]
        yield from ("  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=False)).rstrip() for row in table)
        table = []
        if line is not None:
            yield line
