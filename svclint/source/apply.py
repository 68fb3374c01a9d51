"""Applying edits and fixes to a text. Pure: who writes the result to a disk is elsewhere."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from svclint.source.edit import Edit, Fix
from svclint.source.file import SourceFile

_Change: TypeAlias = tuple[int, int, str]
"""Begin, end and new text of an edit: what it does, whoever asks for it."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made, each of which is in the offsets of `text`; two identical edits count once.

    An insertion at the begin or the end of a replaced stretch does not overlap with it, and comes before or after
    the new text. Raises ValueError for edits that overlap, for two different insertions at one offset, and for a
    place that is not in the text.
    """
    pieces: list[str] = []
    done = 0
    last: _Change | None = None
    for change in sorted({_change(edit) for edit in edits}):
        begin, end, new = change
        if not 0 <= begin <= end <= len(text):
            raise ValueError(f"an edit from {begin} to {end} in a text of {len(text)} characters")
        if last is not None and _overlap(last, change):
            raise ValueError(f"the edits from {last[0]} to {last[1]} and from {begin} to {end} overlap")
        pieces += text[done:begin], new
        done, last = end, change
    return "".join([*pieces, text[done:]])


def apply_fixes(file: SourceFile, fixes: Sequence[Fix]) -> tuple[str, tuple[Fix, ...]]:
    """The text of `file` after the fixes, and the fixes that must wait for the next round.

    In the given order, a fix is applied if none of its edits overlaps with one of a fix before it; else it waits, whole.
    The edits in other files are weighed too, although only those in `file` are made: who calls this for
    each file with the same sequence of fixes gets every fix in all of its files or in none.
    """
    taken: dict[str, list[_Change]] = {}
    waiting: list[Fix] = []
    edits: list[Edit] = []
    for fix in fixes:
        if _fits(fix, taken):
            for edit in fix.edits:
                insort(taken.setdefault(edit.place.file.path, []), _change(edit))
            edits += (edit for edit in fix.edits if edit.place.file.path == file.path)
        else:
            waiting.append(fix)
    return apply_edits(file.text, edits), tuple(waiting)


def _change(edit: Edit) -> _Change:
    return edit.place.begin, edit.place.end, edit.text


def _overlap(one: _Change, other: _Change) -> bool:
    if one == other:
        return False
    if one[:2] == other[:2]:
        return True
    return one[0] < other[1] and other[0] < one[1]


def _fits(fix: Fix, taken: dict[str, list[_Change]]) -> bool:
    """Whether the edits overlap neither with one that is taken nor with each other."""
    own: dict[str, list[_Change]] = {}
    for edit in fix.edits:
        path, change = edit.place.file.path, _change(edit)
        if _collides(change, taken.get(path, [])) or _collides(change, own.get(path, [])):
            return False
        insort(own.setdefault(path, []), change)
    return True


def _collides(change: _Change, taken: list[_Change]) -> bool:
    """Whether a change overlaps with one of `taken`, which are sorted and free of overlaps: only neighbours can."""
    at = bisect_left(taken, change)
    return any(_overlap(change, other) for other in taken[max(at - 1, 0) : at + 1])
