"""What is wrong with a text that is not YAML, in words of our own and at the place where it is wrong."""

import re

from svclint.source.file import SourceFile
from svclint.source.pattern import pattern
from svclint.source.place import Place
from svclint.yaml.document import ESCAPE_NOTE, Problem
from svclint.yaml.trouble import Trouble, shortened

_SEPARATOR = pattern(r"^---[^\r\n]*", re.MULTILINE)
_GLUED = pattern(r"""[ \t]*(?:-[ \t]+)*([\w./-]+:(?!//)[^\s:'"#][^#\r\n]*?)[ \t]*(?:#.*)?\r?$""", re.MULTILINE)
_PAIR = pattern(r"""[ \t]*(?:-[ \t]+)*([^\s:'"#][^:\r\n]*|"[^"\r\n]*"|'[^'\r\n]*'):[ \t]+(?=\S)""")
_BARE = pattern(r"[ \t]*(?:-[ \t]+)*([^\s:#-][^:\r\n]*?)[ \t]*\r?$", re.MULTILINE)
_TABS = pattern(r" *(\t+)")
_CONTROL = pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_ESCAPE = pattern(r"\\(?:x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|.)")
_LONGEST_LINE = 1000


def explain(file: SourceFile, base: int, begin: int, end: int, error: Exception) -> Problem:
    """Why the document from `begin` to `end` is not YAML, from the parser's error, whose marks count from `base`."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        text = file.text[begin:end]
        first = begin + len(text) - len(text.lstrip())
        return Problem(Place(file, first, first), "not YAML", str(error).partition("\n")[0])
    since = getattr(error, "context_mark", None) or mark
    problem, task = str(getattr(error, "problem", "")), str(getattr(error, "context", ""))
    trouble = Trouble(file, begin, end, min(base + mark.index, end), base + since.index, problem, task)
    for judge in (_separator, _prefix, _quote, _tab, _start, _mapping_value, _simple_key, _flow, _escape, _block_scalar, _structure):
        found = judge(trouble)
        if found is not None:
            return found
    return trouble.told(trouble.words(trouble.at), "not YAML", problem)


def explain_bytes(file: SourceFile, begin: int, end: int) -> Problem | None:
    """The first thing between two offsets that no text has: bytes of another encoding, NUL, control characters."""
    found = _CONTROL.search(file.text, begin, end)
    defect = file.defect
    if defect is not None and begin <= defect.offset < end and (found is None or defect.offset <= found.start()):
        return Problem(Place(file, defect.offset, defect.offset + 1), defect.message, encoding=True)
    if found is None:
        return None
    code = ord(found[0])
    name = "not UTF-8" if 0xD800 <= code <= 0xDFFF else "NUL character" if code == 0 else f"control character U+{code:04X}"
    return Problem(Place(file, *found.span()), name, encoding=True)


def _separator(trouble: Trouble) -> Problem | None:
    for found in _SEPARATOR.finditer(trouble.file.text, trouble.begin, trouble.at + 1):
        line = trouble.words(found.start())
        rest = line.text[3:].strip()
        if rest and (line.text[3] not in " \t" or found.start() == trouble.line_begin):
            note = "a line that starts with --- separates documents; kubectl allows only blanks and a comment behind it"
            return trouble.told(line, "invalid document separator", note)
    return None


def _quote(trouble: Trouble) -> Problem | None:
    if "end of stream" not in trouble.problem or "quoted" not in trouble.task:
        return None
    return _unclosed(trouble, trouble.since, "the text runs on to the end of the document")


def _unclosed(trouble: Trouble, opening: int, note: str, related: tuple[Place, str] | None = None) -> Problem:
    sign = trouble.file.text[opening : opening + 1]
    what = "quote" if sign in "'\"" else sign
    return Problem(trouble.spot(opening), f"unclosed {what}: {shortened(trouble.words(opening).text)}", note, related)


def _tab(trouble: Trouble) -> Problem | None:
    tabs = _TABS.match(trouble.file.text, trouble.line_begin, trouble.end)
    if tabs is None or not tabs.start(1) <= trouble.at <= tabs.end(1):
        return None
    return Problem(Place(trouble.file, *tabs.span(1)), "tab used as indentation", "YAML indents with spaces only")


def _start(trouble: Trouble) -> Problem | None:
    """Text without quotes that begins with a character of YAML's own."""
    if "cannot start any token" in trouble.problem:
        return trouble.told(
            trouble.words(trouble.at), f"text starts with {trouble.sign}", f"{trouble.sign} is reserved: the text needs quotes"
        )
    if "alphabetic or numeric" not in trouble.problem:
        return None
    sign = trouble.file.text[trouble.since]
    meaning = "refers to an anchor" if sign == "*" else "starts an anchor"
    return trouble.told(trouble.words(trouble.since), f"text starts with {sign}", f"{sign} {meaning}: the text needs quotes")


def _prefix(trouble: Trouble) -> Problem | None:
    if "directive" in trouble.task:
        return trouble.told(trouble.token(trouble.since), "unknown directive")
    return trouble.told(trouble.token(trouble.since), "unknown tag") if "undefined tag" in trouble.problem else None


def _mapping_value(trouble: Trouble) -> Problem | None:
    """A colon where no key can be: mostly the fault of what stands before it."""
    if "mapping values are not allowed" not in trouble.problem:
        return None
    text = trouble.file.text
    pair = _PAIR.match(text, trouble.line_begin, trouble.at)
    if pair is not None:
        return trouble.told(
            trouble.words(pair.end()), "a second colon in one value", "a colon and a blank make a mapping: the value needs quotes"
        )
    above = trouble.line_above()
    key = trouble.words(trouble.line_begin)
    if above is not None:
        culprit = _without_blank(trouble, above) or _without_colon(trouble, above, trouble.column(key.begin))
        if culprit is not None:
            return culprit
        if trouble.column(trouble.words(above).begin) < trouble.column(key.begin):
            note = f"it starts at column {trouble.column(key.begin)}, below a value that is complete"
            return trouble.told(key, "bad indentation", note, (trouble.words(above), "the line before"))
    return trouble.told(key, "a mapping cannot be here")


def _without_blank(trouble: Trouble, line: int) -> Problem | None:
    glued = _GLUED.match(trouble.file.text, line, min(trouble.end, line + _LONGEST_LINE))
    if glued is None:
        return None
    note = "the colon behind a key needs a blank behind it"
    return trouble.told(Place(trouble.file, *glued.span(1)), "no blank after the colon", note)


def _without_colon(trouble: Trouble, line: int, column: int) -> Problem | None:
    bare = _BARE.match(trouble.file.text, line, min(trouble.end, line + _LONGEST_LINE))
    if bare is None or trouble.column(bare.start(1)) > column:
        return None
    return trouble.told(Place(trouble.file, *bare.span(1)), "no colon after the key")


def _simple_key(trouble: Trouble) -> Problem | None:
    if "expected ':'" not in trouble.problem:
        return None
    line = trouble.begin_of_line(trouble.since)
    return _without_blank(trouble, line) or trouble.told(trouble.words(trouble.since), "no colon after the key")


def _flow(trouble: Trouble) -> Problem | None:
    """A list in [] or a mapping in {}."""
    if "flow" not in trouble.task:
        return None
    text = trouble.file.text
    opening = text[trouble.since : trouble.since + 1]
    related = (trouble.spot(trouble.since), f"the {opening} opens here")
    if trouble.sign in ("]", "}"):
        return Problem(trouble.spot(trouble.at), f"{opening} closed by {trouble.sign}", "", related)
    if trouble.sign == ":" and trouble.lead.lstrip().startswith('"'):  # JSON: what looks like a new block is the next entry
        return trouble.told(trouble.token(trouble.line_begin), "no comma before", "", related)
    on_same_line = trouble.begin_of_line(trouble.since) == trouble.line_begin
    if not text[trouble.at : trouble.end].strip() or (trouble.sign in (":", "-", "?") and not on_same_line):
        return _unclosed(trouble, trouble.since, "its bracket is missing before the next key" if trouble.sign == ":" else "")
    if trouble.sign == ":":
        return Problem(trouble.spot(trouble.at), f"a second colon in one entry of {opening}", "", related)
    return trouble.told(trouble.token(trouble.at), "no comma before", "", related)


def _escape(trouble: Trouble) -> Problem | None:
    if "escape" not in trouble.problem and "hexdecimal" not in trouble.problem:
        return None
    begin = trouble.file.text.rfind("\\", trouble.since, trouble.at + 1)
    found = _ESCAPE.match(trouble.file.text, max(begin, 0), trouble.end)
    place = Place(trouble.file, *found.span()) if found else trouble.spot(trouble.at)
    return Problem(place, f"unknown escape {place.text}", ESCAPE_NOTE)


def _block_scalar(trouble: Trouble) -> Problem | None:
    if "block scalar" not in trouble.task:
        return None
    sign = trouble.file.text[trouble.since : trouble.since + 1]
    return trouble.told(trouble.words(trouble.at), f"text beside {sign}", f"the text of a block scalar starts on the line after its {sign}")


def _structure(trouble: Trouble) -> Problem | None:  # noqa: PLR0911 - one return for each mistake
    """A token that fits neither the block that is open nor those around it."""
    column, around = trouble.column(trouble.at), trouble.column(trouble.since)
    note = f"it starts at column {column}; the block around it starts at column {around}" if column != around else ""
    words = trouble.words(trouble.at)
    if "entries are not allowed" in trouble.problem:
        return trouble.told(words, "a list cannot start here", "a list starts on the line after its key")
    if not trouble.lead.strip():
        is_item = words.text.startswith(("- ", "-\t")) or words.text == "-"
        if is_item and "mapping" in trouble.task:
            return trouble.told(words, "list item among the keys of a mapping", note)
        if not is_item and "block collection" in trouble.task:
            return trouble.told(words, "key among the items of a list", note)
        if "block" in trouble.task or "document start" in trouble.problem:
            return trouble.told(words, "bad indentation", note if "block" in trouble.task else "")
    before = trouble.lead.rstrip()
    if before.endswith(("'", '"')):
        quote = before[-1]
        opening = trouble.file.text.rfind(quote, trouble.begin, trouble.line_begin)
        if before.count(quote) % 2 and opening >= 0:
            closing = trouble.spot(trouble.line_begin + len(before) - 1)
            return _unclosed(trouble, opening, "", (closing, "the next quote closes it"))
        return trouble.told(
            words, "text behind a closing quote", "a quote within a text is doubled in single quotes, escaped in double ones"
        )
    if trouble.sign in ("]", "}"):
        return Problem(trouble.spot(trouble.at), f"{trouble.sign} without its opening bracket")
    return trouble.told(words, "text behind a complete value") if before and "block" in trouble.task else None
