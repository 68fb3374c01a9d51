"""Which chunks provably hold nothing of interest, judged by their text."""

import re

from svclint.source.pattern import pattern
from svclint.yaml.document import Wanted
from svclint.yaml.split import Chunk

_FIRST = pattern(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*")
_SAFE_START = pattern(r"""[A-Za-z0-9_"'.$/]""")
_LITERAL = pattern(r"""(?:([A-Za-z][A-Za-z0-9]*)|"([A-Za-z][A-Za-z0-9]*)"|'([A-Za-z][A-Za-z0-9]*)')[ \t]*(?:[ \t]#[^\r\n]*)?(?=\r?\n|\Z)""")
_CONTINUED = pattern(r"(?:[ \t]*\r?\n)+[ \t]+[^\s#]")
# An escape for a letter of `kind`, or a folded line, in double quotes.
_ESCAPED = pattern(r"\\(?:x6[49bBeE]|u006[49bBeE]|U0000006[49bBeE]|\r?\n)")
_BINARY = pattern(r"![^\s,\[\]{}]*binary")
_KEY = pattern(r"""(?<![A-Za-z0-9_])kind["']?(?![A-Za-z0-9_])(?:\s|#[^\n]*\n)*:""")
_VALUE = pattern(r"""\s*(?:"([^"\\\n]*)"|'([^'\n]*)'(?!')|([A-Za-z0-9_.+-]+)(?=\s*[,}\]])|[\[{])""")
_ALIAS_KEY = pattern(r"\*[^\s,\[\]{}:*]++\s*+:")
_KIND_LINE = pattern(r"""^(?:kind|"kind"|'kind')[ \t]*:([^\r\n]*)""", re.MULTILINE)
_KIND_WORD = pattern(r"""(["']?)([A-Za-z][A-Za-z0-9]*)\1[ \t]*(?:[ \t]#.*)?\Z""")
_JSON_KIND = pattern(r'"kind"\s*:\s*"([A-Za-z][A-Za-z0-9]*)"')
_MANY_KINDS = 64  # each may cost a search of the whole text: beyond, parsing is cheaper


def is_irrelevant(text: str, chunk: Chunk, wanted: Wanted) -> bool:
    """Whether no document in the chunk can be a mapping whose `kind` is a wanted string.

    Proved from the text alone, whatever the parser would make of it; False means "cannot tell".
    """
    begin, end = chunk.begin, chunk.end
    if not chunk.whole and chunk.kinds <= 1 and not chunk.hiding:
        verdict = _judge_block(text, chunk, wanted)
        if verdict is not None:
            return verdict
    if not _has_letters(text, begin, end):
        return not _is_spelt(text, begin, end)
    first = _first(text, chunk)
    if chunk.whole or first >= end or text[first] not in "{[":
        return False
    return _judge_flow(text, chunk, wanted) or (text[first] == "{" and _judge_json(text[first:end], text, chunk, wanted))


def literal_kind(text: str, begin: int, end: int, wanted: Wanted) -> str | None:
    """The kind that the text of a document spells out, for documents that do not parse; None where it does not.

    Where several are spelt out, as in the branches of a template, the first wanted one; where very many are, None.
    """
    found = [_KIND_WORD.match(line[1].strip()) for line in _KIND_LINE.finditer(text, begin, end)]
    kinds = [word[2] for word in found if word] if all(found) else []
    if not found:
        kinds = _JSON_KIND.findall(text, begin, end)
    if len(set(kinds)) > _MANY_KINDS:
        return None
    return next((kind for kind in dict.fromkeys(kinds) if wanted(kind, text, begin, end)), kinds[0] if kinds else None)


def _first(text: str, chunk: Chunk) -> int:
    """Where the first character is that is neither blank nor in a comment."""
    found = _FIRST.match(text, chunk.body, chunk.end)
    first = found.end() if found else chunk.body
    return chunk.end if text[first : first + 1] == "#" else first


def _judge_block(text: str, chunk: Chunk, wanted: Wanted) -> bool | None:  # noqa: PLR0911 - one return for each step of the proof
    """The verdict on a chunk whose root is a block collection at column 1; None where the root may be something else."""
    first = _first(text, chunk)
    if first >= chunk.end:
        return True
    if first and (text[first - 1] != "\n" or first < chunk.body):
        return None
    if text[first] == "-" and text[first + 1 : first + 2] in (" ", "\t", "\n", "\r", ""):
        return True if not chunk.kinds else None
    if not _SAFE_START.match(text, first):
        return None
    if not chunk.kinds:
        return True
    word = _LITERAL.match(text, chunk.kind, chunk.end)
    if word is None or _CONTINUED.match(text, word.end(), chunk.end):
        return False
    return not wanted(word[1] or word[2] or word[3], text, chunk.begin, chunk.end)


def _judge_flow(text: str, chunk: Chunk, wanted: Wanted) -> bool:
    """Whether each `kind` key of a chunk, however deep, has a literal value that is not wanted, and none is in disguise."""
    begin, end = chunk.begin, chunk.end
    if _is_spelt(text, begin, end):
        return False
    if text.find("&", begin, end) >= 0 and _ALIAS_KEY.search(text, begin, end):
        return False
    kinds: set[str] = set()
    for key in _KEY.finditer(text, begin, end):
        value = _VALUE.match(text, key.end(), end)
        if value is None:
            return False
        kinds.add(value[1] or value[2] or value[3] or "")
        if len(kinds) > _MANY_KINDS:
            return False
    return not any(kind and wanted(kind, text, begin, end) for kind in kinds)


def _judge_json(own: str, text: str, chunk: Chunk, wanted: Wanted) -> bool:
    """Whether a text is a JSON object whose `kind` is not a wanted string: JSON is YAML, and is read as JSON twenty times as fast.

    A text that no YAML parser accepts though it is JSON is not told apart, and need not be: as JSON it is no object of interest.
    """
    if not own.rstrip().endswith("}"):
        return False
    from json import loads  # noqa: PLC0415 - most repositories have no such text

    try:
        kind = loads(own).get("kind")
    except (ValueError, RecursionError):
        return False
    return not isinstance(kind, str) or not kind or not wanted(kind, text, chunk.begin, chunk.end)


def _has_letters(text: str, begin: int, end: int) -> bool:
    """Whether `kind` occurs at all, also as UTF-16 that was read as something else."""
    if text.find("kind", begin, end) >= 0:
        return True
    return text.find("\0", begin, end) >= 0 and "kind" in text[begin:end].replace("\0", "")


def _is_spelt(text: str, begin: int, end: int) -> bool:
    """Whether a key may be `kind` without these letters: by escapes, or by the base64 of a `!!binary`."""
    if text.find("binary", begin, end) >= 0 and _BINARY.search(text, begin, end):
        return True
    return text.find("\\", begin, end) >= 0 and bool(_ESCAPED.search(text, begin, end))
