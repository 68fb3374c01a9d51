"""Finds the values that may be another one mistyped, without comparing it with all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

_EDITS = 2
_PIECES = _EDITS + 1  # two changes leave one piece of three as it was
_CROWD = 32  # a piece that more values share tells none of them apart


def folded(value: str) -> str:
    """A value as a hurried reader sees it: letters of one case, one kind of dash."""
    return value.lower().replace("_", "-")


class SimilarValues:
    """Values by their pieces: two within two changes of each other share one, moved by two places at most.

    The comparison itself is the caller's: some of what is found is not similar at all.
    """

    def __init__(self, values: Iterable[str]) -> None:
        self._by_piece: dict[tuple[int, int, str], list[str]] = defaultdict(list)
        self._by_part: dict[str, list[str]] = defaultdict(list)
        for value in sorted(set(values)):
            text = folded(value)
            for number, (begin, end) in enumerate(_cuts(len(text))):
                self._by_piece[len(text), number, text[begin:end]].append(value)
            for part in _parts(text):
                self._by_part[part].append(value)

    def around(self, value: str) -> Iterator[str]:
        """The values that may be meant by `value`: a few letters apart, or one a part of the other (web, web-server)."""
        text = folded(value)
        for length in range(max(1, len(text) - _EDITS), len(text) + _EDITS + 1):
            for number, (begin, end) in enumerate(_cuts(length)):
                for moved in range(max(0, begin - _EDITS), begin + _EDITS + 1):
                    yield from self._sparse(self._by_piece.get((length, number, text[moved : moved + end - begin])))
        for part in (text, *_parts(text)):
            yield from self._sparse(self._by_part.get(part))

    def _sparse(self, found: list[str] | None) -> list[str]:
        return found if found is not None and len(found) <= _CROWD else []


def _cuts(length: int) -> list[tuple[int, int]]:
    """Where a text of some length is cut into its pieces."""
    marks = [length * number // _PIECES for number in range(_PIECES + 1)]
    return list(pairwise(marks))


def _parts(text: str) -> set[str]:
    """What stands before and behind each dash of a text, and the text itself."""
    dashes = [index for index, letter in enumerate(text) if letter == "-"]
    return {text} | {text[:index] for index in dashes} | {text[index + 1 :] for index in dashes}
