"""The comments of a file: what a reader sees as one, not every `#` in the text."""

import re
from bisect import bisect_right
from typing import NamedTuple

from svclint.source.file import SourceFile
from svclint.source.place import Place
from svclint.yaml.document import Document, State
from svclint.yaml.node import Scalar, walk
from svclint.yaml.read import read_all

_SIGN = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)


class Comment(NamedTuple):
    """A comment, from its `#` to the end of its line; `alone` where nothing but blanks stands before it."""

    place: Place
    text: str
    alone: bool


def comments(file: SourceFile) -> tuple[Comment, ...]:
    """The comments of a file, in order.

    A `#` within a scalar is none. Of a document that does not parse the scalars are unknown: every `#` behind a blank
    counts there, since a comment that silences a syntax error must work.
    """
    stretches = sorted(stretch for document in read_all(file) for stretch in _scalars(document))
    begins = [begin for begin, _ in stretches]
    found = []
    for sign in _SIGN.finditer(file.text):
        before = bisect_right(begins, sign.start()) - 1
        if before >= 0 and sign.start() < stretches[before][1]:
            continue
        line_begin = file.text.rfind("\n", 0, sign.start()) + 1
        alone = not file.text[line_begin : sign.start()].strip()
        found.append(Comment(Place(file, sign.start(), sign.end()), sign[0].rstrip(), alone))
    return tuple(found)


def _scalars(document: Document) -> list[tuple[int, int]]:
    """Where the document's scalars are; of a block scalar the lines below its header, which may end in a comment."""
    if document.root is None or document.state is not State.READ:
        return []
    found = []
    for node in walk(document.root):
        if isinstance(node, Scalar) and node.alias is None and node.begin < node.end:
            begin = node.begin if node.style not in ("|", ">") else document.file.text.find("\n", node.begin) + 1
            found.append((begin, node.end))
    return found
