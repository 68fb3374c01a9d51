"""From parser events to nodes: one loop without recursion, the same for both parsers. Imported when a document is parsed."""

import re
from collections.abc import Callable
from operator import attrgetter
from typing import Any

from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.source.pattern import pattern
from svclint.source.place import Place
from svclint.yaml.keys import WORDS, fields_of, learn
from svclint.yaml.node import Duplicate, Mapping, Node, Scalar, Sequence

MAX_DEPTH = 200
"""How deep collections may nest, aliases followed."""
MAX_NODES = 1_000_000
"""How many nodes a document may have, aliases followed."""

_TAG = pattern(r"!<[^>\s]*+>|![\w;/?:@&=+$,.!~*'()\[\]%-]*+", re.ASCII)  # libyaml's characters of a tag, flow indicators too
_GAP = pattern(r"(?:\s++(?:#[^\n]*+)?)*+")
_INDICATOR = pattern(r"#[^\n]*+|([:?-])")
_text = attrgetter("text")


class Parsed(NamedTuple):
    """A document's nodes. `odd` says that a collection stands as a mapping key: legal YAML, and the mark of a template."""

    begin: int
    end: int
    root: Node
    duplicates: tuple[Duplicate, ...]
    odd: bool


class TooLarge(Exception):  # noqa: N818 - a fact about the document
    """The document goes beyond a limit, at the offset `at`."""

    def __init__(self, at: int, message: str) -> None:
        super().__init__(message)
        self.at = at
        self.message = message


class Refused(Exception):  # noqa: N818 - as above
    """What the parser lets pass and go-yaml refuses: the text from `begin` to `end`; `related` is the other place involved."""

    def __init__(self, begin: int, end: int, message: str, note: str = "", related: tuple[Place, str] | None = None) -> None:
        super().__init__(message)
        self.begin = begin
        self.end = end
        self.message = message
        self.note = note
        self.related = related


class _Anchor:
    """What an anchor names: no node as long as it is open. `size` and `height` are those of the tree under it."""

    __slots__ = ("at", "height", "node", "size")

    def __init__(self, at: Place) -> None:
        self.at = at
        self.node: Node | None = None
        self.size = 1
        self.height = 0

    def close(self, node: Node, below: int, peak: int, depth: int, above: int) -> int:
        """Note the collection, now that it is complete, with `below` nodes in it; it stands `depth` levels deep and reaches
        down to `peak`. Returns how deep the tree around it reaches, which was `above` before.
        """
        self.node, self.size, self.height = node, below + 1, peak - depth
        return max(peak, above)


def skip_properties(text: str, event: Any, base: int) -> tuple[int, int]:
    """Where the node of an event begins behind its tag and anchor, and where these end; offsets count from `base` in events."""
    begin = close = event.start_mark.index + base
    end = event.end_mark.index + base
    while begin < end:
        found = _TAG.match(text, begin, end) if event.ctag is not None else None
        if found is None and (event.anchor is None or text[begin] != "&"):
            break
        close = found.end() if found else begin + 1 + len(event.anchor)
        gap = _GAP.match(text, close)
        begin = gap.end() if gap else close
    return begin, min(close, end)


class Builder:
    """Makes the documents of a text that starts at offset `base` of a file; `documents` has those that are complete."""

    __slots__ = ("anchors", "base", "begin", "documents", "duplicates", "file", "odd", "simple")

    def __init__(self, file: SourceFile, base: int) -> None:
        self.file = file
        self.base = base
        self.begin = base
        self.documents: list[Parsed] = []
        self._reset()

    def run(self, get: Callable[[], Any]) -> None:  # noqa: C901, PLR0912 - a call for each event would cost double
        """Take events to the end of the stream. Raises TooLarge, Refused, and what `get` raises."""
        file, base, room, peak, last = self.file, self.base, MAX_NODES, 0, self.base
        stack: list[tuple[list[Node], int, str | None, _Anchor | None, int, int]] = []
        items: list[Node] = []
        while True:
            event = get()
            kind = event.__class__
            room -= 1
            if room < 0:
                raise TooLarge(last, f"more than {MAX_NODES:,} nodes")
            if kind is ScalarEvent:
                begin, end, style = event.start_mark.index + base, event.end_mark.index + base, event.style
                if begin != end and event.ctag is None and event.anchor is None and (not style or style in "'\""):
                    items.append(Scalar(file, begin, end, event.value, style or ""))
                    last = end
                else:
                    items.append(self._scalar(event, last))
                    last = items[-1].end
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if event.end_mark.index != event.start_mark.index:
                    last = event.end_mark.index + base
                room += 1
                children, (items, begin, tag, anchor, before, above) = items, stack.pop()
                items.append(self._tree(kind is MappingEndEvent, begin, last, children, tag))
                if anchor is not None:
                    peak = anchor.close(items[-1], before - room, peak, len(stack), above)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                begin, tag, anchor = event.start_mark.index + base, None, None
                if event.ctag is not None or event.anchor is not None:
                    begin, tag, anchor = self._open(event)
                stack.append((items, begin, tag, anchor, room, peak))
                items, last = [], begin
                if anchor is not None or len(stack) > peak:
                    peak = self._checked(len(stack), begin)
            elif event is None or kind is StreamEndEvent:
                return
            else:
                room, height, last = self._other(event, items, room)
                peak = max(peak, self._checked(len(stack) + height, last))

    def _other(self, event: Any, items: list[Node], room: int) -> tuple[int, int, int]:
        """An alias, or the bounds of a document: the room that is left, the height of what an alias stands for, its end."""
        end = event.end_mark.index + self.base
        if event.__class__ is AliasEvent:
            node, size, height = self._alias(event)
            items.append(node)
            return room + 1 - size, height, end
        if event.__class__ is DocumentStartEvent:
            self._reset()
        elif event.__class__ is DocumentEndEvent:
            self.documents.append(Parsed(self.begin, end, items.pop(), tuple(self.duplicates), self.odd))
            self.begin = end
        return MAX_NODES + 1, 0, end  # the end of the document takes one too

    def _checked(self, depth: int, at: int) -> int:
        if depth > MAX_DEPTH:
            raise TooLarge(at, f"nested more than {MAX_DEPTH} levels deep")
        return depth

    def _reset(self) -> None:
        self.anchors: dict[str, _Anchor] = {}
        self.duplicates: list[Duplicate] = []
        self.odd = False
        self.simple = True

    def _open(self, event: Any) -> tuple[int, str | None, _Anchor | None]:
        """Where a collection with a tag or an anchor begins, and these two."""
        begin, _ = skip_properties(self.file.text, event, self.base)
        return begin, self._tag(event), self._anchor(event)

    def _tree(self, is_mapping: bool, begin: int, end: int, children: list[Node], tag: str | None) -> Node:  # noqa: FBT001 - hot
        """A collection of its children; those of a mapping are keys and values in turn."""
        if not is_mapping:
            return Sequence(self.file, begin, end, tuple(children), tag)
        keys = children[::2]
        entries = tuple(zip(keys, children[1::2]))  # noqa: B905 - the keyword would cost 4 % of reading; they come in pairs
        if self.simple:
            try:
                texts = set(map(_text, keys))
            except AttributeError:
                pass
            else:
                if len(texts) == len(keys) and (texts <= WORDS or learn(texts)):
                    return Mapping(self.file, begin, end, entries, None, (), (), tag)
        self.odd = self.odd or any(not isinstance(key, Scalar) and key.alias is None for key in keys)
        fields, duplicates, faults = fields_of(entries)
        self.duplicates += duplicates
        return Mapping(self.file, begin, end, entries, fields, duplicates, faults, tag)

    def _scalar(self, event: Any, last: int) -> Scalar:
        """A scalar with a tag or an anchor, an empty one, or a block scalar. `last` is where the node before it ends."""
        begin, end, style = event.start_mark.index + self.base, event.end_mark.index + self.base, event.style or ""
        if event.ctag is not None or event.anchor is not None:
            begin, close = skip_properties(self.file.text, event, self.base)
            if begin >= end and not style:
                begin = end = close
        elif begin == end:
            begin = end = self._after(last, begin)
        if style in ("|", ">"):
            end = self._content_end(begin, end)
        anchor = self._anchor(event)
        node = Scalar(self.file, begin, end, event.value, style, self._tag(event))
        if anchor is not None:
            anchor.node = node
        return node

    def _alias(self, event: Any) -> tuple[Node, int, int]:
        """The anchored node as the alias shows it, how many nodes that is, and how deep they nest."""
        begin, end = event.start_mark.index + self.base, event.end_mark.index + self.base
        anchor = self.anchors.get(event.anchor)
        if anchor is None:
            raise Refused(begin, end, f"undefined alias *{event.anchor}")
        node = anchor.node
        if node is None:
            raise Refused(begin, end, f"anchor '{event.anchor}' contains itself", related=(anchor.at, "the anchor"))
        self.simple = False
        place = Place(self.file, begin, end)
        shown: Node
        if isinstance(node, Scalar):
            shown = Scalar(node.file, node.begin, node.end, node.text, node.style, node.tag, place)
        elif isinstance(node, Mapping):
            shown = Mapping(node.file, node.begin, node.end, node.entries, node.fields, node.duplicates, node.faults, node.tag, place)
        else:
            shown = Sequence(node.file, node.begin, node.end, node.items, node.tag, place)
        return shown, anchor.size, anchor.height

    def _tag(self, event: Any) -> str | None:
        if event.ctag is None:
            return None
        self.simple = False
        return str(event.ctag)

    def _anchor(self, event: Any) -> _Anchor | None:
        """Registers at once, as go-yaml does: an alias within the node then finds it open."""
        if event.anchor is None:
            return None
        begin = self.file.text.find("&", event.start_mark.index + self.base)
        anchor = self.anchors[event.anchor] = _Anchor(Place(self.file, begin, begin + 1 + len(event.anchor)))
        return anchor

    def _after(self, last: int, begin: int) -> int:
        """Where an empty node is: right after the colon or dash that calls for it, which comes after `last`."""
        text = self.file.text
        if text[begin - 1 : begin] in (":", "-", "?") and begin > self.base:
            return begin
        place = last + 1 if text[last : last + 1] in ("{", "[") and last < begin else last
        for found in _INDICATOR.finditer(text, last, begin):
            place = found.end(1) if found[1] else place
        return min(place, begin)

    def _content_end(self, begin: int, end: int) -> int:
        """Where the last line of a block scalar with anything in it ends, line break apart."""
        text = self.file.text
        stop = begin + len(text[begin:end].rstrip(" \t\r\n"))
        rest = text[stop:end]
        return stop + len(rest) - len(rest.lstrip(" \t"))
