"""Edits and fixes, written as (begin, end, text) in "0123456789"."""

import pytest

from svclint.source.apply import apply_edits, apply_fixes
from svclint.source.edit import Edit, Fix, Safety
from svclint.source.file import SourceFile
from svclint.source.place import Place

FILE = SourceFile("a.yaml", "0123456789")
OTHER = SourceFile("b.yaml", "abcdefghij")


def edit(begin: int, end: int, text: str, file: SourceFile = FILE) -> Edit:
    return Edit(Place(file, begin, end), text)


def fix(*edits: Edit) -> Fix:
    return Fix("mend it", Safety.SAFE, edits)


APPLIED = {
    "none": ([], "0123456789"),
    "replace": ([(2, 4, "x")], "01x456789"),
    "in any order": ([(8, 10, "z"), (0, 1, "a"), (4, 4, "-")], "a123-4567z"),
    "adjacent": ([(2, 4, "x"), (4, 6, "y")], "01xy6789"),
    "insert at both ends of a replaced stretch": ([(2, 4, "x"), (2, 2, "<"), (4, 4, ">")], "01<x>456789"),
    "insert at the ends of the text": ([(0, 0, "<"), (10, 10, ">")], "<0123456789>"),
    "identical ones count once": ([(2, 2, "x"), (5, 6, ""), (2, 2, "x"), (5, 6, "")], "01x2346789"),
    "delete all": ([(0, 10, "")], ""),
}

REFUSED = {
    "overlap": [(2, 5, "x"), (4, 6, "y")],
    "inside": [(2, 8, "x"), (4, 6, "y")],
    "same place, different text": [(2, 4, "x"), (2, 4, "y")],
    "two insertions at one offset": [(2, 2, "x"), (2, 2, "y")],
    "insert inside": [(2, 5, "x"), (3, 3, "y")],
    "beyond the end": [(8, 11, "x")],
    "backwards": [(5, 4, "x")],
}


@pytest.mark.parametrize(("edits", "text"), APPLIED.values(), ids=APPLIED)
def test_edits(edits: list[tuple[int, int, str]], text: str) -> None:
    assert apply_edits(FILE.text, [edit(*one) for one in edits]) == text


@pytest.mark.parametrize("edits", REFUSED.values(), ids=REFUSED)
def test_refused_edits(edits: list[tuple[int, int, str]]) -> None:
    with pytest.raises(ValueError, match="edit"):
        apply_edits(FILE.text, [edit(*one) for one in edits])


def test_a_fix_that_overlaps_waits_whole() -> None:
    first, second, third = fix(edit(2, 4, "x")), fix(edit(3, 5, "y"), edit(8, 9, "y")), fix(edit(8, 9, "z"))
    assert apply_fixes(FILE, [first, second, third]) == ("01x4567z9", (second,))


def test_an_identical_edit_of_two_fixes_is_made_once() -> None:
    assert apply_fixes(FILE, [fix(edit(2, 2, "x")), fix(edit(2, 2, "x"), edit(5, 6, "y"))]) == ("01x234y6789", ())


def test_a_fix_that_overlaps_with_itself_is_never_applied() -> None:
    broken = fix(edit(2, 4, "x"), edit(3, 5, "y"))
    assert apply_fixes(FILE, [broken]) == (FILE.text, (broken,))


def test_a_fix_over_two_files_is_applied_in_both_or_in_neither() -> None:
    first, second = fix(edit(0, 1, "A", OTHER)), fix(edit(0, 1, "x"), edit(0, 2, "y", OTHER))
    third = fix(edit(0, 1, "z"), edit(5, 6, "z", OTHER))
    fixes = [first, second, third]
    assert apply_fixes(FILE, fixes) == ("z123456789", (second,))
    assert apply_fixes(OTHER, fixes) == ("Abcdezghij", (second,))


def test_many_fixes() -> None:
    long = SourceFile("long.yaml", "ab" * 5000)
    fixes = [fix(edit(2 * at, 2 * at + 1, "x", long)) for at in reversed(range(5000))]
    assert apply_fixes(long, fixes) == ("xb" * 5000, ())
