"""A file's text cut into the stretches of its documents, with what lies at column 1 of each."""

from svclint.record import NamedTuple
from svclint.source.pattern import pattern

# One pass over the text, at the speed of its literal start: "\n" and one of a few characters. In order: a document marker, a
# directive, what may hide a key of the root mapping (explicit keys, merges, tags, anchors, aliases, flow collections, escapes) or
# was meant to be one (`kind:Service`), and a `kind` key with the rest of its line.
_EVENT = pattern(
    r"""\n(?=[-.%?<"'{&!*k])(?:(---|\.\.\.)(?=[ \t\r\n]|\Z)|(%)|(\?|<<|["']<<|[{&!*]|"[^"\n]*\\|kind:(?=[A-Z]))"""
    r"""|(?:kind|"kind"|'kind')[ \t]*:(?=[ \t\r\n]|\Z)[ \t]*([^\r\n]*))"""
)
_MARKER, _DIRECTIVE, _HIDING, _KIND = range(1, 5)
_LONE_RETURN = pattern(r"\r(?!\n)")
_OTHER_BREAKS = pattern("[\x85\u2028\u2029\ufeff]")


class Chunk(NamedTuple):
    """Offsets `begin` to `end` of a text, from one document marker to the next.

    `body` is where the text behind the marker begins, `start` where a parser may: a `...` ends a document that it has not
    seen. `kinds` counts the `kind` keys at column 1, `kind` is the offset of
    the last one's value; `hiding` says that other keys may be at column 1 in disguise. `whole` marks a text that cannot be
    cut safely: it may hold several documents, and the other facts are unknown.
    """

    begin: int
    end: int
    body: int
    kinds: int = 0
    kind: int = 0
    hiding: bool = False
    whole: bool = False
    start: int = 0


def split(text: str) -> list[Chunk]:
    """The chunks of a text, in order and without gaps; each has at most one document unless it is `whole`.

    A `---` or `...` at column 1 with a blank or nothing behind it is always a marker (or an error), even in a quoted or
    block scalar. Not so where YAML 1.1 and 1.2 see different lines, and directives belong to the document behind them.
    """
    if _is_uncuttable(text):
        return [Chunk(0, len(text), 0, whole=True)]
    chunks: list[Chunk] = []
    begin = body = start = kinds = kind = 0
    hiding = False
    # The break put in front lets the first line match: offsets in a match's text are one too high, those of breaks are right.
    for found in _EVENT.finditer("\n" + text):
        group = found.lastindex
        if group == _KIND:
            kinds += 1
            kind = found.start(_KIND) - 1
        elif group == _HIDING:
            hiding = True
        elif group == _MARKER:
            if found.start() > begin or body:
                chunks.append(Chunk(begin, found.start(), body, kinds, kind, hiding, start=start))
            begin, body = found.start(), found.end() - 1
            start = body if found[_MARKER] == "..." else begin
            kinds = kind = 0
            hiding = False
        else:
            return [Chunk(0, len(text), 0, whole=True)]
    chunks.append(Chunk(begin, len(text), body, kinds, kind, hiding, start=start))
    return chunks


def _is_uncuttable(text: str) -> bool:
    if "\0" in text or ("\r" in text and _LONE_RETURN.search(text)):
        return True
    return not text.isascii() and bool(_OTHER_BREAKS.search(text))
